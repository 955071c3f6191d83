import type { JobDefinition, Platform } from '../../platform';
import {
  againInMs,
  enqueueRefund,
  loadPayment,
  loadRefund,
  moveRefund,
  type Outcome,
  type Payment,
  type Refund,
  refundJob,
  noteTried,
  type RefundState,
  refuseRefund,
} from '../../payments';
import type { Cashier } from './cashier';

/** Refusals that time or a top-up mends; the refund is tried again under the same number. */
const passing = new Set([
  'NOT_ENOUGH',
  'FREQUENCY_LIMITED',
  'SYSTEM_ERROR',
  'BANK_ERROR',
  'SERVICE_UNAVAILABLE',
]);

/** Brings refunds to the channel and asks after them, under one number for as long as it takes. */
export function sendRefundService(platform: Platform, cashier: Cashier) {
  const { database, clock, jobs, newId, outbox } = platform;
  const { gateway } = cashier;

  const askChannel = async (refund: Refund, payment: Payment): Promise<Outcome<RefundState>> => {
    const merchant = cashier.merchantById(payment.merchantId);
    if (!merchant) return { kind: 'unknown', why: 'its merchant is not configured any more' };
    // What the channel took is only asked after; anything else is said again, which it knows by the number.
    if (refund.state === 'processing') return gateway.queryRefund(merchant, refund.id);
    return gateway.refund(merchant, {
      outTradeNo: payment.id,
      outRefundNo: refund.id,
      refundFen: refund.amountFen,
      totalFen: payment.paidFen,
      reason: refund.reason,
      notifyUrl: cashier.noticeUrl(merchant),
    });
  };

  const send = async (refundId: string) => {
    const found = await database.read(async (tx) => {
      const refund = await loadRefund(tx, refundId);
      return refund && { refund, payment: await loadPayment(tx, refund.paymentId) };
    });
    if (!found?.payment || !isWaiting(found.refund)) return;
    const { refund, payment } = found;
    const outcome = await askChannel(refund, payment);
    const at = clock.now();
    await database.transaction(async (tx) => {
      const refusal = outcome.kind === 'refused' ? outcome.code : '';
      await noteTried(tx, refundId, refusal);
      if (outcome.kind === 'done') await moveRefund(tx, newId, outcome.value, at);
      if (outcome.kind === 'refused' && !passing.has(refusal)) await refuseRefund(tx, newId, refund, at);
      const now = await loadRefund(tx, refundId);
      if (now && isWaiting(now)) await enqueueRefund(tx, jobs, now, at + againInMs(now.tries));
    });
    outbox.poke();
  };

  return {
    refundJob(): JobDefinition {
      return {
        name: refundJob,
        run: ({ payload }) => send((payload as { refundId: string }).refundId),
      };
    },
  };
}

const isWaiting = ({ state }: Refund) => state === 'asked' || state === 'processing';
