import { type Caller, Contended, type Platform, Refused, type Tx } from '../platform';
import { deskOf } from './desk-service';
import type { Party, User } from './model';
import { partyStore } from './party-store';
import type { SessionWatch } from './session-cache-service';
import { partnerStore } from './store';
import type { WechatRebinding } from './wechat-binding';
import { wechatBindingStore } from './wechat-binding-store';

export interface AskedRebinding {
  readonly rebinding: WechatRebinding;
  readonly user: User;
  readonly party: Party;
}

export interface RebindingDecision {
  readonly commandId: string;
  readonly rebindingId: string;
}

/** Who says yes or no: the owner of the party for its people, HQ's owner for an owner; nobody for oneself. */
export function decidesRebinding(
  caller: Pick<Caller, 'userId' | 'partyId' | 'partyKind'>,
  user: Pick<User, 'id' | 'partyId' | 'roles'>,
): boolean {
  if (caller.userId === user.id) return false;
  return user.roles.includes('owner') ? caller.partyKind === 'hq' : caller.partyId === user.partyId;
}

/** The desk where owners decide who gets another WeChat. */
export function wechatRebindingDesk(platform: Platform, sessions: SessionWatch) {
  const desk = deskOf(platform);

  /** @throws auth.rebindingUnknown, auth.rebindingClosed */
  const lockAsked = async (tx: Tx, caller: Caller, rebindingId: string) => {
    const store = wechatBindingStore(tx);
    const rebinding = await store.rebindingLocked(rebindingId);
    const user = rebinding && (await store.userLocked(rebinding.userId));
    if (!rebinding || !user || !decidesRebinding(caller, user)) throw new Refused('auth.rebindingUnknown');
    if (rebinding.state !== 'waiting') throw new Refused('auth.rebindingClosed');
    return { store, rebinding, user };
  };

  const close = async (
    tx: Tx,
    caller: Caller,
    { rebinding, user, state }: { rebinding: WechatRebinding; user: User; state: 'approved' | 'refused' },
  ) => {
    const decided = { state, by: caller.userId, at: caller.at };
    if ((await wechatBindingStore(tx).decide(rebinding.id, decided)) === 0)
      throw new Contended('a re-binding');
    await desk.record(tx, caller, {
      partyId: user.partyId,
      kind: state === 'approved' ? 'wechatRebound' : 'wechatRebindingRefused',
      after: { userId: user.id, app: rebinding.app, device: rebinding.device },
    });
  };

  return {
    /** What waits for the caller's decision, eldest first. */
    rebindings: (caller: Caller): Promise<AskedRebinding[]> =>
      desk.database.read(async (tx) => {
        const waiting = await wechatBindingStore(tx).waiting(
          caller.partyKind === 'hq' ? null : caller.partyId,
        );
        const users = await partnerStore(tx).users(waiting.map(({ userId }) => userId));
        const parties = await partnerStore(tx).parties(waiting.map(({ partyId }) => partyId));
        return waiting.flatMap((rebinding) => {
          const user = users.find(({ id }) => id === rebinding.userId);
          const party = parties.find(({ id }) => id === rebinding.partyId);
          return user && party && decidesRebinding(caller, user) ? [{ rebinding, user, party }] : [];
        });
      }),

    /**
     * Puts the WeChat asked for in place of all the user had, and ends the user's sessions: whoever holds the old
     * WeChat is out.
     * @throws auth.rebindingUnknown, auth.rebindingClosed, auth.wechatTaken
     */
    async approveRebinding(caller: Caller, input: RebindingDecision): Promise<void> {
      let userId: string | null = null;
      const work = async (tx: Tx) => {
        const { store, rebinding, user } = await lockAsked(tx, caller, input.rebindingId);
        const { app, appid, openid, unionid } = rebinding;
        const holder = await store.ofOpenid(rebinding);
        if (holder && holder.userId !== user.id && holder.unboundAt === null) {
          throw new Refused('auth.wechatTaken');
        }
        await store.forgetBindings(user.id);
        await store.bind({
          app,
          appid,
          openid,
          unionid,
          userId: user.id,
          boundAt: caller.at,
          unboundAt: null,
        });
        await partyStore(tx).endSessionsOf(user.id, caller.at);
        await close(tx, caller, { rebinding, user, state: 'approved' });
        userId = user.id;
        return {};
      };
      await desk.once(caller, 'approveRebinding', input, work).finally(() => {
        if (userId !== null) sessions.forget({ kind: 'user', id: userId });
      });
    },

    /** @throws auth.rebindingUnknown, auth.rebindingClosed */
    async refuseRebinding(caller: Caller, input: RebindingDecision): Promise<void> {
      await desk.once(caller, 'refuseRebinding', input, async (tx) => {
        const { rebinding, user } = await lockAsked(tx, caller, input.rebindingId);
        await close(tx, caller, { rebinding, user, state: 'refused' });
        return {};
      });
    },
  };
}
