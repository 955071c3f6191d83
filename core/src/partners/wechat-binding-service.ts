import { randomBytes } from 'node:crypto';
import {
  type Caller,
  Contended,
  type Instant,
  type Outcome,
  type Platform,
  Refused,
  type Tx,
} from '../platform';
import type { Around } from './around';
import { type Begun, sessionDesk, tokenHashOf, type Visit } from './begin-session-service';
import { passwordCheck } from './check-password-service';
import { deskOf } from './desk-service';
import type { User } from './model';
import type { WechatApp, WechatDoor } from './sign-in-doors';
import { partnerStore } from './store';
import { verifiedPhoneStore } from './verified-phone-store';
import { bindingStep, type WechatBinding, type WechatPerson } from './wechat-binding';
import { wechatBindingStore } from './wechat-binding-store';

/** How long an unbound WeChat may show a phone number or a password. */
const ticketMs = 10 * 60_000;
/** How long a page may be away at WeChat. */
const stateMs = 10 * 60_000;

/** In; or nobody's WeChat yet, with the ticket to bind it; or waiting for somebody's yes. */
export type WechatAnswer =
  | ({ readonly outcome: 'loggedIn' } & Begun)
  | { readonly outcome: 'notBound'; readonly ticket: string; readonly ticketExpiresAt: Instant }
  | { readonly outcome: 'waiting' };

