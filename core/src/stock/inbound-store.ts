import { Contended, type Day, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { Inbound, InboundState } from './policy-model';
import { inboundTable } from './policy-tables';

export function inboundStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    /** Confirmed and not all there yet. */
    confirmed: (ownerIds: readonly string[], skuIds: readonly string[]) =>
      sql.select(
        inboundTable,
        `WHERE ownerId IN (?) AND state = 'confirmed' AND skuId IN (?) ORDER BY expectedOn, id`,
        [ownerIds, skuIds],
      ),
    page: (
      ownerId: string,
      state: InboundState | null,
      after: readonly [expectedOn: Day, id: string],
      limit: number,
    ) =>
      sql.select(
        inboundTable,
        `WHERE ownerId = ? AND (? IS NULL OR state = ?) AND (expectedOn > ? OR (expectedOn = ? AND id > ?))
         ORDER BY expectedOn, id LIMIT ?`,
        [ownerId, state, state, after[0], ...after, limit],
      ),
    locked: async (ownerId: string, id: string) =>
      (await sql.selectForUpdate(inboundTable, 'WHERE id = ? AND ownerId = ?', [id, ownerId]))[0],
    add: (inbound: Inbound) => sql.insert(inboundTable, [inbound]),
    async change(before: Inbound, after: Pick<Inbound, 'state' | 'received'>) {
      const changed = await sql.run(
        'UPDATE inbound SET state = ?, received = ? WHERE id = ? AND state = ? AND received = ? AND ? <= quantity',
        [after.state, after.received, before.id, before.state, before.received, after.received],
      );
      if (changed !== 1) throw new Contended('an expected receipt changed since it was read');
    },
  };
}
