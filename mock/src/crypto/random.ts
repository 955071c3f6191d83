import { randomBytes, randomInt } from 'node:crypto';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Letters and digits nobody can guess. */
export function randomText(length: number): string {
  // 248 is the last multiple of 62 in a byte: what lies above would favour the first letters.
  let text = '';
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < 248 && text.length < length) text += letters.charAt(byte % letters.length);
    }
  }
  return text;
}

/** Decimal digits, the first of them possibly 0. */
export const randomDigits = (length: number) =>
  Array.from({ length }, () => randomInt(10).toString()).join('');

/** Upper-case hexadecimal digits. */
export const randomHex = (length: number) =>
  randomBytes(Math.ceil(length / 2))
    .toString('hex')
    .slice(0, length)
    .toUpperCase();
