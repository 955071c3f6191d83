const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/**
 * True for a unified social credit code (统一社会信用代码) whose check character is right: GB 32100-2015,
 * modulus 31, weights 3^(i-1) mod 31.
 */
export function isCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NP-RTUWXY]{18}$/.test(code)) return false;
  const total = weights.reduce((sum, weight, at) => sum + weight * alphabet.indexOf(code.charAt(at)), 0);
  return alphabet.charAt((31 - (total % 31)) % 31) === code.charAt(17);
}

/** True for the number of a food licence: JY (trade) or SC (production) and 14 digits. */
export function isFoodLicenceNo(number: string): boolean {
  return /^(JY|SC)\d{14}$/.test(number);
}
