import type { Caller, Tx } from '../platform';
import { stuckStore } from './stuck-store';

/** Money of a seller that waits for a person: refunds that did not arrive, payments of another amount, differences. */
export async function countStuckMoney(tx: Tx, sellerId: string, differencesOf: string | null) {
  const store = stuckStore(tx);
  return {
    ...(await store.abnormalRefunds(sellerId)),
    mismatched: await store.mismatched(sellerId),
    differences: await store.openDifferences(differencesOf),
  };
}

/** 原路退回: what a colleague of the caller asked to send back, and the caller may decide about. */
export const countAwaitedReturns = (tx: Tx, { partyId, userId }: Pick<Caller, 'partyId' | 'userId'>) =>
  stuckStore(tx).awaitedReturns(partyId, userId);
