import { windowMs } from './verify-request';

/**
 * Remembers nonces for as long as the window lets them come again. Two generations, so that forgetting costs
 * nothing: what is in neither is older than the window on both sides of now.
 */
export function rememberNonces() {
  let younger = new Set<string>();
  let older = new Set<string>();
  let turnedAt = -Infinity;
  return (mchid: string, nonce: string, at: number): boolean => {
    if (at - turnedAt > 2 * windowMs) {
      older = at - turnedAt > 4 * windowMs ? new Set() : younger;
      younger = new Set();
      turnedAt = at;
    }
    const key = `${mchid} ${nonce}`;
    if (younger.has(key) || older.has(key)) return false;
    younger.add(key);
    return true;
  };
}
