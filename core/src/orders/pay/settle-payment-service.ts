import type { Instant, Tx } from '../../platform';
import { bookBillPayments, payOrder, topUpPrepaid } from '../../credit';
import { loadPayment, markPaid, type MarkedPaid, type PaidFacts, type Payment } from '../../payments';
import { decideHeld } from '../decide-held-service';
import { accountFor } from '../fulfil-service';
import { addTrail, lockForSystem, system } from '../locked-order-service';
import type { MoneyParts } from '../send-back-service';
import { giveBackSurplus } from './surplus-service';

/**
 * Takes the news that a payment is paid, whoever brings it, and does what follows from it once: the order it
 * pays is decided again, bills are paid, a balance is topped up. What has nothing to pay goes back by itself:
 * the order was cancelled meanwhile, or is paid already.
 */
export async function settlePayment(
  tx: Tx,
  parts: MoneyParts,
  paymentId: string,
  facts: PaidFacts,
  at: Instant,
): Promise<MarkedPaid['outcome']> {
  const found = await loadPayment(tx, paymentId);
  // Orders are locked before payments, and payments before accounts, on every way.
  const locked = found?.orderId ? await lockForSystem(tx, found.orderId) : null;
  const marked = await markPaid(tx, parts.newId, paymentId, facts, at);
  if (marked.outcome !== 'paid') return marked.outcome;
  const { payment } = marked;
  const account = await accountFor(tx, payment);
  const by = { account, actorId: system.userId, at };
  if (payment.purpose === 'topUp') {
    await topUpPrepaid(tx, parts.newId, {
      ...by,
      id: payment.id,
      amountFen: payment.paidFen,
      reason: wayOf(payment),
    });
  } else if (payment.purpose === 'bills') {
    await bookBillPayments(tx, parts.newId, {
      ...by,
      paymentId: payment.id,
      shares: payment.billShares,
      reason: wayOf(payment),
    });
  } else if (locked) {
    const { order } = locked;
    const money = {
      ...by,
      id: payment.id,
      orderId: order.id,
      kind: 'payment',
      amountFen: payment.paidFen,
    } as const;
    await payOrder(tx, parts.newId, money);
    await addTrail(tx, system, order.id, 'paid', at, {
      amountFen: payment.paidFen,
      channel: payment.channel,
    });
    if (order.state === 'held') {
      await decideHeld(tx, parts.newId, { ...system, at }, locked, { accepted: [], note: '已付款' });
    }
    const standing = await lockForSystem(tx, order.id);
    await giveBackSurplus(tx, parts, standing, '订单已取消或已付清', at);
  }
  return 'paid';
}

const wayOf = ({ id }: Payment) => `微信支付 ${id}`;
