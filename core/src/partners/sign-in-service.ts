import { type Caller, type Instant, type Platform, Refused } from '../platform';
import { type Me, sessionDesk, tokenHashOf, type Visit } from './begin-session-service';
import { passwordCheck } from './check-password-service';
import { hashPassword } from './password-service';
import { lastSeenWriter } from './last-seen-service';
import { liveSession, type SessionCache } from './session-cache-service';
import { partnerStore } from './store';

export interface LogIn {
  readonly loginName: string;
  readonly password: string;
  readonly device: string;
}

/** Somebody signed in, and whether anything but a new password is served. */
export interface SignedInCaller extends Caller {
  readonly mustChangePassword: boolean;
}

/** A request with a token, and the time it says it is made at. */
export interface TokenVisit extends Visit {
  readonly saidAt: Instant | null;
}

/** The desk where people sign in and out. */
export function signInDesk(platform: Platform, sessionDays: number, sessions: SessionCache) {
  const { database } = platform;
  const noteUse = lastSeenWriter(platform);
  const loadSession = (tokenHash: string) =>
    database.read(async (tx) => liveSession(await partnerStore(tx).signedIn(tokenHash)));

  const { newSession, loadMe, beginSession } = sessionDesk(platform, sessionDays);
  const checkPassword = passwordCheck(platform);

  return {
    /**
     * Checks a password and begins a session. Ten wrong ones lock the name for fifteen minutes.
     * @throws auth.wrong, auth.locked, auth.suspended
     */
    async logIn(visit: Visit, input: LogIn) {
      const user = await checkPassword(input.loginName, input.password);
      return beginSession(user.id, visit, input.device);
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
