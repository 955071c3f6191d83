import { type Coordination, type Instant, type PartyKind, type Role } from '../platform';
import { rolesOf, type SignedIn } from './store';

/** A session that opens doors, as the database told it. */
export interface LiveSession {
  readonly sessionId: string;
  readonly userId: string;
  readonly userName: string;
  readonly roles: readonly Role[];
  readonly partyId: string;
  readonly partyKind: PartyKind;
  readonly mustChangePassword: boolean;
  readonly carriesClock: boolean;
  readonly expiresAt: Instant;
  /** Moves with use; see `lastSeenWriter`. */
  lastSeenAt: Instant;
}

/** One session, or all of a user or of a party. */
export interface Whose {
  readonly kind: 'session' | 'user' | 'party';
  readonly id: string;
}

/** Told after a commit that may have ended sessions or changed what they may do. */
export interface SessionWatch {
  forget(whose: Whose): void;
}

export interface SessionCache extends SessionWatch {
  /** The live session of a token, from here or as `load` tells it now; null when there is none. */
  find(
    tokenHash: string,
    load: (tokenHash: string) => Promise<LiveSession | null>,
  ): LiveSession | Promise<LiveSession | null>;
  /** True when a token's session is known here and believed; never reads the database. */
  knows(tokenHash: string): boolean;
  /** How many sessions are known here. */
  size(): number;
}

/** How long the database's word on a session is believed where no word of its end arrives. */
export const believedMs = 5_000;
/** A session more costs some 500 bytes; past this many the one read first is read again. */
export const sessionsKept = 50_000;
const topic = 'partners.sessions';

/** What a session's row opens; null when it has ended, or its user or party is suspended. */
export function liveSession(found: SignedIn | undefined): LiveSession | null {
  if (!found || found.endedAt !== null) return null;
  if (found.userStatus !== 'active' || found.partyStatus === 'suspended') return null;
  return {
    sessionId: found.sessionId,
    userId: found.userId,
    userName: found.userName,
    roles: rolesOf(found),
    partyId: found.partyId,
    partyKind: found.partyKind,
    mustChangePassword: found.mustChangePassword === 1,
    carriesClock: found.carriesClock === 1,
    expiresAt: found.expiresAt,
    lastSeenAt: found.lastSeenAt,
  };
}

const isOf = ({ sessionId, userId, partyId }: LiveSession, { kind, id }: Whose) =>
  id === (kind === 'session' ? sessionId : kind === 'user' ? userId : partyId);

/** Tells every process to forget; what is not heard is forgotten after `believedMs`. */
export const sessionWatch = (coordination: Coordination): SessionWatch => ({
  forget: ({ kind, id }) => {
    coordination.publish(topic, `${kind}:${id}`).catch(() => undefined);
  },
});

/**
 * Sessions this process has read a moment ago. A session that ended is closed at once here, elsewhere as
 * soon as the message of it arrives, and where none arrives (no Redis, a torn connection) after
 * `believedMs` at the latest. Only live sessions are kept, so guessed tokens take no room.
 */
export function openSessionCache(
  coordination: Coordination,
  { kept = sessionsKept, nowMs = () => performance.now() } = {},
): SessionCache {
  // In the order they were read: the first one is the next to be read again.
  const known = new Map<string, { readonly session: LiveSession; readonly untilMs: number }>();
  const loading = new Map<string, Promise<LiveSession | null>>();
  const others = sessionWatch(coordination);
  let forgetting = 0;
  let listening: Promise<unknown> | null = null;

  const forgetHere = (whose: Whose | null) => {
    // Who has begun to read may have read what stood there before.
    forgetting += 1;
    loading.clear();
    for (const [tokenHash, { session }] of known) {
      if (whose === null || isOf(session, whose)) known.delete(tokenHash);
    }
  };

  const listen = () => {
    listening ??= coordination
      .subscribe(topic, (message) => forgetHere(readWhose(message)))
      .catch(() => {
        listening = null;
      });
  };

  const keep = (tokenHash: string, session: LiveSession, readAtMs: number) => {
    known.delete(tokenHash);
    known.set(tokenHash, { session, untilMs: readAtMs + believedMs });
    for (const [eldest, { untilMs }] of known) {
      if (known.size <= kept && untilMs > readAtMs) break;
      known.delete(eldest);
    }
  };

  const read = async (tokenHash: string, load: (tokenHash: string) => Promise<LiveSession | null>) => {
    const before = forgetting;
    const readAtMs = nowMs();
    const session = await load(tokenHash);
    if (session && before === forgetting) keep(tokenHash, session, readAtMs);
    return session;
  };

  const believed = (tokenHash: string) => {
    const found = known.get(tokenHash);
    return found && found.untilMs > nowMs() ? found.session : null;
  };

  return {
    find(tokenHash, load) {
      const session = believed(tokenHash);
      if (session) return session;
      listen();
      // Many requests of one session at once ask the database once.
      const asked = loading.get(tokenHash);
      if (asked) return asked;
      const reading = read(tokenHash, load).finally(() => {
        if (loading.get(tokenHash) === reading) loading.delete(tokenHash);
      });
      loading.set(tokenHash, reading);
      return reading;
    },
    knows: (tokenHash) => believed(tokenHash) !== null,
    forget(whose) {
      forgetHere(whose);
      others.forget(whose);
    },
    size: () => known.size,
  };
}

/** A message as it was meant; null, which is everybody, for one that nobody here would write. */
function readWhose(message: string): Whose | null {
  const [, kind, id] = /^(session|user|party):(.+)$/.exec(message) ?? [];
  return kind && id ? { kind: kind as Whose['kind'], id } : null;
}
