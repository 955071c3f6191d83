import { keyStandingOf } from './key-standing';

it.each([
  [{ revokedAt: null, expiresAt: null }, 'live'],
  [{ revokedAt: null, expiresAt: 1_001 }, 'live'],
  [{ revokedAt: null, expiresAt: 1_000 }, 'expired'],
  [{ revokedAt: 900, expiresAt: null }, 'revoked'],
  [{ revokedAt: 900, expiresAt: 950 }, 'revoked'],
] as const)('%j is %s', (key, standing) => {
  expect(keyStandingOf(key, 1_000)).toBe(standing);
});
