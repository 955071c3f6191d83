import { type Connection, createConnection, type ResultSetHeader } from 'mysql2/promise';
import type { KeepOrder, RivalOrder } from './rival-model';
import { insertAudit, insertLines, insertOrders, insertOutbox } from './rival-rows';

interface Waiting {
  readonly order: RivalOrder;
  resolve(): void;
  reject(error: unknown): void;
}

const batchOrders = 512;

/**
 * Writes what arrives while the last batch commits as the next one: one packet for all rows and guards, one for the
 * commit. This is what is near the limit of one Node process and this database.
 */
export async function openBatchWriter(databaseUrl: string): Promise<KeepOrder> {
  const connection = await createConnection({ uri: databaseUrl, multipleStatements: true });
  const waiting: Waiting[] = [];
  let isRunning = false;

  const run = async () => {
    while (waiting.length > 0) await writeOrSingly(connection, waiting.splice(0, batchOrders));
    isRunning = false;
  };
  return (order) =>
    new Promise((resolve, reject) => {
      waiting.push({ order, resolve, reject });
      if (isRunning) return;
      isRunning = true;
      setImmediate(() => void run());
    });
}

/** One order's failure never fails its neighbours. */
async function writeOrSingly(connection: Connection, batch: readonly Waiting[]) {
  try {
    await writeBatch(
      connection,
      batch.map(({ order }) => order),
    );
    for (const { resolve } of batch) resolve();
  } catch (error) {
    await connection.query('ROLLBACK');
    if (batch.length === 1) batch[0]?.reject(error);
    else for (const one of batch) await writeOrSingly(connection, [one]);
  }
}

async function writeBatch(connection: Connection, orders: readonly RivalOrder[]) {
  const quantities = new Map<number, number>();
  const amounts = new Map<number, number>();
  for (const { buyerNo, payableFen, lines } of orders) {
    amounts.set(buyerNo, (amounts.get(buyerNo) ?? 0) + payableFen);
    for (const { stockId, quantity } of lines)
      quantities.set(stockId, (quantities.get(stockId) ?? 0) + quantity);
  }
  const [results] = await connection.query<ResultSetHeader[]>(
    [
      'START TRANSACTION',
      insertOrders(orders),
      insertLines(orders),
      addWhere('stock', 'reserved', 'onHand', quantities),
      addWhere('credit', 'heldFen', 'limitFen', amounts),
      insertAudit(orders),
      insertOutbox(orders),
    ].join(';'),
  );
  if (results[3]?.affectedRows !== quantities.size) throw new Error('goods are gone');
  if (results[4]?.affectedRows !== amounts.size) throw new Error('credit is used up');
  await connection.query('COMMIT');
}

/** Adds to many rows in one statement, to none beyond its bound. */
function addWhere(table: string, column: string, bound: string, added: ReadonlyMap<number, number>) {
  let cases = '';
  let ids = '';
  for (const [id, amount] of added) {
    cases += ` WHEN ${id} THEN ${amount}`;
    ids += `${ids === '' ? '' : ','}${id}`;
  }
  const sum = `CASE id${cases} END`;
  return `UPDATE ${table} SET ${column}=${column}+${sum} WHERE id IN (${ids}) AND ${bound}-${column}>=${sum}`;
}
