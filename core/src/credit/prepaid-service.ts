import type { Fen, Instant, Tx } from '../platform';
import { depositStore } from './deposit-store';
import { payFromPrepaid, releasePrepaid } from './deposits-service';
import type { Bill, CreditAccount } from './model';
import { prepaidPaysFen, prepaidSurplusFen } from './prepaid-hold';

interface OfOrder {
  /** Locked, so that nobody else moves its balance. */
  readonly account: CreditAccount;
  readonly orderId: string;
  readonly actorId: string;
  readonly at: Instant;
}

/** Lets go what an order holds of a prepaid balance beyond what it still stands for: promised or under way. */
export async function fitPrepaid(
  tx: Tx,
  newId: () => string,
  { standsForFen, ...ofOrder }: OfOrder & { readonly standsForFen: Fen },
): Promise<void> {
  const holdFen = await heldFor(tx, ofOrder);
  const amountFen = prepaidSurplusFen(holdFen, standsForFen);
  if (amountFen > 0) await releasePrepaid(tx, newId, [{ ...ofOrder, amountFen }]);
}

/**
 * 冲抵: pays an order's bill from what it holds of a prepaid balance, and lets go what it no longer stands for.
 */
export async function payBillFromPrepaid(
  tx: Tx,
  newId: () => string,
  { bill, standsForFen, ...ofOrder }: OfOrder & { readonly bill: Bill | null; readonly standsForFen: Fen },
): Promise<void> {
  const holdFen = await heldFor(tx, ofOrder);
  if (holdFen === 0) return;
  const paidFen = bill ? prepaidPaysFen(holdFen, bill.amountFen - bill.paidFen) : 0;
  if (bill && paidFen > 0) {
    await payFromPrepaid(tx, newId, { ...ofOrder, billId: bill.id, amountFen: paidFen });
  }
  const amountFen = prepaidSurplusFen(holdFen - paidFen, standsForFen);
  if (amountFen > 0) await releasePrepaid(tx, newId, [{ ...ofOrder, amountFen }]);
}

async function heldFor(tx: Tx, { account, orderId }: OfOrder): Promise<Fen> {
  const holds = await depositStore(tx).prepaidHolds(account.id, orderId);
  return holds.reduce((total, { heldFen }) => total + heldFen, 0);
}
