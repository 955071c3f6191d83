import type { Caller } from '../platform/caller';
import type { Instant } from '../platform/clock';
import type { User } from './model';
import type { WechatApp } from './sign-in-doors';

/** Somebody as one app of WeChat knows them. */
export interface WechatPerson {
  readonly app: WechatApp;
  readonly appid: string;
  readonly openid: string;
  /** The same in all apps of one owner; null when WeChat does not tell. */
  readonly unionid: string | null;
}

/** The WeChat a user gets in by. What was undone stays on file: another WeChat asks first all the same. */
export interface WechatBinding extends WechatPerson {
  readonly userId: string;
  readonly boundAt: Instant;
  readonly unboundAt: Instant | null;
}

/** Stands for a WeChat that is nobody's yet, for whoever has shown its code. Kept as a hash. */
export interface WechatTicket extends WechatPerson {
  readonly ticketHash: string;
  readonly expiresAt: Instant;
}

/** What a page inside WeChat was sent away with, for the one session that sent it. Kept as a hash. */
export interface WechatState {
  readonly stateHash: string;
  readonly sessionId: string;
  readonly expiresAt: Instant;
}

/** Another WeChat for a user who has one: somebody else says yes or no. */
export interface WechatRebinding extends WechatPerson {
  readonly id: string;
  readonly userId: string;
  readonly partyId: string;
  readonly device: string;
  /** The WeChat the user had in this app when it was asked, and since when. */
  readonly fromOpenid: string | null;
  readonly fromBoundAt: Instant | null;
  readonly state: 'waiting' | 'approved' | 'refused' | 'replaced';
  /** `open` while it waits, so that a user has one at a time in each app; its own id afterwards. */
  readonly slot: string;
  readonly askedAt: Instant;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  /** Why it was refused, for who asked. */
  readonly reason: string;
}

export type BindingStep = 'bind' | 'isBound' | 'ask' | 'taken';

/**
 * What becomes of a WeChat and a user who has shown to be both. `ofUser` is what the user has or had in any app,
 * `ofOpenid` who has or had this WeChat. In an app that is new to the user the unionid tells another WeChat.
 */
export function bindingStep(
  userId: string,
  { appid, openid, unionid }: Pick<WechatPerson, 'appid' | 'openid' | 'unionid'>,
  { ofUser, ofOpenid }: { readonly ofUser: readonly WechatBinding[]; readonly ofOpenid?: WechatBinding },
): BindingStep {
  if (ofOpenid && ofOpenid.userId !== userId && ofOpenid.unboundAt === null) return 'taken';
  const here = ofUser.find((binding) => binding.appid === appid);
  if (here === undefined) {
    const isAnother = (known: string | null) => known !== null && unionid !== null && known !== unionid;
    return ofUser.some((binding) => isAnother(binding.unionid)) ? 'ask' : 'bind';
  }
  if (here.openid !== openid) return 'ask';
  return here.unboundAt === null ? 'isBound' : 'bind';
}

/**
 * Who says yes or no to another WeChat of somebody, and may undo a binding: the owner of the party for its people,
 * HQ's owner for an owner; nobody for oneself.
 */
export function decidesRebinding(
  caller: Pick<Caller, 'userId' | 'partyId' | 'partyKind'>,
  user: Pick<User, 'id' | 'partyId' | 'roles'>,
): boolean {
  if (caller.userId === user.id) return false;
  return user.roles.includes('owner') ? caller.partyKind === 'hq' : caller.partyId === user.partyId;
}

/** Enough of an openid to tell two WeChats of one person apart, which have no other name here. */
export const wechatMark = (openid: string) => openid.slice(-6);
