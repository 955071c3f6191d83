import { type Fen, type Instant, sum, type Tx } from '../../platform';
import { accountKey, loadAccounts, loadOpenBillsOfOrder, moneyOfOrders } from '../../credit';
import type { LockedOrder } from '../locked-order-service';
import { payableNowFen } from './what-is-owed';

/** How an order stands with its money. */
export interface MoneyNow {
  readonly payableNowFen: Fen;
  /** What came with it and no bill has taken yet. */
  readonly waitingFen: Fen;
  /** What of all that came was rebate. */
  readonly rebateFen: Fen;
}

/** A held order can be paid where money is what it waits for; one that has ended cannot. */
export function mayBePaid({ order, holds }: Pick<LockedOrder, 'order' | 'holds'>): boolean {
  if (order.state === 'held') {
    return holds.some(({ status, kind }) => status === 'open' && (kind === 'payment' || kind === 'credit'));
  }
  return order.state !== 'cancelled' && order.state !== 'rejected' && order.state !== 'shortClosed';
}

/** What of an order is to be paid now, and what waits. Without an account there is nowhere to book money. */
export async function moneyNow(tx: Tx, locked: LockedOrder, at: Instant): Promise<MoneyNow> {
  const { id, buyerId, sellerId } = locked.order;
  const account = (await loadAccounts(tx, [buyerId], [sellerId], false)).get(accountKey(buyerId, sellerId));
  const money = (await moneyOfOrders(tx, [id])).get(id) ?? [];
  const waitingFen = sum(money.map(({ openFen }) => openFen));
  const rebateFen = sum(money.filter(({ kind }) => kind === 'rebate').map(({ amountFen }) => amountFen));
  const bills = account ? await loadOpenBillsOfOrder(tx, account.id, id, { locked: false }) : [];
  const openBillsFen = sum(bills.map(({ openFen }) => openFen));
  const isPayable = account !== undefined && mayBePaid(locked);
  return {
    payableNowFen: isPayable ? payableNowFen(locked, openBillsFen, waitingFen, at) : 0,
    waitingFen,
    rebateFen,
  };
}