/** The desk where people sign in by WeChat and bind it to themselves. */
export function wechatBindingDesk(
  platform: Platform,
  sessionDays: number,
  door: WechatDoor | null,
  around: Pick<Around, 'forgetConsents'>,
) {
  const desk = deskOf(platform);
  const { database, newId } = desk;
  const { newSession, loadWelcome, beginSession } = sessionDesk(platform, sessionDays);
  const checkPassword = passwordCheck(platform);

  const doorOrRefuse = () => {
    if (!door) throw new Refused('auth.wechatOff');
    return door;
  };

  /** Binds in the open transaction; a trail of the party says so, for it is a new device that gets in. */
  const bind = async (tx: Tx, user: User, person: WechatPerson, visit: Visit, device: string) => {
    await wechatBindingStore(tx).bind({
      ...personOf(person),
      userId: user.id,
      boundAt: visit.at,
      unboundAt: null,
    });
    await desk.record(
      tx,
      { partyId: user.partyId, userId: user.id, at: visit.at },
      {
        partyId: user.partyId,
        kind: 'wechatBound',
        after: { userId: user.id, app: person.app, device: device || visit.deviceId },
      },
    );
  };

  /** The user of a WeChat: bound in this app, or in another app of the house and known by the unionid. */
  const userOf = async (person: WechatPerson, visit: Visit, device: string): Promise<string | null> => {
    const found = await database.read((tx) => wechatBindingStore(tx).ofOpenid(person));
    if (found?.unboundAt === null) return found.userId;
    const { unionid } = person;
    if (unionid === null) return null;
    return database.transaction(async (tx) => {
      const store = wechatBindingStore(tx);
      const userIds = new Set((await store.ofUnionid(unionid)).map(({ userId }) => userId));
      const [userId] = userIds;
      const user = userId !== undefined && userIds.size === 1 ? await store.userLocked(userId) : undefined;
      if (!user) return null;
      const hasOwn = (await store.ofUser(user.id)).some(({ appid }) => appid === person.appid);
      if (hasOwn) return null;
      await bind(tx, user, person, visit, device);
      return user.id;
    });
  };

  const giveTicket = async (person: WechatPerson, at: Instant) => {
    const ticket = randomBytes(32).toString('base64url');
    const ticketExpiresAt = at + ticketMs;
    const kept = { ...person, ticketHash: tokenHashOf(ticket), expiresAt: ticketExpiresAt };
    await database.transaction((tx) => wechatBindingStore(tx).addTicket(kept, at));
    return { outcome: 'notBound', ticket, ticketExpiresAt } as const;
  };

  /** @throws auth.ticketGone */
  const readTicket = async (ticket: string, at: Instant) => {
    const found = await database.read((tx) => wechatBindingStore(tx).ticket(tokenHashOf(ticket), at));
    if (!found) throw new Refused('auth.ticketGone');
    return found;
  };

  /** Another WeChat for somebody who has one waits for a yes. */
  const ask = async (
    tx: Tx,
    user: User,
    { person, from }: { person: WechatPerson; from: WechatBinding | undefined },
    visit: Visit,
    device: string,
  ) => {
    const store = wechatBindingStore(tx);
    await store.replaceWaiting(user.id, person.appid, visit.at);
    await store.ask({
      ...personOf(person),
      id: newId(),
      userId: user.id,
      partyId: user.partyId,
      device: device || visit.deviceId,
      fromOpenid: from?.openid ?? null,
      fromBoundAt: from?.boundAt ?? null,
      state: 'waiting',
      slot: 'open',
      askedAt: visit.at,
      decidedBy: null,
      decidedAt: null,
      reason: '',
    });
    await desk.record(
      tx,
      { partyId: user.partyId, userId: user.id, at: visit.at },
      {
        partyId: user.partyId,
        kind: 'wechatRebindingAsked',
        after: { userId: user.id, app: person.app, device: device || visit.deviceId },
      },
    );
  };

  /** Binds, or asks for a yes where the user has another WeChat; true when it is bound. @throws auth.wechatTaken */
  const takeStep = async (tx: Tx, userId: string, person: WechatPerson, visit: Visit, device: string) => {
    const store = wechatBindingStore(tx);
    const user = await store.userLocked(userId);
    if (!user) throw new Contended('a user');
    const ofUser = await store.ofUser(userId);
    const ofOpenid = await store.ofOpenid(person);
    const step = bindingStep(userId, person, { ofUser, ...(ofOpenid ? { ofOpenid } : {}) });
    if (step === 'taken') throw new Refused('auth.wechatTaken');
    const from = ofUser.find(({ appid }) => appid === person.appid);
    if (step === 'ask') await ask(tx, user, { person, from }, visit, device);
    if (step === 'bind') await bind(tx, user, person, visit, device);
    return step !== 'ask';
  };

  /** Uses the ticket up for a user who has shown who it is. @throws auth.suspended, auth.ticketGone, auth.wechatTaken */
  const bindTo = async (
    userId: string,
    ticket: string,
    visit: Visit,
    device: string,
  ): Promise<WechatAnswer> => {
    const me = await loadWelcome(userId);
    const { token, session } = newSession(userId, visit, device);
    const isIn = await database.transaction(async (tx) => {
      const store = wechatBindingStore(tx);
      const person = await store.ticket(tokenHashOf(ticket), visit.at);
      if (!person || (await store.useTicket(person.ticketHash, visit.at)) === 0) {
        throw new Refused('auth.ticketGone');
      }
      const isBound = await takeStep(tx, userId, person, visit, device);
      if (isBound) await partnerStore(tx).addSessions([session]);
      return isBound;
    });
    return isIn ? { outcome: 'loggedIn', token, expiresAt: session.expiresAt, me } : { outcome: 'waiting' };
  };

  return {
    /** The ways in by WeChat there are; null when there is none. */
    wechatWays: () => door && { appids: door.appids, authorizeUrl: door.authorizeUrl },

    /**
     * Lets in whoever a code of WeChat stands for, once it is bound to a user; else gives the ticket to bind it.
     * @throws auth.wechatOff, auth.wechatCode, auth.wechatRisky, auth.wechatSnapshot, auth.wechatSilent, auth.suspended
     */
    async logInByWechat(
      visit: Visit,
      { app, code, device }: { readonly app: WechatApp; readonly code: string; readonly device: string },
    ): Promise<WechatAnswer> {
      const { appids, visitor } = doorOrRefuse();
      const { openid, unionid } = valueOf(await visitor(app, code));
      const person: WechatPerson = { app, appid: appids[app], openid, unionid };
      const userId = await userOf(person, visit, device);
      if (userId === null) return giveTicket(person, visit.at);
      return { outcome: 'loggedIn', ...(await beginSession(userId, visit, device)) };
    },

    /**
     * Binds by the number behind the mini-program's phone button. A number that nobody has proved to be theirs leaves
     * the ticket good for the password: that it is typed in as a party's contact says nothing of who holds it.
     * @throws auth.wechatOff, auth.ticketGone, auth.wechatCode, auth.wechatSilent, auth.phoneUnknown, auth.wechatTaken, auth.suspended
     */
    async bindByPhone(
      visit: Visit,
      input: { readonly ticket: string; readonly phoneCode: string; readonly device: string },
    ): Promise<WechatAnswer> {
      const { phoneNumber } = doorOrRefuse();
      const { app } = await readTicket(input.ticket, visit.at);
      // Only the mini-program has the button, so a ticket from elsewhere was carried there.
      if (app !== 'miniapp') throw new Refused('auth.ticketGone');
      const { number, countryCode } = valueOf(await phoneNumber(input.phoneCode));
      const isDomestic = countryCode === '86';
      const verified = isDomestic
        ? await database.read((tx) => verifiedPhoneStore(tx).ofPhone(number))
        : undefined;
      if (!verified) throw new Refused('auth.phoneUnknown');
      return bindTo(verified.userId, input.ticket, visit, input.device);
    },

    /**
     * Binds by a password, with the lock-out of the log-in.
     * @throws auth.ticketGone, auth.wrong, auth.locked, auth.wechatTaken, auth.suspended
     */
    async bindByPassword(
      visit: Visit,
      input: {
        readonly ticket: string;
        readonly loginName: string;
        readonly password: string;
        readonly device: string;
      },
    ): Promise<WechatAnswer> {
      await readTicket(input.ticket, visit.at);
      const user = await checkPassword(input.loginName, input.password);
      return bindTo(user.id, input.ticket, visit, input.device);
    },

    /** What the caller is bound to, and what became of the caller's latest wish for another WeChat. */
    wechatBindings: (caller: Caller) =>
      database.read(async (tx) => {
        const store = wechatBindingStore(tx);
        const bindings = (await store.ofUser(caller.userId)).filter(({ unboundAt }) => unboundAt === null);
        return { bindings, asked: (await store.latestOf(caller.userId)) ?? null };
      }),

    /**
     * What the caller's page sends its visitor to WeChat with. It is good once, for ten minutes and for this session
     * alone: a code that somebody else's page was sent back with cannot bind here, and this page's nowhere else.
     * @throws auth.wechatOff
     */
    async askWechatState(caller: Caller) {
      doorOrRefuse();
      const state = randomBytes(32).toString('base64url');
      const expiresAt = caller.at + stateMs;
      const kept = { stateHash: tokenHashOf(state), sessionId: caller.sessionId, expiresAt };
      await database.transaction((tx) => wechatBindingStore(tx).addState(kept, caller.at));
      return { state, expiresAt };
    },

    /**
     * Binds the WeChat of who is logged in already, or asks for a yes. The mini-program gets its code itself; a page
     * gets it by an address that anybody can make, so there the state must be this session's.
     * @throws auth.wechatOff, auth.wechatState, auth.wechatCode, auth.wechatRisky, auth.wechatSnapshot, auth.wechatSilent, auth.wechatTaken
     */
    async bindOwnWechat(
      caller: Caller,
      input: {
        readonly app: WechatApp;
        readonly code: string;
        readonly state?: string | undefined;
        readonly device: string;
      },
    ): Promise<'bound' | 'waiting'> {
      const { appids, visitor } = doorOrRefuse();
      const { app, code, state = '', device } = input;
      if (app === 'h5') {
        const used = { stateHash: tokenHashOf(state), sessionId: caller.sessionId };
        const isOwn = await database.transaction((tx) => wechatBindingStore(tx).useState(used, caller.at));
        if (isOwn === 0) throw new Refused('auth.wechatState');
      }
      const { openid, unionid } = valueOf(await visitor(app, code));
      const person: WechatPerson = { app, appid: appids[app], openid, unionid };
      const isBound = await database.transaction((tx) => takeStep(tx, caller.userId, person, caller, device));
      return isBound ? 'bound' : 'waiting';
    },

    /** Undoes the caller's bindings in all apps; what was agreed to there ends with them. @throws auth.wechatNotBound */
    unbindWechat: (caller: Caller) =>
      database.transaction(async (tx) => {
        if ((await wechatBindingStore(tx).unbind(caller.userId, caller.at)) === 0) {
          throw new Refused('auth.wechatNotBound');
        }
        await around.forgetConsents(tx, { userId: caller.userId, keptOpenid: null, at: caller.at });
        await desk.record(tx, caller, {
          partyId: caller.partyId,
          kind: 'wechatUnbound',
          after: { userId: caller.userId },
        });
      }),
  };
}

const personOf = ({ app, appid, openid, unionid }: WechatPerson): WechatPerson => ({
  app,
  appid,
  openid,
  unionid,
});

/** What WeChat said; its noes in our words. Theirs may hold what was asked, so they go nowhere. */
function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind === 'done') return outcome.value;
  if (outcome.kind === 'unknown') throw new Refused('auth.wechatSilent');
  if (outcome.code === 'SNAPSHOT_USER') throw new Refused('auth.wechatSnapshot');
  throw new Refused(outcome.code === riskyUser ? 'auth.wechatRisky' : 'auth.wechatCode');
}

/** Source: jscode2session, a user WeChat holds for a danger. */
const riskyUser = '40226';
