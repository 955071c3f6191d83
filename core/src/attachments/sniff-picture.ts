import type { PictureMime } from './model';

const startsWith = (bytes: Uint8Array, at: number, ...expected: number[]) =>
  expected.every((byte, index) => bytes[at + index] === byte);

/**
 * What bytes are by their first ones, whatever name or type came with them; null for everything that is not one of the
 * three kinds of picture we take.
 * @see RFC 9649 (WebP), RFC 2083 (PNG), ITU T.81 (JPEG)
 */
export function sniffPicture(bytes: Uint8Array): PictureMime | null {
  if (startsWith(bytes, 0, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (startsWith(bytes, 0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  const isWebp = startsWith(bytes, 0, 0x52, 0x49, 0x46, 0x46) && startsWith(bytes, 8, 0x57, 0x45, 0x42, 0x50);
  return isWebp ? 'image/webp' : null;
}
