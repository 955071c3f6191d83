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
 * Writes what arrives while the last batch commits as the next one, a batch in one packet with its commit: a bound that
 * is broken is an error (the tables check it), and nothing of a packet is done after an error. More writers at once
 * make smaller batches and are slower.
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
      addTo('stock', 'reserved', quantities),
      addTo('credit', 'heldFen', amounts),
      insertAudit(orders),
      insertOutbox(orders),
      'COMMIT',
    ].join(';'),
  );
  if (results[3]?.affectedRows !== quantities.size || results[4]?.affectedRows !== amounts.size)
    throw new Error('a row of stock or credit is missing');
}

/** Adds to many rows in one statement. */
function addTo(table: string, column: string, added: ReadonlyMap<number, number>) {
  let cases = '';
  let ids = '';
  for (const [id, amount] of added) {
    cases += ` WHEN ${id} THEN ${amount}`;
    ids += `${ids === '' ? '' : ','}${id}`;
  }
  return `UPDATE ${table} SET ${column}=${column}+CASE id${cases} END WHERE id IN (${ids})`;
}
