import type { Instant, Platform } from '../platform';
import type { LiveSession } from './session-cache-service';
import { partnerStore } from './store';

/** A session's last use is written at most this often. */
const touchMs = 60_000;
/** What is used within this time is written in one statement. */
const collectMs = 1_000;
const writtenTogether = 500;

/**
 * Writes when sessions were last used: behind the requests, many at once. It is shown to people and decides
 * nothing, so what a crash loses of it is lost.
 */
export function lastSeenWriter({ database }: Pick<Platform, 'database'>) {
  const waiting = new Map<string, Instant>();
  let timer: NodeJS.Timeout | null = null;

  const write = async () => {
    timer = null;
    const used = [...waiting].sort(([one], [other]) => (one < other ? -1 : 1));
    waiting.clear();
    for (let first = 0; first < used.length; first += writtenTogether) {
      const some = used.slice(first, first + writtenTogether);
      const at = Math.max(...some.map(([, usedAt]) => usedAt));
      await database.transaction((tx) =>
        partnerStore(tx).touchSessions(
          some.map(([id]) => id),
          at,
        ),
      );
    }
  };

  return (session: LiveSession, at: Instant): void => {
    if (at - session.lastSeenAt <= touchMs) return;
    session.lastSeenAt = at;
    waiting.set(session.sessionId, at);
    timer ??= setTimeout(() => void write().catch(() => undefined), collectMs).unref();
  };
}
