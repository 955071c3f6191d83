import { Contended, newestFirst, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { PaymentReturn } from './payment-return';
import { paymentReturnTable } from './tables';

export function paymentReturnStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    add: (asked: PaymentReturn) => sql.insert(paymentReturnTable, [asked]),
    one: async (returnId: string) => (await sql.select(paymentReturnTable, 'WHERE id = ?', [returnId]))[0],
    async decide({ id, state, refundId, decidedBy, decidedByName, decidedAt, note }: PaymentReturn) {
      const changed = await sql.run(
        `UPDATE paymentReturn SET state = ?, refundId = ?, decidedBy = ?, decidedByName = ?, decidedAt = ?, note = ?
         WHERE id = ? AND state = 'requested'`,
        [state, refundId, decidedBy, decidedByName, decidedAt, note, id],
      );
      if (changed !== 1) throw new Contended('a return was decided meanwhile');
    },
    ofSeller: (
      sellerId: string,
      state: PaymentReturn['state'] | null,
      before: string | null,
      limit: number,
    ) => sql.select(paymentReturnTable, ...newestFirst({ sellerId, state }, { before, limit })),
  };
}
