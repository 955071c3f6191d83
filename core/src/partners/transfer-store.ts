import type { Day, Instant, Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import { transferTable } from './tables';
import type { SupplyTransfer } from './transfer-state';

export interface TransferFilter {
  /** Null finds every transfer; else those the party is part of. */
  readonly partyId: string | null;
  readonly buyerId: string | null;
  readonly after: readonly [proposedAt: Instant, id: string] | null;
  readonly limit: number;
}

/** Transfers of stores between distributors. */
export function transferStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    transfer: async (id: string) => (await sql.select(transferTable, 'WHERE id = ?', [id]))[0],
    transferLocked: async (id: string) => (await sql.selectForUpdate(transferTable, 'WHERE id = ?', [id]))[0],
    openOf: (buyerId: string) =>
      sql.select(transferTable, `WHERE buyerId = ? AND slot = 'open' ORDER BY id`, [buyerId]),
    add: (transfer: SupplyTransfer) => sql.insert(transferTable, [transfer]),
    /** Writes what became of an open transfer; 0 when it is open no more. */
    update: ({ id, state, slot, consents, closedAt }: SupplyTransfer) =>
      sql.run(
        `UPDATE supplyTransfer SET state = ?, slot = ?, consents = ?, closedAt = ? WHERE id = ? AND slot = 'open'`,
        [state, slot, JSON.stringify(consents), closedAt, id],
      ),
    due: (on: Day, limit: number) =>
      sql.select(
        transferTable,
        `WHERE state = 'agreed' AND effectiveOn <= ? ORDER BY effectiveOn, id LIMIT ?`,
        [on, limit],
      ),
    list({ partyId, buyerId, after, limit }: TransferFilter) {
      const conditions = ['1 = 1'];
      const parameters: (string | number)[] = [];
      if (partyId !== null) {
        conditions.push('(fromId = ? OR toId = ? OR buyerId = ?)');
        parameters.push(partyId, partyId, partyId);
      }
      if (buyerId !== null) {
        conditions.push('buyerId = ?');
        parameters.push(buyerId);
      }
      if (after !== null) {
        conditions.push('(proposedAt < ? OR (proposedAt = ? AND id < ?))');
        parameters.push(after[0], ...after);
      }
      return sql.select(
        transferTable,
        `WHERE ${conditions.join(' AND ')} ORDER BY proposedAt DESC, id DESC LIMIT ?`,
        [...parameters, limit],
      );
    },
  };
}
