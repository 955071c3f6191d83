import { Contended, type Instant, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { Recall, RecallStep } from './recall-model';
import type { Before } from './operation-store';
import { recallStepTable, recallTable } from './operation-tables';
import { lotTable } from './tables';

export function recallStore(tx: Tx) {
  const sql = sqlOf(tx);
  /** Lots a recall is about: of the SKU, and of one number unless it takes them all. */
  const about = ({ skuId, lotNo }: Pick<Recall, 'skuId' | 'lotNo'>): [string, string[]] =>
    lotNo === '' ? ['skuId = ?', [skuId]] : ['skuId = ? AND lotNo = ?', [skuId, lotNo]];

  return {
    /** Recalls that stop goods of these SKUs: open, or closed with goods that are not sound. */
    stoppingOf: (skuIds: readonly string[]) =>
      sql.select(
        recallTable,
        'WHERE skuId IN (?) AND (released IS NULL OR released = 0) ORDER BY openedAt, id',
        [skuIds],
      ),
    stopping: () => sql.select(recallTable, 'WHERE released IS NULL OR released = 0 ORDER BY openedAt, id'),
    recall: async (id: string) => (await sql.select(recallTable, 'WHERE id = ?', [id]))[0],
    locked: async (id: string) => (await sql.selectForUpdate(recallTable, 'WHERE id = ?', [id]))[0],
    page: (before: Before, limit: number) =>
      sql.select(
        recallTable,
        'WHERE openedAt < ? OR (openedAt = ? AND id < ?) ORDER BY openedAt DESC, id DESC LIMIT ?',
        [before[0], ...before, limit],
      ),
    add: (recall: Recall) => sql.insert(recallTable, [recall]),
    /** Stops every lot a recall is about that no other recall has stopped. */
    async stop(recall: Recall) {
      const [where, values] = about(recall);
      await sql.run(`UPDATE lot SET recallId = ? WHERE ${where} AND recallId IS NULL`, [
        recall.id,
        ...values,
      ]);
    },
    release: (recallId: string) => sql.run('UPDATE lot SET recallId = NULL WHERE recallId = ?', [recallId]),
    async count(id: string, lotCount: number, stopped: number) {
      await sql.run('UPDATE recall SET lotCount = ?, stopped = ? WHERE id = ?', [lotCount, stopped, id]);
    },
    async close(id: string, released: boolean, closedBy: string, at: Instant) {
      const changed = await sql.run(
        `UPDATE recall SET state = 'closed', released = ?, closedBy = ?, closedAt = ? WHERE id = ? AND state = 'open'`,
        [released, closedBy, at, id],
      );
      if (changed !== 1) throw new Contended('a recall was closed since it was read');
    },
    lots: (recallId: string) =>
      sql.select(lotTable, 'WHERE recallId = ? ORDER BY ownerId, warehouseId, id', [recallId]),
    /** Every lot there ever was of it, empty ones too: what was delivered came out of them. */
    lotIds: async (recall: Pick<Recall, 'skuId' | 'lotNo'>) => {
      const [where, values] = about(recall);
      const rows = await sql.rows<{ id: string }>(`SELECT id FROM lot WHERE ${where} ORDER BY id`, values);
      return rows.map(({ id }) => id);
    },
    inTransit: (recall: Pick<Recall, 'skuId' | 'lotNo'>) => {
      const [where, values] = about(recall);
      return sql.rows<{ ownerId: string; toWarehouseId: string; lotNo: string; quantity: number }>(
        `SELECT stockTransfer.ownerId, stockTransfer.toWarehouseId, line.lotNo, SUM(line.quantity) AS quantity
         FROM stockTransferLine line JOIN stockTransfer ON stockTransfer.id = line.transferId
         WHERE stockTransfer.state = 'inTransit' AND ${where}
         GROUP BY stockTransfer.ownerId, stockTransfer.toWarehouseId, line.lotNo
         ORDER BY stockTransfer.ownerId, stockTransfer.toWarehouseId, line.lotNo`,
        values,
      );
    },
    destroyed: async (recallId: string, since: Instant) =>
      (
        await sql.rows<{ quantity: number | null }>(
          `SELECT SUM(-movement.quantity) AS quantity FROM lot JOIN movement ON movement.lotId = lot.id
           WHERE lot.recallId = ? AND movement.kind = 'destroy' AND movement.at >= ?`,
          [recallId, since],
        )
      )[0]?.quantity ?? 0,
    addStep: (step: RecallStep) => sql.insert(recallStepTable, [step]),
    steps: (recallId: string) => sql.select(recallStepTable, 'WHERE recallId = ? ORDER BY id', [recallId]),
  };
}
