import { type Instant, type Jobs, type Tx } from '../platform';
import { nextAskAt } from './ask-ladder';
import type { HandOver, Payment, PaymentNotice, Refund } from './model';
import { paymentStore } from './store';

/** The job that asks the channel whether a payment is paid. */
export const askJob = 'payments.ask';

/** Keeps a new attempt to pay, and asks after it until it is known what became of it. */
export async function addPayment(tx: Tx, jobs: Pick<Jobs, 'enqueue'>, payment: Payment): Promise<void> {
  await paymentStore(tx).addPayment(payment);
  await enqueueAsk(tx, jobs, payment, 0);
}

/** Asks for the next question about a payment; one job for each. */
export const enqueueAsk = (
  tx: Tx,
  jobs: Pick<Jobs, 'enqueue'>,
  { id, createdAt, expiresAt }: Payment,
  asks: number,
  runAt: Instant = nextAskAt(asks, createdAt, expiresAt),
) => jobs.enqueue(tx, { name: askJob, key: `${id}:${asks}`, payload: { paymentId: id }, runAt });

export const loadPayment = (tx: Tx, paymentId: string): Promise<Payment | undefined> =>
  paymentStore(tx).payment(paymentId);

/** The same, its row locked: payments are locked before accounts, on every way. */
export const lockPayment = (tx: Tx, paymentId: string): Promise<Payment | undefined> =>
  paymentStore(tx).paymentLocked(paymentId);

/** Every attempt to pay an order, latest first. */
export const paymentsOfOrder = (tx: Tx, orderId: string): Promise<readonly Payment[]> =>
  paymentStore(tx).paymentsOfOrder(orderId);

/** Payments of one party, newest first. */
export const paymentsOfParty = (
  tx: Tx,
  side: 'sellerId' | 'buyerId',
  partyId: string,
  before: string | null,
  limit: number,
): Promise<readonly Payment[]> => paymentStore(tx).paymentsOf(side, partyId, before, limit);

export const refundsOfOrder = (tx: Tx, orderId: string): Promise<readonly Refund[]> =>
  paymentStore(tx).refundsOfOrder(orderId);

/** What of a payment can still go back, in fen. */
export const refundableFen = ({ paidFen, refundingFen }: Pick<Payment, 'paidFen' | 'refundingFen'>) =>
  paidFen - refundingFen;

/** Notes that the channel was asked and knew of no payment. */
export async function noteAsked(tx: Tx, paymentId: string, at: Instant): Promise<void> {
  await paymentStore(tx).asked(paymentId, at);
}

/**
 * Whether the channel may be asked about an open payment now: nobody did after `before`. Of several who ask at once one
 * gets the turn.
 */
export const takeTurnToAsk = (tx: Tx, paymentId: string, at: Instant, before: Instant): Promise<boolean> =>
  paymentStore(tx).takeTurn(paymentId, at, before);

/** Closes an attempt that the channel confirmed will not be paid. False when it is not open any more. */
export const closePayment = (tx: Tx, paymentId: string): Promise<boolean> =>
  paymentStore(tx).close(paymentId);

/** Keeps what the payer's device needs. */
export async function keepHandOver(tx: Tx, paymentId: string, handOver: HandOver): Promise<void> {
  await paymentStore(tx).handOver(paymentId, handOver);
}

/** Keeps a notice; false when it came before. */
export const keepNotice = (tx: Tx, notice: PaymentNotice): Promise<boolean> =>
  paymentStore(tx).keepNotice(notice);
