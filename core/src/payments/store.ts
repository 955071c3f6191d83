import { Contended, type Fen, type Instant, newestFirst, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { HandOver, Payment, PaymentEntry, PaymentNotice, Refund, RefundStage } from './model';
import { paymentEntryTable, paymentNoticeTable, paymentTable, refundTable } from './tables';

export interface PaidFacts {
  readonly transactionId: string;
  readonly paidFen: Fen;
  readonly paidAt: Instant;
  readonly payer: string;
}

/** Payments, what came back of them, and their ledger. Every write says what it expects to find. */
export function paymentStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    payment: async (paymentId: string) => (await sql.select(paymentTable, 'WHERE id = ?', [paymentId]))[0],
    paymentLocked: async (paymentId: string) =>
      (await sql.selectForUpdate(paymentTable, 'WHERE id = ?', [paymentId]))[0],
    addPayment: (payment: Payment) => sql.insert(paymentTable, [payment]),
    paymentsOfOrder: (orderId: string) =>
      sql.select(paymentTable, 'WHERE orderId = ? ORDER BY id DESC LIMIT 200', [orderId]),
    paymentsOf: (side: 'sellerId' | 'buyerId', partyId: string, before: string | null, limit: number) =>
      sql.select(paymentTable, ...newestFirst({ [side]: partyId }, { before, limit })),
    paidBetween: (merchantId: string, from: Instant, before: Instant) =>
      sql.select(paymentTable, 'WHERE merchantId = ? AND paidAt >= ? AND paidAt < ? ORDER BY paidAt, id', [
        merchantId,
        from,
        before,
      ]),
    handOver: (paymentId: string, handOver: HandOver) =>
      sql.run('UPDATE payment SET handOver = ? WHERE id = ? AND handOver IS NULL', [
        JSON.stringify(handOver),
        paymentId,
      ]),
    async takeTurn(paymentId: string, at: Instant, before: Instant) {
      const changed = await sql.run(
        `UPDATE payment SET lastAskedAt = ?
         WHERE id = ? AND state = 'open' AND COALESCE(lastAskedAt, createdAt) <= ?`,
        [at, paymentId, before],
      );
      return changed === 1;
    },
    asked: (paymentId: string, at: Instant) =>
      sql.run('UPDATE payment SET asks = asks + 1, lastAskedAt = ? WHERE id = ?', [at, paymentId]),

    /** True when this call made it paid: a payment is paid once, also one that was closed too late. */
    async pay(paymentId: string, { transactionId, paidFen, paidAt, payer }: PaidFacts) {
      const changed = await sql.run(
        `UPDATE payment SET state = 'paid', transactionId = ?, paidFen = ?, paidAt = ?, payer = ?
         WHERE id = ? AND state IN ('open', 'closed') AND amountFen = ?`,
        [transactionId, paidFen, paidAt, payer, paymentId, paidFen],
      );
      return changed === 1;
    },
    async mismatch(paymentId: string, { transactionId, paidFen, paidAt, payer }: PaidFacts) {
      const changed = await sql.run(
        `UPDATE payment SET state = 'mismatched', transactionId = ?, paidFen = ?, paidAt = ?, payer = ?
         WHERE id = ? AND state IN ('open', 'closed')`,
        [transactionId, paidFen, paidAt, payer, paymentId],
      );
      return changed === 1;
    },
    async close(paymentId: string) {
      return (
        (await sql.run(`UPDATE payment SET state = 'closed' WHERE id = ? AND state = 'open'`, [
          paymentId,
        ])) === 1
      );
    },

    refund: async (refundId: string) => (await sql.select(refundTable, 'WHERE id = ?', [refundId]))[0],
    refundsOfPayments: (paymentIds: readonly string[]) =>
      sql.select(refundTable, 'WHERE paymentId IN (?) ORDER BY id', [paymentIds]),
    refundsOfOrder: (orderId: string) => sql.select(refundTable, 'WHERE orderId = ? ORDER BY id', [orderId]),
    refundsOfSeller: (sellerId: string, state: RefundStage | null, before: string | null, limit: number) =>
      sql.select(refundTable, ...newestFirst({ sellerId, state }, { before, limit })),
    /** Sets aside what is to go back; more than is left of the payment spoils the transaction. */
    async addRefund(refund: Refund) {
      const changed = await sql.run(
        `UPDATE payment SET refundingFen = refundingFen + ? WHERE id = ? AND state IN ('paid', 'mismatched')
           AND paidFen - refundingFen >= ?`,
        [refund.amountFen, refund.paymentId, refund.amountFen],
      );
      if (changed !== 1) throw new Contended('a payment changed since it was read');
      await sql.insert(refundTable, [refund]);
    },
    tried: (refundId: string, refusal: string) =>
      sql.run('UPDATE paymentRefund SET tries = tries + 1, refusal = ? WHERE id = ?', [refusal, refundId]),
    /**
     * True when this call moved it; what has succeeded or closed moves no more, and an answer that it is under way may be
     * older than a notice that it went wrong.
     */
    async moveRefund(
      refundId: string,
      state: RefundStage,
      {
        channelRefundId,
        acceptedAt,
        succeededAt,
      }: Pick<Refund, 'channelRefundId' | 'acceptedAt' | 'succeededAt'>,
    ) {
      const changed = await sql.run(
        `UPDATE paymentRefund SET state = ?, channelRefundId = CASE WHEN ? = '' THEN channelRefundId ELSE ? END,
           acceptedAt = COALESCE(acceptedAt, ?), succeededAt = ?
         WHERE id = ? AND state NOT IN (?, 'succeeded', 'closed') AND (? <> 'processing' OR state = 'asked')`,
        [state, channelRefundId, channelRefundId, acceptedAt, succeededAt, refundId, state, state],
      );
      return changed === 1;
    },
    /** What a person decided about a refund that went wrong. */
    async resolveRefund(refundId: string, state: 'asked' | 'closed', note: string) {
      const changed = await sql.run(
        `UPDATE paymentRefund SET state = ?, note = ?, refusal = '' WHERE id = ? AND state = 'abnormal'`,
        [state, note, refundId],
      );
      if (changed !== 1) throw new Contended('a refund changed since it was read');
    },
    async refunded(paymentId: string, amountFen: Fen) {
      const changed = await sql.run(
        'UPDATE payment SET refundedFen = refundedFen + ? WHERE id = ? AND refundedFen + ? <= refundingFen',
        [amountFen, paymentId, amountFen],
      );
      if (changed !== 1) throw new Contended('a payment changed since it was read');
    },

    addEntries: (entries: readonly PaymentEntry[]) => sql.insert(paymentEntryTable, entries),
    /** False when the notice was kept before. */
    keepNotice: async (notice: PaymentNotice) => (await sql.insertMissing(paymentNoticeTable, [notice])) > 0,
  };
}
