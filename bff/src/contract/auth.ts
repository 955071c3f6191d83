import { z } from 'zod';
import { endpoints } from './endpoints';
import { At, Done, Id, PartyKind, Role } from './fields';
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

export const authRoutes = {
  /** Ten wrong passwords lock the log-in name for fifteen minutes, known or not. */
  logIn: route(endpoints.auth.logIn, {
    summary: 'Log in with a password and get a bearer token.',
    access: 'public',
    input: z.object({
      loginName: z.string().trim().min(1).max(64),
      password: Password,
      device: z.string().max(100).default(''),
    }),
    output: z.object({ token: z.string(), expiresAt: At, me: MeView }),
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
    input: z.object({ currentPassword: Password, newPassword: z.string().min(10).max(200) }),
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
};
