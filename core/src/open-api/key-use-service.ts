import type { Instant, Platform } from '../platform';
import { keyStore } from './key-store';
import type { ApiKeyUse } from './model';

/** A key's use is written at most this often by a process: it is shown to people and decides nothing. */
const touchMs = 60_000;
/** So many keys are remembered; then all are written once more. */
const keysRemembered = 10_000;

/** Notes behind the answer when a key was last used. What a crash loses of it is lost. */
export function keyUseWriter({ database }: Pick<Platform, 'database'>) {
  const written = new Map<string, Instant>();
  return (use: ApiKeyUse): void => {
    const last = written.get(use.keyId);
    if (last !== undefined && use.lastUsedAt - last <= touchMs) return;
    if (written.size >= keysRemembered) written.clear();
    written.set(use.keyId, use.lastUsedAt);
    database.transaction((tx) => keyStore(tx).noteUse(use)).catch(() => written.delete(use.keyId));
  };
}
