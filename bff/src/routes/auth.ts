import { type Core, type Me, rolesFor } from '@tongpan/core';
import { contract } from '../contract';
import { mayCall } from '../http/access';
import type { HandlersOf } from '../http/handlers';
import { operationsOf } from '../http/operations';
import { at } from './wire';

const done = { done: true } as const;

export const authHandlers = ({ partners }: Core): HandlersOf<'auth'> => ({
  logIn: async (input, visitor) => {
    const { channel, deviceId, ip, at: now } = visitor;
    const { token, expiresAt, me } = await partners.logIn({ channel, deviceId, ip, at: now }, input);
    return { token, expiresAt: at(expiresAt), me: viewMe(me) };
  },
  logOut: async (_, caller) => {
    await partners.endSession(caller, caller.sessionId);
    return done;
  },
  me: async (_, caller) => viewMe(await partners.me(caller)),
  sessions: async (_, caller) => ({
    items: (await partners.sessions(caller)).map((session) => ({
      sessionId: session.id,
      device: session.device,
      ip: session.ip,
      createdAt: at(session.createdAt),
      lastSeenAt: at(session.lastSeenAt),
      current: session.id === caller.sessionId,
    })),
  }),
  revokeSession: async ({ sessionId }, caller) => {
    await partners.endSession(caller, sessionId);
    return done;
  },
  changePassword: async ({ currentPassword, newPassword }, caller) => {
    await partners.changePassword(caller, currentPassword, newPassword);
    return done;
  },
  permissions: async (_, { partyKind }) => ({
    items: rolesFor(partyKind).map((role) => ({
      role,
      routes: operations
        .filter(({ route }) => mayCall(route.access, { partyKind, roles: [role] }))
        .map(({ domain, name }) => `${domain}.${name}`),
    })),
  }),
});

const operations = operationsOf(contract);

const viewMe = ({ user, party }: Me) => ({
  userId: user.id,
  name: user.name,
  loginName: user.loginName,
  roles: [...user.roles],
  party: { partyId: party.id, name: party.name, kind: party.kind, regionCode: party.regionCode },
  sells: party.kind === 'hq' || party.kind === 'distributor',
  buys: party.kind !== 'hq',
  mustChangePassword: user.mustChangePassword,
});
