import type { Caller, Tx } from '../platform';
import { applicationStore } from './application-store';
import { wechatDeskStore } from './wechat-desk-store';

/** Other WeChats that somebody asked for and the caller may say yes or no to. */
export const countRebindings = (tx: Tx, caller: Caller) => wechatDeskStore(tx).waiting(caller);

/** Applications the caller may decide: a seller those nobody has endorsed yet, HQ all that are open. */
export const countApplications = (tx: Tx, caller: Caller) =>
  caller.partyKind === 'hq'
    ? applicationStore(tx).count(null, ['submitted', 'endorsed'])
    : applicationStore(tx).count(caller.partyId, ['submitted']);
