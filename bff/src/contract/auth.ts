import { z } from 'zod';
import { endpoints } from './endpoints';
import { At, Done, Id, Note, PageQuery, pageOf, PartyKind, Role } from './fields';
import { route } from './route';

export const MeView = z.object({
  userId: Id,
  name: z.string(),
  loginName: z.string(),
  roles: z.array(Role),
  party: z.object({ partyId: Id, name: z.string(), kind: PartyKind, regionCode: z.string() }),
  /** True for distributors: they buy from HQ and sell to stores. */
  sells: z.boolean(),
  buys: z.boolean(),
  /** True until a password somebody else made is changed; nothing but that is served before. */
  mustChangePassword: z.boolean(),
});

export const SessionView = z.object({
  sessionId: Id,
  device: z.string(),
  ip: z.string(),
  createdAt: At,
  lastSeenAt: At,
  current: z.boolean(),
});

const Password = z.string().min(1).max(200);
const Device = z.string().max(100).default('');
const LoginName = z.string().trim().min(1).max(64);
const WechatApp = z.enum(['miniapp', 'h5']);
/** What WeChat hands to a front; good once. */
const WechatCode = z.string().min(1).max(256);
const Ticket = z.string().regex(/^[0-9A-Za-z_-]{43}$/);
/** Only a mobile gets text messages. */
const Mobile = z.string().regex(/^1[3-9]\d{9}$/);

const Code = z.string().regex(/^\d{6}$/);
const NewPassword = z.string().min(10).max(200);

const LoggedIn = z.object({ token: z.string(), expiresAt: At, me: MeView });

/** In; or nobody's WeChat yet, with a ticket of ten minutes to bind it; or waiting for an owner's yes. */
const WechatLoggedIn = z.discriminatedUnion('outcome', [
  LoggedIn.extend({ outcome: z.literal('loggedIn') }),
  z.object({ outcome: z.literal('notBound'), ticket: Ticket, ticketExpiresAt: At }),
  z.object({ outcome: z.literal('waiting') }),
]);

const RebindingState = z.enum(['waiting', 'approved', 'refused', 'replaced']);
/** Whose WeChat it is. */
const ofPerson = {
  user: z.object({ userId: Id, name: z.string(), loginName: z.string() }),
  party: z.object({ partyId: Id, name: z.string() }),
};
/** The end of WeChat's name for somebody: enough to tell two apart. */
const Mark = z.string().max(6);

const RebindingView = z.object({
  rebindingId: Id,
  app: WechatApp,
  device: z.string(),
  ...ofPerson,
  from: z.object({ mark: Mark, boundAt: At }).nullable().describe('what the user had in this app then'),
  to: z.object({ mark: Mark }),
  state: RebindingState,
  askedAt: At,
  decidedAt: At.nullable(),
  decidedBy: z.string(),
  reason: z.string(),
});
const BoundView = z.object({ app: WechatApp, mark: Mark, boundAt: At, ...ofPerson });
const Reason = Note.min(1);
const Words = z.string().trim().max(40).default('');

const OwnProof = z.discriminatedUnion('by', [
  z.object({ by: z.literal('password'), password: Password }),
  z.object({ by: z.literal('phone'), code: Code }),
]);
const decision = z.object({ commandId: Id, rebindingId: Id });
const wechatRefusals = ['auth.wechatOff', 'auth.wechatCode', 'auth.wechatSilent', 'auth.suspended'];

