import { type Fen, type Instant, sum, type Tx } from '../../platform';
import { type CreditReceipt, moneyOfOrders, payOut } from '../../credit';
import { loadPayment, refundableFen } from '../../payments';
import { accountFor } from '../fulfil-service';
import { addTrail, type LockedOrder, system } from '../locked-order-service';
import { type MoneyParts, sendBack } from '../send-back-service';
import { surplusFen } from './what-is-owed';

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
  parts: MoneyParts,
  standing: Pick<LockedOrder, 'order' | 'lines' | 'shipmentLines'>,
  reason: string,
  at: Instant,
): Promise<Fen> {
  const { order } = standing;
  const money = (await moneyOfOrders(tx, [order.id])).get(order.id) ?? [];
  const leftFen = surplusFen(sum(money.map(({ openFen }) => openFen)), standing);
  if (leftFen === 0) return 0;
  const account = await accountFor(tx, order);
  const actor = { actorId: system.userId, at };
  let givenFen = 0;
  for (const receipt of inReverse(money)) {
    const amountFen = Math.min(leftFen - givenFen, receipt.openFen, await returnableFen(tx, receipt));
    if (amountFen <= 0) continue;
    await payOut(tx, parts.newId, { account, receiptId: receipt.id, amountFen, reason, ...actor });
    const paymentId = receipt.kind === 'payment' ? receipt.id : null;
    await sendBack(tx, parts, { order, paymentId, amountFen, reason, ...actor });
    givenFen += amountFen;
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
