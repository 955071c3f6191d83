import type { Caller, Tx } from '../platform';
import { wechatDeskStore } from './wechat-desk-store';

/** Other WeChats that somebody asked for and the caller may say yes or no to. */
export const countRebindings = (tx: Tx, caller: Caller) => wechatDeskStore(tx).waiting(caller);
