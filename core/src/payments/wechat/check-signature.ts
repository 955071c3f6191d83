import { type KeyObject, verify } from 'node:crypto';
import type { Instant } from '../../platform';

/** How far a signature's time may be from ours, either way. */
export const windowMs = 300_000;

/** What WeChat says of its signature, in the headers of an answer or a notice. */
export interface SignatureHeaders {
  readonly timestamp: string;
  readonly nonce: string;
  readonly serial: string;
  readonly signature: string;
}

type HeaderRecord = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads the headers (names in lower case); null when one is missing, doubled or malformed. */
export function readSignature(headers: HeaderRecord): SignatureHeaders | null {
  const [timestamp, nonce, serial, signature] = ['timestamp', 'nonce', 'serial', 'signature'].map(
    (name) => headers[`wechatpay-${name}`],
  );
  const type = headers['wechatpay-signature-type'] ?? 'WECHATPAY2-SHA256-RSA2048';
  if (type !== 'WECHATPAY2-SHA256-RSA2048') return null;
  if (typeof timestamp !== 'string' || !/^\d{1,11}$/.test(timestamp)) return null;
  if (typeof nonce !== 'string' || nonce === '' || nonce.length > 128) return null;
  if (typeof serial !== 'string' || !/^[0-9A-Za-z_]{1,64}$/.test(serial)) return null;
  if (typeof signature !== 'string' || signature === '' || signature.length > 1_024) return null;
  return { timestamp, nonce, serial, signature };
}

/** Whether it was signed within five minutes of `now`: what was signed earlier may be somebody's replay. */
export function isFresh({ timestamp }: SignatureHeaders, now: Instant): boolean {
  return Math.abs(now - Number(timestamp) * 1_000) < windowMs;
}

/**
 * Whether `key` signed these bytes. The probes WeChat sends (`WECHATPAY/SIGNTEST/…`) are wrong signatures and fail as
 * such. Source: 签名验证, three lines of timestamp, nonce and body, RSA-SHA256.
 */
export function isSignedBy(
  key: KeyObject,
  { timestamp, nonce, signature }: SignatureHeaders,
  body: Uint8Array,
): boolean {
  const text = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), body, Buffer.from('\n')]);
  // Buffer.from would skip what is not base64, and a probe's prefix with it.
  if (!/^[0-9A-Za-z+/]+={0,2}$/.test(signature)) return false;
  return verify('RSA-SHA256', text, key, Buffer.from(signature, 'base64'));
}
