import { createPool, type Connection, type ResultSetHeader } from 'mysql2/promise';
import type { KeepOrder, RivalOrder } from './rival-model';
import { insertAudit, insertLines, insertOrders, insertOutbox } from './rival-rows';

const poolSize = 16;
const tries = 5;

/** Writes each order in a transaction of its own: what one writes when nobody speaks of batches. */
export function openPlainWriter(databaseUrl: string): KeepOrder {
  const pool = createPool({ uri: databaseUrl, connectionLimit: poolSize });
  return async (order) => {
    for (let attempt = 1; ; attempt += 1) {
      const connection = await pool.getConnection();
      try {
        await write(connection, order);
        return;
      } catch (error) {
        await connection.query('ROLLBACK');
        if (attempt === tries || !isDeadlock(error)) throw error;
      } finally {
        connection.release();
      }
    }
  };
}

const isDeadlock = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ER_LOCK_DEADLOCK';

async function write(connection: Connection, order: RivalOrder) {
  await connection.query('START TRANSACTION');
  await connection.query(insertOrders([order]));
  await connection.query(insertLines([order]));
  // In one order everywhere, so that two orders wait for each other and never in a ring.
  for (const { stockId, quantity } of [...order.lines].sort((left, right) => left.stockId - right.stockId)) {
    await changeOne(
      connection,
      `UPDATE stock SET reserved=reserved+${quantity} WHERE id=${stockId} AND onHand-reserved>=${quantity}`,
      'goods are gone',
    );
  }
  const { payableFen, buyerNo } = order;
  await changeOne(
    connection,
    `UPDATE credit SET heldFen=heldFen+${payableFen} WHERE id=${buyerNo} AND limitFen-heldFen>=${payableFen}`,
    'credit is used up',
  );
  await connection.query(insertAudit([order]));
  await connection.query(insertOutbox([order]));
  await connection.query('COMMIT');
}

async function changeOne(connection: Connection, statement: string, otherwise: string) {
  const [{ affectedRows }] = await connection.query<ResultSetHeader>(statement);
  if (affectedRows !== 1) throw new Error(otherwise);
}
