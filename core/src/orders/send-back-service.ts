import { askRefund } from '../payments';
import type { Fen, Instant, Platform, Tx } from '../platform';
import { restoreRebate } from '../promotions';
import type { Order } from './model';

/** What sending money back takes: ids, and jobs that bring it there. */
export type MoneyParts = Pick<Platform, 'newId' | 'jobs'>;

export interface SentBack {
  readonly order: Pick<Order, 'id' | 'sellerId' | 'buyerId'>;
  /** The payment it goes back to; null: into the rebate balance. */
  readonly paymentId: string | null;
  readonly amountFen: Fen;
  /** Shown to the payer. */
  readonly reason: string;
  readonly actorId: string;
  readonly at: Instant;
}

/** Sends money of an order back the way it came; the account has given it up already. @throws payments.overRefunded */
export async function sendBack(tx: Tx, { newId, jobs }: MoneyParts, sent: SentBack): Promise<void> {
  const { order, paymentId, amountFen, reason, actorId, at } = sent;
  if (paymentId !== null) {
    await askRefund(tx, jobs, { paymentId, amountFen, reason, askedBy: actorId, at });
    return;
  }
  const { sellerId, buyerId, id: orderId } = order;
  await restoreRebate(tx, newId, [{ sellerId, buyerId, orderId, amountFen, actorId, at }]);
}
