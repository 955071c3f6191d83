import { createHash } from 'node:crypto';
import { drawPng } from './png';
import { PlatformRefused } from './refusal';

export interface CodeWish {
  readonly scene: string;
  readonly page?: string | undefined;
}

/**
 * Checks what a mini-program code is to say.
 * @throws PlatformRefused 40169, 40129, 41030
 */
export function checkCodeWish({ scene, page }: CodeWish): void {
  if (scene.length === 0 || scene.length > 32) throw new PlatformRefused(40169);
  if (!/^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/.test(scene)) throw new PlatformRefused(40129);
  if (page !== undefined && (page.startsWith('/') || page.includes('?'))) throw new PlatformRefused(41030);
}

const cells = 25;
const cellPixels = 8;
const margin = 2;

/** A picture that looks like a code and differs by what it says; no phone reads it. */
export function drawCode({ scene, page }: CodeWish): Buffer {
  const digest = createHash('sha512')
    .update(`${page ?? ''} ${scene}`)
    .digest();
  const side = cells + 2 * margin;
  return drawPng(side * cellPixels, (x, y) => {
    const column = Math.floor(x / cellPixels) - margin;
    const row = Math.floor(y / cellPixels) - margin;
    if (column < 0 || row < 0 || column >= cells || row >= cells) return false;
    const bit = (row * cells + column) % (digest.length * 8);
    return ((digest[bit >> 3] ?? 0) >> (bit & 7)) % 2 === 1;
  });
}
