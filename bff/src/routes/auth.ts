import {
  type Core,
  maskPhone,
  type Me,
  type Party,
  rolesFor,
  type User,
  type Visit,
  type WechatAnswer,
  wechatMark,
} from '@tongpan/core';
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
  wechatBindings: async (_, caller) => {
    const { bindings, asked } = await partners.wechatBindings(caller);
    return {
      items: bindings.map(({ app, boundAt }) => ({ app, boundAt: at(boundAt) })),
      asked: asked && {
        app: asked.app,
        state: asked.state,
        askedAt: at(asked.askedAt),
        reason: asked.reason,
      },
    };
  },
  wechatState: async (_, caller) => {
    const { state, expiresAt } = await partners.askWechatState(caller);
    return { state, expiresAt: at(expiresAt) };
  },
  bindOwnWechat: async (input, caller) => ({ outcome: await partners.bindOwnWechat(caller, input) }),
  unbindWechat: async (_, caller) => {
    await partners.unbindWechat(caller);
    return done;
  },
  rebindings: async ({ state, ...wish }, caller) => {
    const { items, nextCursor } = await partners.rebindings(caller, {
      ...wish,
      state: state === 'all' ? undefined : state,
    });
    return {
      items: items.map(({ rebinding, user, party, decidedByName }) => ({
        rebindingId: rebinding.id,
        app: rebinding.app,
        device: rebinding.device,
        ...viewPerson(user, party),
        from:
          rebinding.fromOpenid === null || rebinding.fromBoundAt === null
            ? null
            : { mark: wechatMark(rebinding.fromOpenid), boundAt: at(rebinding.fromBoundAt) },
        to: { mark: wechatMark(rebinding.openid) },
        state: rebinding.state,
        askedAt: at(rebinding.askedAt),
        decidedAt: rebinding.decidedAt === null ? null : at(rebinding.decidedAt),
        decidedBy: decidedByName,
        reason: rebinding.reason,
      })),
      nextCursor,
    };
  },
  approveRebinding: async (input, caller) => {
    await partners.approveRebinding(caller, input);
    return done;
  },
  refuseRebinding: async (input, caller) => {
    await partners.refuseRebinding(caller, input);
    return done;
  },
  boundWechats: async (wish, caller) => {
    const { items, nextCursor } = await partners.boundWechats(caller, wish);
    return {
      items: items.map(({ binding, user, party }) => ({
        app: binding.app,
        mark: wechatMark(binding.openid),
        boundAt: at(binding.boundAt),
        ...viewPerson(user, party),
      })),
      nextCursor,
    };
  },
  unbindWechatOf: async (input, caller) => {
    await partners.unbindWechatOf(caller, input);
    return done;
  },
  sendCode: async ({ phone, purpose }, visitor) => {
    await partners.sendCode({ phone, purpose, from: neighbourhoodOf(visitor.ip) }, visitor.at);
    return done;
  },
  codeLogIn: async (input, visitor) => viewLoggedIn(await partners.logInByCode(visitOf(visitor), input)),
  phone: async (_, caller) => {
    const { verified, contactPhone } = await partners.ownPhone(caller);
    return {
      phone: verified && maskPhone(verified.phone),
      provedBy: verified && verified.provedBy,
      verifiedAt: verified && at(verified.verifiedAt),
      contactPhone,
    };
  },
  sendOwnCode: async ({ newPhone }, caller) => {
    await partners.sendOwnCode(caller, { newPhone, from: neighbourhoodOf(caller.ip) });
    return done;
  },
  changePhone: async (input, caller) => {
    await partners.changePhone(caller, input);
    return done;
  },
  setPasswordByCode: async (input, caller) => {
    await partners.setPasswordByCode(caller, input);
    return done;
  },
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

const viewPerson = (user: User, party: Party) => ({
  user: { userId: user.id, name: user.name, loginName: user.loginName },
  party: { partyId: party.id, name: party.name },
});

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
