import type { Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';

/** Money that waits for a person. */
export function stuckStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    abnormalRefunds: async (sellerId: string) => {
      const [row] = await sql.rows<{ refunds: number; refundsFen: number | null }>(
        `SELECT COUNT(*) AS refunds, SUM(amountFen) AS refundsFen FROM paymentRefund
         WHERE sellerId = ? AND state = 'abnormal'`,
        [sellerId],
      );
      return { refunds: Number(row?.refunds ?? 0), refundsFen: Number(row?.refundsFen ?? 0) };
    },
    /** Returns that wait for somebody else than who asked for them. */
    awaitedReturns: async (sellerId: string, userId: string) => {
      const [row] = await sql.rows<{ returns: number; returnsFen: number | null }>(
        `SELECT COUNT(*) AS returns, SUM(amountFen) AS returnsFen FROM paymentReturn
         WHERE sellerId = ? AND state = 'requested' AND requestedBy <> ?`,
        [sellerId, userId],
      );
      return { returns: Number(row?.returns ?? 0), returnsFen: Number(row?.returnsFen ?? 0) };
    },
    mismatched: async (sellerId: string) => {
      const [row] = await sql.rows<{ payments: number }>(
        `SELECT COUNT(*) AS payments FROM payment
         WHERE state = 'mismatched' AND sellerId = ? AND refundingFen < paidFen`,
        [sellerId],
      );
      return Number(row?.payments ?? 0);
    },
    /** Of one seller, or of all. */
    openDifferences: async (sellerId: string | null) => {
      const [row] = await sql.rows<{ differences: number }>(
        `SELECT COUNT(*) AS differences FROM billDifference WHERE state = 'open'${sellerId === null ? '' : ' AND sellerId = ?'}`,
        sellerId === null ? [] : [sellerId],
      );
      return Number(row?.differences ?? 0);
    },
  };
}
