const CODE_DIGITS = 6;
/** The whole country. */
export const COUNTRY = '*';

/** The part of a division's code that all within it begin with: 330000, a province, is 33. A town's code is its own. */
export const prefixOf = (code: string) => (code.length > CODE_DIGITS ? code : code.replace(/(?:00)+$/, ''));

/** The code of a division by that part. */
export const codeOf = (prefix: string) => (prefix === COUNTRY ? prefix : prefix.padEnd(CODE_DIGITS, '0'));

/** What a division lies in, from the country down to what it stands in directly. */
export function codesOver(code: string): readonly string[] {
  if (code === COUNTRY) return [];
  const prefix = prefixOf(code);
  const over = [2, 4]
    .filter((digits) => digits < prefix.length)
    .map((digits) => codeOf(prefix.slice(0, digits)));
  return [COUNTRY, ...over];
}

/** A division out of an address; the country for what is none. */
export const areaOf = (text: string | null) => (text !== null && /^\d{6}$/.test(text) ? text : COUNTRY);
