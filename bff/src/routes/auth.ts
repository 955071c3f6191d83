import { type Core, type Me, rolesFor, type Visit, type WechatAnswer } from '@tongpan/core';
import { contract } from '../contract';
import { mayCall } from '../http/access';
import { neighbourhoodOf } from '../http/addresses';
import type { HandlersOf, Visitor } from '../http/handlers';
import { operationsOf } from '../http/operations';
import { at } from './wire';

const done = { done: true } as const;

export const authHandlers = ({ partners }: Core): HandlersOf<'auth'> => ({
  logIn: async (input, visitor) => {
    return viewLoggedIn(await partners.logIn(visitOf(visitor), input));
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
  ways: () => Promise.resolve({ wechat: viewWechatWays(partners.wechatWays()), code: partners.sendsCodes }),
  wechatLogIn: async (input, visitor) =>
    viewWechatAnswer(await partners.logInByWechat(visitOf(visitor), input)),
  bindByPhone: async (input, visitor) =>
    viewWechatAnswer(await partners.bindByPhone(visitOf(visitor), input)),
  bindByPassword: async (input, visitor) =>
    viewWechatAnswer(await partners.bindByPassword(visitOf(visitor), input)),
  wechatBindings: async (_, caller) => ({
    items: (await partners.wechatBindings(caller)).map(({ app, boundAt }) => ({ app, boundAt: at(boundAt) })),
  }),
  unbindWechat: async (_, caller) => {
    await partners.unbindWechat(caller);
    return done;
  },
  rebindings: async (_, caller) => ({
    items: (await partners.rebindings(caller)).map(({ rebinding, user, party }) => ({
      rebindingId: rebinding.id,
      app: rebinding.app,
      device: rebinding.device,
      askedAt: at(rebinding.askedAt),
      user: { userId: user.id, name: user.name, loginName: user.loginName },
      party: { partyId: party.id, name: party.name },
    })),
  }),
  approveRebinding: async (input, caller) => {
    await partners.approveRebinding(caller, input);
    return done;
  },
  refuseRebinding: async (input, caller) => {
    await partners.refuseRebinding(caller, input);
    return done;
  },
  sendCode: async ({ phone }, visitor) => {
    await partners.sendCode({ phone, from: neighbourhoodOf(visitor.ip) }, visitor.at);
    return done;
  },
  codeLogIn: async (input, visitor) => viewLoggedIn(await partners.logInByCode(visitOf(visitor), input)),
});

const operations = operationsOf(contract);

const visitOf = ({ channel, deviceId, ip, at: now }: Visitor): Visit => ({ channel, deviceId, ip, at: now });

const viewLoggedIn = ({ token, expiresAt, me }: { token: string; expiresAt: number; me: Me }) => ({
  token,
  expiresAt: at(expiresAt),
  me: viewMe(me),
});

const viewWechatWays = (ways: ReturnType<Core['partners']['wechatWays']>) =>
  ways && {
    miniappAppid: ways.appids.miniapp,
    h5Appid: ways.appids.h5,
    authorizeUrl: ways.authorizeUrl,
  };

function viewWechatAnswer(answer: WechatAnswer) {
  if (answer.outcome === 'loggedIn') return { outcome: answer.outcome, ...viewLoggedIn(answer) };
  if (answer.outcome === 'waiting') return answer;
  return { ...answer, ticketExpiresAt: at(answer.ticketExpiresAt) };
}

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
