import { createHash, timingSafeEqual } from 'node:crypto';

export interface PushSignature {
  readonly signature: string;
  readonly timestamp: string;
  readonly nonce: string;
}

/** Whether a push comes from whoever knows the token. Source: 消息推送, sha1 over the three texts in order. */
export function isPushSigned(token: string, { signature, timestamp, nonce }: PushSignature): boolean {
  const expected = createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest();
  const given = Buffer.from(/^[0-9a-f]{40}$/.test(signature) ? signature : '', 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
