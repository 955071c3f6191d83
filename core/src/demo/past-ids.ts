import type { Instant } from '../platform';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function encode(value: number, length: number): string {
  let text = '';
  for (let left = value; text.length < length; left = Math.floor(left / 32)) {
    text = (alphabet[left % 32] ?? '') + text;
  }
  return text;
}

/**
 * Ids for the past that look and sort as those of the present (26 characters, the instant first) and ascend in the
 * order they are made. The count takes the place of chance, so that the same past gets the same ids.
 */
export function pastIds(): (at: Instant) => string {
  let last = 0;
  let head = '';
  let count = 0;
  return (at) => {
    if (at > last || head === '') {
      last = at;
      head = encode(at, 10);
    }
    count += 1;
    return `${head}${encode(count, 16)}`;
  };
}
