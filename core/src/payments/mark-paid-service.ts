import { dayOf, emit, type Instant, type NewId, type Tx } from '../platform';
import { paymentEvent } from './events';
import type { Payment } from './model';
import { type PaidFacts, paymentStore } from './store';

/** What became of the news that something is paid. */
export type MarkedPaid =
  /** Just now, by this call. */
  | { readonly outcome: 'paid'; readonly payment: Payment }
  /** It was known already. */
  | { readonly outcome: 'known'; readonly payment: Payment }
  /** Another amount than was asked: nothing is released, and a person is told. */
  | { readonly outcome: 'mismatched'; readonly payment: Payment }
  | { readonly outcome: 'unknown' };

/**
 * The one way for a payment to become paid, whoever brings the news: a notice, an answer to our question, the
 * bill of the day. News that comes again changes nothing; money that comes after the payment was closed counts.
 */
export async function markPaid(
  tx: Tx,
  newId: NewId,
  paymentId: string,
  facts: PaidFacts,
  at: Instant,
): Promise<MarkedPaid> {
  const store = paymentStore(tx);
  const payment = await store.paymentLocked(paymentId);
  if (!payment) return { outcome: 'unknown' };
  if (payment.state === 'paid' || payment.state === 'mismatched') return { outcome: 'known', payment };
  const isExact = await store.pay(paymentId, facts);
  if (!isExact) await store.mismatch(paymentId, facts);
  const { sellerId, buyerId, orderId } = payment;
  await store.addEntries([
    {
      id: newId(),
      paymentId,
      sellerId,
      kind: 'paid',
      amountFen: facts.paidFen,
      documentId: facts.transactionId,
      bookedOn: dayOf(facts.paidAt),
      at,
    },
  ]);
  const name = isExact ? 'payment.paid' : 'payment.mismatched';
  const payload = {
    paymentId,
    sellerId,
    buyerId,
    orderId,
    askedFen: payment.amountFen,
    paidFen: facts.paidFen,
  };
  await emit(tx, [paymentEvent(newId(), name, at, payload)]);
  const state = isExact ? 'paid' : 'mismatched';
  return { outcome: state, payment: { ...payment, ...facts, state } };
}
