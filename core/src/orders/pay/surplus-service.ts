import { type Fen, type Instant, type Platform, sum, type Tx } from '../../platform';
import { accountKey, type CreditReceipt, loadAccounts, moneyOfOrders, payOut } from '../../credit';
import { askRefund, loadPayment, refundableFen } from '../../payments';
import { restoreRebate } from '../../promotions';
import { addTrail, type LockedOrder, system } from '../locked-order-service';
import { surplusFen } from './what-is-owed';

type Parts = Pick<Platform, 'newId' | 'jobs'>;

/** The receipts that give a surplus back, payments before rebates, the latest first. */
const inReverse = (money: readonly CreditReceipt[]) => [
  ...money.filter(({ kind }) => kind === 'payment'),
  ...money.filter(({ kind }) => kind !== 'payment'),
];

/**
 * Gives back what came with an order and has nothing to pay any more: the order ended, became smaller, or was paid
 * twice. Money goes back the way it came, latest first. The order's row is locked. Answers how much, in fen.
 */
export async function giveBackSurplus(
  tx: Tx,
  { newId, jobs }: Parts,
  standing: Pick<LockedOrder, 'order' | 'lines' | 'shipmentLines'>,
  reason: string,
  at: Instant,
): Promise<Fen> {
  const { order } = standing;
  const money = (await moneyOfOrders(tx, [order.id])).get(order.id) ?? [];
  const leftFen = surplusFen(sum(money.map(({ openFen }) => openFen)), standing);
  if (leftFen === 0) return 0;
  const accounts = await loadAccounts(tx, [order.buyerId], [order.sellerId], true);
  const account = accounts.get(accountKey(order.buyerId, order.sellerId));
  if (!account) return 0;
  let givenFen = 0;
  for (const receipt of inReverse(money)) {
    const mostFen = Math.min(leftFen - givenFen, receipt.openFen, await returnableFen(tx, receipt));
    if (mostFen <= 0) continue;
    const actor = { actorId: system.userId, at };
    await payOut(tx, newId, { account, receiptId: receipt.id, amountFen: mostFen, reason, ...actor });
    if (receipt.kind === 'rebate') {
      const { sellerId, buyerId, id: orderId } = order;
      await restoreRebate(tx, newId, [{ sellerId, buyerId, orderId, amountFen: mostFen, ...actor }]);
    } else {
      const asked = { paymentId: receipt.id, amountFen: mostFen, reason, askedBy: system.userId, at };
      await askRefund(tx, jobs, asked);
    }
    givenFen += mostFen;
  }
  if (givenFen > 0) await addTrail(tx, system, order.id, 'refunding', at, { amountFen: givenFen, reason });
  return givenFen;
}

/** What of the payment behind a receipt has not been asked back otherwise. */
async function returnableFen(tx: Tx, { id, kind, openFen }: CreditReceipt): Promise<Fen> {
  if (kind === 'rebate') return openFen;
  const payment = await loadPayment(tx, id);
  return payment ? refundableFen(payment) : 0;
}