export const authRoutes = {
  /** Ten wrong passwords lock the log-in name for fifteen minutes, known or not. */
  logIn: route(endpoints.auth.logIn, {
    summary: 'Log in with a password and get a bearer token.',
    access: 'public',
    input: z.object({ loginName: LoginName, password: Password, device: Device }),
    output: LoggedIn,
    errors: ['auth.wrong', 'auth.locked', 'auth.suspended'],
  }),
  logOut: route(endpoints.auth.logOut, {
    summary: 'End this session.',
    access: 'signedIn',
    input: z.object({}),
    output: Done,
    errors: [],
  }),
  me: route(endpoints.auth.me, {
    summary: 'Who am I, for which party, in which roles.',
    access: 'signedIn',
    input: z.object({}),
    output: MeView,
    errors: [],
  }),
  sessions: route(endpoints.auth.sessions, {
    summary: 'My live sessions.',
    access: 'signedIn',
    input: z.object({}),
    output: z.object({ items: z.array(SessionView) }),
    errors: [],
  }),
  revokeSession: route(endpoints.auth.revokeSession, {
    summary: 'End one of my sessions.',
    access: 'signedIn',
    input: z.object({ sessionId: Id }),
    output: Done,
    errors: ['auth.sessionUnknown'],
  }),
  changePassword: route(endpoints.auth.changePassword, {
    summary: 'Change my password; every other session of mine ends.',
    access: 'signedIn',
    input: z.object({ currentPassword: Password, newPassword: NewPassword }),
    output: Done,
    errors: ['auth.wrong', 'auth.locked', 'auth.passwordSame'],
  }),
  /** A role of the caller's party, with the routes it opens; an owner may all of them. */
  permissions: route(endpoints.auth.permissions, {
    summary: 'What each role of my party may do.',
    access: 'signedIn',
    input: z.object({}),
    output: z.object({ items: z.array(z.object({ role: Role, routes: z.array(z.string()) })) }),
    errors: [],
  }),
  ways: route(endpoints.auth.ways, {
    summary: 'The ways to log in besides the password.',
    access: 'public',
    input: z.object({}),
    output: z.object({
      wechat: z
        .object({ miniappAppid: z.string(), h5Appid: z.string(), authorizeUrl: z.string() })
        .nullable()
        .describe('null when there is no log-in by WeChat'),
      code: z.boolean().describe('whether codes are sent by text message'),
    }),
    errors: [],
  }),
  wechatLogIn: route(endpoints.auth.wechatLogIn, {
    summary: 'Log in by a code of WeChat, or get a ticket to bind the WeChat it stands for.',
    access: 'public',
    input: z.object({ app: WechatApp, code: WechatCode, device: Device }),
    output: WechatLoggedIn,
    errors: [...wechatRefusals, 'auth.wechatRisky', 'auth.wechatSnapshot'],
  }),
  bindByPhone: route(endpoints.auth.bindByPhone, {
    summary: 'Bind a WeChat by the number behind the mini-program’s phone button, and log in.',
    access: 'public',
    input: z.object({ ticket: Ticket, phoneCode: WechatCode, device: Device }),
    output: WechatLoggedIn,
    errors: [...wechatRefusals, 'auth.ticketGone', 'auth.phoneUnknown', 'auth.wechatTaken'],
  }),
  /** Wrong passwords count with those of the log-in. */
  bindByPassword: route(endpoints.auth.bindByPassword, {
    summary: 'Bind a WeChat by a password, and log in.',
    access: 'public',
    input: z.object({ ticket: Ticket, loginName: LoginName, password: Password, device: Device }),
    output: WechatLoggedIn,
    errors: ['auth.ticketGone', 'auth.wrong', 'auth.locked', 'auth.wechatTaken', 'auth.suspended'],
  }),
  wechatBindings: route(endpoints.auth.wechatBindings, {
    summary: 'Where my WeChat opens the door.',
    access: 'signedIn',
    input: z.object({}),
    output: z.object({
      items: z.array(z.object({ app: WechatApp, boundAt: At })),
      asked: z
        .object({ app: WechatApp, state: RebindingState, askedAt: At, reason: z.string() })
        .nullable()
        .describe('my latest wish for another WeChat'),
    }),
    errors: [],
  }),
  /** Good once, for ten minutes, for this session alone. */
  wechatState: route(endpoints.auth.wechatState, {
    summary: 'What my page goes to WeChat with, to bind the WeChat it comes back with.',
    access: 'signedIn',
    input: z.object({}),
    output: z.object({ state: Ticket, expiresAt: At }),
    errors: ['auth.wechatOff'],
  }),
  /** A page names the `state` of this session; the mini-program, which gets its code itself, has none. */
  bindOwnWechat: route(endpoints.auth.bindOwnWechat, {
    summary: 'Bind my WeChat while I am logged in; another one than before waits for a yes.',
    access: 'signedIn',
    input: z.object({ app: WechatApp, code: WechatCode, state: Ticket.optional(), device: Device }),
    output: z.object({ outcome: z.enum(['bound', 'waiting']) }),
    errors: [
      'auth.wechatOff',
      'auth.wechatState',
      'auth.wechatCode',
      'auth.wechatSilent',
      'auth.wechatRisky',
      'auth.wechatSnapshot',
      'auth.wechatTaken',
    ],
  }),
  /** Another WeChat still asks for a yes afterwards; the same one does not. */
  unbindWechat: route(endpoints.auth.unbindWechat, {
    summary: 'Undo the binding of my WeChat in all apps.',
    access: 'signedIn',
    input: z.object({}),
    output: Done,
    errors: ['auth.wechatNotBound'],
  }),
  /** An owner decides for the people of the party; HQ's owner for owners. What waits stands eldest first. */
  rebindings: route(endpoints.auth.rebindings, {
    summary: 'Who asks for another WeChat where I decide; by default those who wait.',
    access: 'owner',
    input: PageQuery.extend({ state: RebindingState.or(z.literal('all')).default('waiting'), q: Words }),
    output: pageOf(RebindingView),
    errors: [],
  }),
  approveRebinding: route(endpoints.auth.approveRebinding, {
    summary: 'Bind the WeChat asked for in place of the old one; the sessions of its user end.',
    access: 'owner',
    input: decision,
    output: Done,
    errors: ['auth.rebindingUnknown', 'auth.rebindingClosed', 'auth.wechatTaken', 'command.idReused'],
  }),
  refuseRebinding: route(endpoints.auth.refuseRebinding, {
    summary: 'Leave the old WeChat bound; who asked reads why.',
    access: 'owner',
    input: decision.extend({ reason: Reason }),
    output: Done,
    errors: ['auth.rebindingUnknown', 'auth.rebindingClosed', 'command.idReused'],
  }),
  boundWechats: route(endpoints.auth.boundWechats, {
    summary: 'Bound WeChats of those I decide for, the latest first.',
    access: 'owner',
    input: PageQuery.extend({ q: Words }),
    output: pageOf(BoundView),
    errors: [],
  }),
  /** As when a phone is lost: what the user proved of it opens nothing more. Another WeChat still asks for a yes. */
  unbindWechatOf: route(endpoints.auth.unbindWechatOf, {
    summary: 'Undo the WeChat and the phone of somebody I decide for; the sessions of that user end.',
    access: 'owner',
    input: z.object({ commandId: Id, userId: Id, reason: Reason }),
    output: Done,
    errors: ['auth.bindingUnknown', 'command.idReused'],
  }),
  /** The answer is the same whether the number is anybody's. */
  sendCode: route(endpoints.auth.sendCode, {
    summary: 'Send a code: to log in, to a phone that is proved; to apply, to any.',
    access: 'public',
    input: z.object({ phone: Mobile, purpose: z.enum(['logIn', 'apply']).default('logIn') }),
    output: Done,
    errors: ['auth.smsOff', 'auth.codeTooSoon', 'auth.codeTooMany'],
  }),
  /** A code is good for five minutes and five tries. */
  codeLogIn: route(endpoints.auth.codeLogIn, {
    summary: 'Log in by a code sent to the phone.',
    access: 'public',
    input: z.object({ phone: Mobile, code: Code, device: Device }),
    output: LoggedIn,
    errors: ['auth.codeWrong', 'auth.suspended'],
  }),
  phone: route(endpoints.auth.phone, {
    summary: 'The phone I log in by.',
    access: 'signedIn',
    input: z.object({}),
    output: z.object({
      phone: z.string().nullable().describe('masked; null before one is proved'),
      provedBy: z.enum(['code', 'supplier']).nullable(),
      verifiedAt: At.nullable(),
      contactPhone: z.string().describe('what my party is called at, which is not proved by being typed'),
    }),
    errors: [],
  }),
  /** The same for every `newPhone`: whether it is somebody's is said to who holds it. */
  sendOwnCode: route(endpoints.auth.sendOwnCode, {
    summary: 'Send a code to the phone I have proved, or to the one I want to prove.',
    access: 'signedIn',
    input: z.object({ newPhone: Mobile.optional() }),
    output: Done,
    errors: ['auth.smsOff', 'auth.phoneNone', 'auth.codeTooSoon', 'auth.codeTooMany'],
  }),
  changePhone: route(endpoints.auth.changePhone, {
    summary: 'Make a phone mine by the code it got, and by my password or a code to the former one.',
    access: 'signedIn',
    input: z.object({ phone: Mobile, code: Code, proof: OwnProof }),
    output: Done,
    errors: ['auth.wrong', 'auth.locked', 'auth.phoneNone', 'auth.codeWrong', 'auth.phoneTaken'],
  }),
  setPasswordByCode: route(endpoints.auth.setPasswordByCode, {
    summary: 'Set my password by a code to the phone I have proved; every other session of mine ends.',
    access: 'signedIn',
    input: z.object({ code: Code, newPassword: NewPassword }),
    output: Done,
    errors: ['auth.phoneNone', 'auth.codeWrong'],
  }),
};
