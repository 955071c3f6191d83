import { randomFillSync } from 'node:crypto';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Asking the system for a few bytes at a time costs more than using them. */
const pool = Buffer.alloc(8_192);
let used = pool.length;

function nextByte(): number {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const byte = pool.readUInt8(used);
  pool.writeUInt8(0, used);
  used += 1;
  return byte;
}

/** `length` characters of `alphabet` that nobody can guess, each as likely as the others. */
function draw(alphabet: string, length: number): string {
  const limit = 256 - (256 % alphabet.length);
  let text = '';
  while (text.length < length) {
    const byte = nextByte();
    // What lies above the last multiple would favour the first characters.
    if (byte < limit) text += alphabet.charAt(byte % alphabet.length);
  }
  return text;
}

/** Letters and digits. */
export const randomText = (length: number) => draw(letters, length);

/** Decimal digits, the first of them possibly 0. */
export const randomDigits = (length: number) => draw('0123456789', length);

/** Upper-case hexadecimal digits. */
export const randomHex = (length: number) => draw('0123456789ABCDEF', length);
