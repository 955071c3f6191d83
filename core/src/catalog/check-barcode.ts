/** Lengths of GTIN-8, GTIN-12, GTIN-13 and GTIN-14. */
const gtinLengths = new Set([8, 12, 13, 14]);

/** The check digit of the digits before it (GS1 General Specifications, section 7.9): weights 3 and 1 from the right. */
export function checkDigitOf(digits: string): number {
  const total = [...digits]
    .reverse()
    .reduce((sum, digit, at) => sum + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return (10 - (total % 10)) % 10;
}

/** Whether a code may stand on goods: a GTIN with its check digit, or a code of the house's own that is no GTIN. */
export function isBarcode(code: string): boolean {
  if (!/^\d+$/.test(code) || !gtinLengths.has(code.length)) return /^[0-9A-Za-z_-]{1,32}$/.test(code);
  return checkDigitOf(code.slice(0, -1)) === Number(code.at(-1));
}
