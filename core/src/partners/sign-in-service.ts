import { hash, randomBytes } from 'node:crypto';
import { type Caller, dayMs, type Instant, type Platform, Refused } from '../platform';
import type { Party, Session, User } from './model';
import { hashPassword, isPassword } from './password-service';
import { lastSeenWriter } from './last-seen-service';
import { liveSession, type SessionCache } from './session-cache-service';
import { partnerStore } from './store';

export interface LogIn {
  readonly loginName: string;
  readonly password: string;
  readonly device: string;
}

/** What is known of a request before anyone is: `Caller` without a person. */
export type Visit = Pick<Caller, 'channel' | 'deviceId' | 'ip' | 'at'>;

export interface Me {
  readonly user: User;
  readonly party: Party;
}

/** Somebody signed in, and whether anything but a new password is served. */
export interface SignedInCaller extends Caller {
  readonly mustChangePassword: boolean;
}

/** A request with a token, and the time it says it is made at. */
export interface TokenVisit extends Visit {
  readonly saidAt: Instant | null;
}

const wrongPasswordLimit = 10;
const lockMs = 15 * 60_000;

const tokenHashOf = (token: string) => hash('sha256', token, 'hex');

/** The desk where people sign in and out. */
export function signInDesk(platform: Platform, sessionDays: number, sessions: SessionCache) {
  const { database, coordination, newId } = platform;
  const noteUse = lastSeenWriter(platform);
  const loadSession = (tokenHash: string) =>
    database.read(async (tx) => liveSession(await partnerStore(tx).signedIn(tokenHash)));

  const newSession = (userId: string, visit: Visit, device: string) => {
    const token = randomBytes(32).toString('base64url');
    const session: Session = {
      id: newId(),
      tokenHash: tokenHashOf(token),
      userId,
      device: device || visit.deviceId,
      ip: visit.ip,
      createdAt: visit.at,
      lastSeenAt: visit.at,
      expiresAt: visit.at + sessionDays * dayMs,
      endedAt: null,
      carriesClock: false,
    };
    return { token, session };
  };

  /** @throws auth.locked, auth.wrong */
  const checkPassword = async (loginName: string, password: string): Promise<User> => {
    const counter = `{login:${loginName.toLowerCase()}}`;
    // Counted before it is checked: guesses that come at once are counted one by one.
    const attempts = await coordination.increment(counter, 1, { expiresAfterMs: lockMs });
    if (attempts > wrongPasswordLimit) throw new Refused('auth.locked');
    const user = await database.read((tx) => partnerStore(tx).userByLoginName(loginName));
    if (!(await isPassword(user?.passwordHash, password)) || !user) throw new Refused('auth.wrong');
    await coordination.increment(counter, -1, { expiresAfterMs: lockMs });
    return user;
  };

  const loadMe = (userId: string): Promise<Me> =>
    database.read(async (tx) => {
      const store = partnerStore(tx);
      const [user] = await store.users([userId]);
      const [party] = user ? await store.parties([user.partyId]) : [];
      if (!user || !party) throw new Refused('auth.required');
      return { user, party };
    });

  return {
    /**
     * Checks a password and begins a session. Ten wrong ones lock the name for fifteen minutes.
     * @throws auth.wrong, auth.locked, auth.suspended
     */
    async logIn(visit: Visit, input: LogIn) {
      const user = await checkPassword(input.loginName, input.password);
      const me = await loadMe(user.id);
      if (user.status !== 'active' || me.party.status === 'suspended') throw new Refused('auth.suspended');
      const { token, session } = newSession(user.id, visit, input.device);
      await database.transaction((tx) => partnerStore(tx).addSessions([session]));
      return { token, expiresAt: session.expiresAt, me };
    },

    /**
     * Who a bearer token stands for; null when it is unknown, ended or its user is suspended. What the
     * database said is believed for seconds (`session-cache-service.ts`): a session's own end is kept to the
     * moment, and log-out, revocation, a new password, other roles and suspension count from the next
     * request on in the process that did them, in the others once they have heard, at the latest after
     * `believedMs`. What a request says of the time counts only in a session minted for a replay.
     */
    async authenticate(token: string, visit: TokenVisit): Promise<SignedInCaller | null> {
      const { at, saidAt } = visit;
      const session = await sessions.find(tokenHashOf(token), loadSession);
      if (!session || session.expiresAt <= at) return null;
      noteUse(session, at);
      return {
        userId: session.userId,
        userName: session.userName,
        partyId: session.partyId,
        partyKind: session.partyKind,
        roles: session.roles,
        sessionId: session.sessionId,
        channel: session.carriesClock ? 'replay' : visit.channel,
        deviceId: visit.deviceId,
        ip: visit.ip,
        at: session.carriesClock && saidAt !== null ? saidAt : at,
        mustChangePassword: session.mustChangePassword,
      };
    },

    /** True when a token's session was read here a moment ago. Asks nobody: for the door of a full house. */
    isKnownToken: (token: string): boolean => sessions.knows(tokenHashOf(token)),

    me: (caller: Caller): Promise<Me> => loadMe(caller.userId),

    sessions: (caller: Caller) =>
      database.read((tx) => partnerStore(tx).liveSessions(caller.userId, caller.at)),

    /** @throws auth.sessionUnknown */
    async endSession(caller: Caller, sessionId: string) {
      const ended = await database
        .transaction((tx) => partnerStore(tx).endSession(caller.userId, sessionId, caller.at))
        .finally(() => sessions.forget({ kind: 'session', id: sessionId }));
      if (ended === 0) throw new Refused('auth.sessionUnknown');
    },

    /** Ends every other session of the user. @throws auth.wrong, auth.locked, auth.passwordSame */
    async changePassword(caller: Caller, currentPassword: string, newPassword: string) {
      const { user } = await loadMe(caller.userId);
      await checkPassword(user.loginName, currentPassword);
      if (newPassword === currentPassword) throw new Refused('auth.passwordSame');
      const passwordHash = await hashPassword(newPassword);
      await database
        .transaction(async (tx) => {
          await partnerStore(tx).setPassword(user.id, passwordHash, false);
          await partnerStore(tx).endOtherSessions(user.id, caller.sessionId, caller.at);
        })
        .finally(() => sessions.forget({ kind: 'user', id: user.id }));
    },

    /**
     * Begins sessions without a password, for load generators and replays, which have the database
     * itself. Such a session may say what time its requests are made at.
     */
    async mintSessions(userIds: readonly string[], at: Instant) {
      const visit: Visit = { channel: 'replay', deviceId: 'replay', ip: '', at };
      const minted = userIds.map((userId) => newSession(userId, visit, 'replay'));
      await database.transaction((tx) =>
        partnerStore(tx).addSessions(minted.map(({ session }) => ({ ...session, carriesClock: true }))),
      );
      return minted.map(({ token }) => token);
    },
  };
}
