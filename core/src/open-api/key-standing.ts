import type { Instant } from '../platform/clock';
import type { ApiKey, ApiKeyStanding } from './model';

/** Where a key is at a moment: nothing needs to be written for one to expire. */
export function keyStandingOf(
  { revokedAt, expiresAt }: Pick<ApiKey, 'revokedAt' | 'expiresAt'>,
  at: Instant,
): ApiKeyStanding {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && expiresAt <= at ? 'expired' : 'live';
}
