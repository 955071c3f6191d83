import { type Caller, Contended, pageOf, type Platform, readCursor, Refused, type Tx } from '../platform';
import type { Around } from './around';
import { deskOf } from './desk-service';
import type { Party, User } from './model';
import { partyStore } from './party-store';
import type { SessionWatch } from './session-cache-service';
import { partnerStore } from './store';
import { verifiedPhoneStore } from './verified-phone-store';
import { decidesRebinding, type WechatBinding, type WechatRebinding } from './wechat-binding';
import { wechatBindingStore } from './wechat-binding-store';
import { wechatDeskStore } from './wechat-desk-store';

/** Whose WeChat it is about. */
interface OfUser {
  readonly user: User;
  readonly party: Party;
}

export interface AskedRebinding extends OfUser {
  readonly rebinding: WechatRebinding;
  /** Who decided; '' while it waits. */
  readonly decidedByName: string;
}

export interface BoundWechat extends OfUser {
  readonly binding: WechatBinding;
}

export interface RebindingDecision {
  readonly commandId: string;
  readonly rebindingId: string;
}

interface PageWish {
  readonly q: string;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const decidedWords = { approved: '同意', refused: '拒绝', replaced: '撤换' } as const;

/** The desk where owners decide who gets another WeChat. */
export function wechatRebindingDesk(
  platform: Platform,
  sessions: SessionWatch,
  around: Pick<Around, 'forgetConsents'>,
) {
  const desk = deskOf(platform);

  const nameOf = async (tx: Tx, userId: string | null) =>
    (userId === null ? [] : await partnerStore(tx).users([userId]))[0]?.name ?? '';

  /** Who comes second is told what the first one did. @throws auth.rebindingUnknown, auth.rebindingClosed */
  const lockAsked = async (tx: Tx, caller: Caller, rebindingId: string) => {
    const store = wechatBindingStore(tx);
    const rebinding = await store.rebindingLocked(rebindingId);
    const user = rebinding && (await store.userLocked(rebinding.userId));
    if (!rebinding || !user || !decidesRebinding(caller, user)) throw new Refused('auth.rebindingUnknown');
    if (rebinding.state !== 'waiting') {
      const by = await nameOf(tx, rebinding.decidedBy);
      throw new Refused('auth.rebindingClosed', `${by || '申请人'}已${decidedWords[rebinding.state]}`);
    }
    return { store, rebinding, user };
  };

  const close = async (
    tx: Tx,
    caller: Caller,
    closed: {
      readonly rebinding: WechatRebinding;
      readonly user: User;
      readonly state: 'approved' | 'refused';
      readonly reason: string;
    },
  ) => {
    const { rebinding, user, state, reason } = closed;
    const decided = { state, by: caller.userId, at: caller.at, reason };
    if ((await wechatBindingStore(tx).decide(rebinding.id, decided)) === 0)
      throw new Contended('a re-binding');
    await desk.record(tx, caller, {
      partyId: user.partyId,
      kind: state === 'approved' ? 'wechatRebound' : 'wechatRebindingRefused',
      after: { userId: user.id, app: rebinding.app, device: rebinding.device },
      reason,
    });
  };

  /** Puts users and their parties beside rows that name a user. */
  const withUsers = async <Row extends { readonly userId: string }>(tx: Tx, rows: readonly Row[]) => {
    const users = await partnerStore(tx).users(rows.map(({ userId }) => userId));
    const parties = await partnerStore(tx).parties(users.map(({ partyId }) => partyId));
    return rows.flatMap((row) => {
      const user = users.find(({ id }) => id === row.userId);
      const party = parties.find(({ id }) => id === user?.partyId);
      return user && party ? [{ row, user, party }] : [];
    });
  };

  return {
    /** What the caller decides or might have decided; what waits eldest first. */
    rebindings: (
      caller: Caller,
      wish: PageWish & { readonly state?: WechatRebinding['state'] | undefined },
    ) =>
      desk.database.read(async (tx) => {
        const found = await wechatDeskStore(tx).rebindings(caller, {
          state: wish.state ?? null,
          q: wish.q,
          after: wish.cursor ? readCursor(wish.cursor, 'string')[0] : null,
          limit: wish.limit + 1,
        });
        const { items, nextCursor } = pageOf(found, wish.limit, ({ id }) => [id]);
        const deciders = await partnerStore(tx).users(
          items.flatMap(({ decidedBy }) => (decidedBy === null ? [] : [decidedBy])),
        );
        const asked = (await withUsers(tx, items)).map(({ row, user, party }): AskedRebinding => ({
          rebinding: row,
          user,
          party,
          decidedByName: deciders.find(({ id }) => id === row.decidedBy)?.name ?? '',
        }));
        return { items: asked, nextCursor };
      }),

    /** Bound WeChats of those the caller decides for, the latest first. */
    boundWechats: (caller: Caller, wish: PageWish) =>
      desk.database.read(async (tx) => {
        const found = await wechatDeskStore(tx).bound(caller, {
          q: wish.q,
          after: wish.cursor ? readCursor(wish.cursor, 'number', 'string', 'string') : null,
          limit: wish.limit + 1,
        });
        const { items, nextCursor } = pageOf(found, wish.limit, ({ boundAt, userId, appid }) => [
          boundAt,
          userId,
          appid,
        ]);
        const bound = (await withUsers(tx, items)).map(({ row, user, party }): BoundWechat => ({
          binding: row,
          user,
          party,
        }));
        return { items: bound, nextCursor };
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
        await around.forgetConsents(tx, { userId: user.id, keptOpenid: openid, at: caller.at });
        await partyStore(tx).endSessionsOf(user.id, caller.at);
        await close(tx, caller, { rebinding, user, state: 'approved', reason: '' });
        userId = user.id;
        return {};
      };
      await desk.once(caller, 'approveRebinding', input, work).finally(() => {
        if (userId !== null) sessions.forget({ kind: 'user', id: userId });
      });
    },

    /** Leaves the old WeChat bound; who asked reads why. @throws auth.rebindingUnknown, auth.rebindingClosed */
    async refuseRebinding(
      caller: Caller,
      input: RebindingDecision & { readonly reason: string },
    ): Promise<void> {
      await desk.once(caller, 'refuseRebinding', input, async (tx) => {
        const { rebinding, user } = await lockAsked(tx, caller, input.rebindingId);
        await close(tx, caller, { rebinding, user, state: 'refused', reason: input.reason });
        return {};
      });
    },

    /**
     * Undoes the bindings of somebody else in all apps and ends the sessions, as when a phone is lost. The number the
     * user has proved goes with them: whoever holds the phone would bind its WeChat again by it. Another WeChat still
     * asks for a yes afterwards.
     * @throws auth.bindingUnknown
     */
    async unbindWechatOf(
      caller: Caller,
      input: { readonly commandId: string; readonly userId: string; readonly reason: string },
    ): Promise<void> {
      await desk
        .once(caller, 'unbindWechatOf', input, async (tx) => {
          const store = wechatBindingStore(tx);
          const user = await store.userLocked(input.userId);
          if (!user || !decidesRebinding(caller, user)) throw new Refused('auth.bindingUnknown');
          if ((await store.unbind(user.id, caller.at)) === 0) throw new Refused('auth.bindingUnknown');
          await verifiedPhoneStore(tx).forget(user.id);
          await around.forgetConsents(tx, { userId: user.id, keptOpenid: null, at: caller.at });
          await partyStore(tx).endSessionsOf(user.id, caller.at);
          await desk.record(tx, caller, {
            partyId: user.partyId,
            kind: 'wechatUnbound',
            after: { userId: user.id },
            reason: input.reason,
          });
          return {};
        })
        .finally(() => sessions.forget({ kind: 'user', id: input.userId }));
    },
  };
}
