const CODE_DIGITS = 6;

/** The part of a division's code that all within it begin with: 330000, a province, is 33. */
export const prefixOf = (code: string) => code.replace(/(?:00)+$/, '');

/** The code of a division by that part. */
export const codeOf = (prefix: string) => prefix.padEnd(CODE_DIGITS, '0');
