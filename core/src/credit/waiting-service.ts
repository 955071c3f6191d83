import type { Caller, Tx } from '../platform';
import { limitStore } from './limit-store';
import { receiptStore } from './receipt-store';

/** What somebody of the caller's party asked for and another, such as the caller, may say yes or no to. */
export async function countCreditRequests(tx: Tx, caller: Caller) {
  const { partyId, userId } = caller;
  return {
    temporaryLimits: await limitStore(tx).requestedOf(partyId, userId),
    writeOffs: await receiptStore(tx).requestedWriteOffsOf(partyId, userId),
  };
}
