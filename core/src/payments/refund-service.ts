import { dayOf, emit, type Fen, type Instant, type Jobs, type NewId, Refused, type Tx } from '../platform';
import { paymentEvent } from './events';
import type { RefundState as ChannelRefund } from './gateway';
import type { Refund, RefundStage } from './model';
import { paymentStore } from './store';

export interface RefundAsked {
  readonly paymentId: string;
  readonly amountFen: Fen;
  /** Shown to the payer. */
  readonly reason: string;
  readonly askedBy: string;
  readonly at: Instant;
}

/** The job that brings a refund to the channel, and asks after it. */
export const refundJob = 'payments.refund';

/**
 * Sets aside what goes back of a payment and asks for it to be sent. The number is the payment's with a count,
 * so that what is tried again is the same refund. @throws payments.unknown, payments.overRefunded
 */
export async function askRefund(
  tx: Tx,
  jobs: Pick<Jobs, 'enqueue'>,
  { paymentId, amountFen, reason, askedBy, at }: RefundAsked,
): Promise<Refund> {
  const store = paymentStore(tx);
  const payment = await store.paymentLocked(paymentId);
  if (!payment) throw new Refused('payments.unknown');
  if (amountFen <= 0 || amountFen > payment.paidFen - payment.refundingFen)
    throw new Refused('payments.overRefunded');
  const before = await store.refundsOfPayments([payment.id]);
  const refund: Refund = {
    id: `${payment.id}-${before.length + 1}`,
    paymentId: payment.id,
    sellerId: payment.sellerId,
    buyerId: payment.buyerId,
    orderId: payment.orderId,
    amountFen,
    reason,
    state: 'asked',
    tries: 0,
    channelRefundId: '',
    refusal: '',
    note: '',
    askedBy,
    askedAt: at,
    acceptedAt: null,
    succeededAt: null,
  };
  await store.addRefund(refund);
  await enqueueRefund(tx, jobs, refund, at);
  return refund;
}

/** Asks for the next try of a refund; one job for each. */
export const enqueueRefund = (tx: Tx, jobs: Pick<Jobs, 'enqueue'>, { id, tries }: Refund, runAt: Instant) =>
  jobs.enqueue(tx, { name: refundJob, key: `${id}:${tries}`, payload: { refundId: id }, runAt });

const stateOf = {
  PROCESSING: 'processing',
  SUCCESS: 'succeeded',
  ABNORMAL: 'abnormal',
  CLOSED: 'abnormal',
} as const;

/**
 * The one way for a refund to move on, by notice or by answer. What the channel closed did not go back, and
 * stands with what is abnormal until a person has seen to it. News that comes again changes nothing.
 */
export async function moveRefund(
  tx: Tx,
  newId: NewId,
  { outRefundNo, refundId: channelRefundId, status, refundFen, succeededAt }: ChannelRefund,
  at: Instant,
): Promise<'moved' | 'known' | 'unknown' | 'mismatched'> {
  const store = paymentStore(tx);
  const found = await store.refund(outRefundNo);
  if (!found) return 'unknown';
  if (found.amountFen !== refundFen) return 'mismatched';
  // The payment's row is locked before its refund's, as everywhere.
  await store.paymentLocked(found.paymentId);
  const state = stateOf[status];
  const moved = {
    channelRefundId,
    acceptedAt: at,
    succeededAt: state === 'succeeded' ? (succeededAt ?? at) : null,
  };
  if (!(await store.moveRefund(outRefundNo, state, moved))) return 'known';
  const { paymentId, sellerId, buyerId, orderId, amountFen } = found;
  const payload = { paymentId, refundId: found.id, sellerId, buyerId, orderId, amountFen };
  if (state === 'abnormal') await emit(tx, [paymentEvent(newId(), 'payment.refundAbnormal', at, payload)]);
  if (state !== 'succeeded') return 'moved';
  await store.refunded(paymentId, amountFen);
  await store.addEntries([
    {
      id: newId(),
      paymentId,
      sellerId,
      kind: 'refunded',
      amountFen: -amountFen,
      documentId: found.id,
      bookedOn: dayOf(moved.succeededAt ?? at),
      at,
    },
  ]);
  await emit(tx, [paymentEvent(newId(), 'payment.refunded', at, payload)]);
  return 'moved';
}

export const loadRefund = (tx: Tx, refundId: string): Promise<Refund | undefined> =>
  paymentStore(tx).refund(refundId);

/** Notes a try, and the code of its refusal; empty without one. */
export async function noteTried(tx: Tx, refundId: string, refusal: string): Promise<void> {
  await paymentStore(tx).tried(refundId, refusal);
}

/** A seller's refunds, newest first, of one state or of all. */
export const refundsOfSeller = (
  tx: Tx,
  sellerId: string,
  state: RefundStage | null,
  before: string | null,
  limit: number,
): Promise<readonly Refund[]> => paymentStore(tx).refundsOfSeller(sellerId, state, before, limit);

/** What a person decided about a refund that went wrong: sent again, or given back another way. */
export const resolveRefund = (
  tx: Tx,
  refundId: string,
  state: 'asked' | 'closed',
  note: string,
): Promise<void> => paymentStore(tx).resolveRefund(refundId, state, note);

/** The channel will not do it: a person has to see to it. */
export async function refuseRefund(tx: Tx, newId: NewId, refund: Refund, at: Instant): Promise<void> {
  const { id: refundId, paymentId, sellerId, buyerId, orderId, amountFen } = refund;
  const nothing = { channelRefundId: '', acceptedAt: null, succeededAt: null };
  if (!(await paymentStore(tx).moveRefund(refundId, 'abnormal', nothing))) return;
  const payload = { paymentId, refundId, sellerId, buyerId, orderId, amountFen };
  await emit(tx, [paymentEvent(newId(), 'payment.refundAbnormal', at, payload)]);
}
