import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';

/** A token the server needs no database for: whose it is, until when, and a signature over both. */
export function signToken(buyerId: string, expiresAt: number, key: KeyObject): string {
  const said = `${buyerId}.${expiresAt}`;
  return `${said}.${createHmac('sha256', key).update(said).digest('base64url')}`;
}

/** Whose a token is; null when the signature is not ours or its time is over. */
export function readToken(token: string, key: KeyObject, now: number): string | null {
  const cut = token.lastIndexOf('.');
  const said = token.slice(0, cut);
  const expected = createHmac('sha256', key).update(said).digest();
  const given = Buffer.from(token.slice(cut + 1), 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const [buyerId = '', expiresAt = '0'] = said.split('.');
  return Number(expiresAt) > now ? buyerId : null;
}
