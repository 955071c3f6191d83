import { Contended, type Instant, newestFirst, type Tx } from '../../platform';
import { sqlOf } from '../../platform/database/sql';
import type { ShippingUpload, UploadPlan, UploadState } from './model';
import type { Settlement } from './read-push';
import { shippingUploadTable } from './tables';

/** What WeChat was told of payments. An answer is written only to the version it answers. */
export function shippingUploadStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    upload: async (paymentId: string) =>
      (await sql.select(shippingUploadTable, 'WHERE paymentId = ?', [paymentId]))[0],
    ofSeller: (sellerId: string, state: UploadState | null, before: string | null, limit: number) =>
      sql.select(
        shippingUploadTable,
        ...newestFirst({ sellerId, state }, { before, limit, by: 'paymentId' }),
      ),
    failed: async (sellerId: string) => {
      const [row] = await sql.rows<{ uploads: number; paidFen: number | null }>(
        "SELECT COUNT(*) AS uploads, SUM(paidFen) AS paidFen FROM shippingUpload WHERE sellerId = ? AND state = 'failed'",
        [sellerId],
      );
      return { uploads: Number(row?.uploads ?? 0), paidFen: Number(row?.paidFen ?? 0) };
    },
    async add(upload: ShippingUpload) {
      if ((await sql.insertMissing(shippingUploadTable, [upload])) === 0) {
        throw new Contended('somebody else begins the same upload');
      }
    },
    async planAnew({ paymentId, version }: ShippingUpload, plan: UploadPlan) {
      const changed = await sql.run(
        `UPDATE shippingUpload SET plan = ?, version = version + 1, state = 'waiting', tries = 0, code = '',
           settledAt = NULL
         WHERE paymentId = ? AND version = ?`,
        [JSON.stringify(plan), paymentId, version],
      );
      if (changed !== 1) throw new Contended('an upload changed since it was read');
    },
    notNeeded: (paymentId: string, at: Instant) =>
      sql.run(
        `UPDATE shippingUpload SET state = 'notNeeded', settledAt = ?
         WHERE paymentId = ? AND state IN ('waiting', 'failed')`,
        [at, paymentId],
      ),
    /** Counts a try and the time it tells. False when there is nothing to tell any more. */
    begin: async ({ paymentId, version, tries }: ShippingUpload, uploadedAt: Instant) =>
      (await sql.run(
        `UPDATE shippingUpload SET tries = tries + 1, uploadedAt = ?
         WHERE paymentId = ? AND version = ? AND tries = ? AND state = 'waiting' AND uploadedAt < ?`,
        [uploadedAt, paymentId, version, tries, uploadedAt],
      )) === 1,
    settle: async (
      { paymentId, version }: ShippingUpload,
      state: UploadState,
      code: string,
      at: Instant | null,
    ) =>
      (await sql.run(
        `UPDATE shippingUpload SET state = ?, code = ?, settledAt = ?
         WHERE paymentId = ? AND version = ? AND state = 'waiting'`,
        [state, code, at, paymentId, version],
      )) === 1,
    /** What WeChat told of the money; a later push that says less takes nothing back. */
    noteSettlement: ({ transactionId, receivedAt, paidOutAt }: Settlement) =>
      sql.run(
        `UPDATE shippingUpload SET receivedAt = COALESCE(?, receivedAt), paidOutAt = COALESCE(?, paidOutAt)
         WHERE transactionId = ?`,
        [receivedAt, paidOutAt, transactionId],
      ),
    /** Waits once more, from the first try on. False when it has not failed. */
    again: async (paymentId: string) =>
      (await sql.run(
        `UPDATE shippingUpload SET state = 'waiting', version = version + 1, tries = 0, settledAt = NULL
         WHERE paymentId = ? AND state = 'failed'`,
        [paymentId],
      )) === 1,
  };
}
