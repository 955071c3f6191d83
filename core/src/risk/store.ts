import { type Instant, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { Assessment } from './model';
import { assessmentTable } from './tables';

export function riskStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    history: (buyerId: string, from: Instant, to: Instant, limit: number) =>
      sql.select(
        assessmentTable,
        'WHERE buyerId = ? AND placedAt >= ? AND placedAt <= ? ORDER BY placedAt DESC, orderId DESC LIMIT ?',
        [buyerId, from, to, limit],
      ),
    add: (assessments: readonly Assessment[]) => sql.insertMissing(assessmentTable, assessments),
    assessment: async (orderId: string) =>
      (await sql.select(assessmentTable, 'WHERE orderId = ?', [orderId]))[0] ?? null,
  };
}
