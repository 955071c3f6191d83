import type { Connection } from 'mysql2/promise';

const ordersTogether = 25_000;
const dayMs = 86_400_000;
const spanMs = 365 * dayMs;
/** What is older has been dealt with: shipped, signed, paid. */
const openDays = 20;

/** `next` makes the columns of a copy that differ from the original's; every other column is taken over. */
interface HistoryTable {
  readonly table: string;
  readonly where?: string;
  readonly next: Readonly<Record<string, string>>;
}

const copied = (column: string) => `CONCAT('00', LPAD(copyNo.n, 5, '0'), RIGHT(${column}, 19))`;
const earlier = (column: string) => `${column} - copyNo.shiftMs`;
const dayEarlier = (column: string) =>
  `DATE_FORMAT(DATE_SUB(${column}, INTERVAL copyNo.shiftDays DAY), '%Y-%m-%d')`;
const onceOld = (column: string, old: string) => `IF(copyNo.isOld, ${old}, ${column})`;

const each = (columns: readonly string[], make: (column: string) => string) =>
  Object.fromEntries(columns.map((column) => [column, make(column)]));

/** What an order leaves behind, table by table. Ids of a copy sort before those of today, in the order of time. */
const history: readonly HistoryTable[] = [
  {
    table: 'salesOrder',
    next: {
      ...each(['id'], copied),
      ...each(['placedAt', 'reservedUntil', 'backOrderedAt'], earlier),
      number: "CONCAT(number, '-', copyNo.n)",
      state: onceOld('state', "IF(state IN ('cancelled', 'held'), 'cancelled', 'completed')"),
    },
  },
  { table: 'orderLine', next: each(['orderId'], copied) },
  {
    table: 'orderHold',
    next: {
      ...each(['orderId'], copied),
      ...each(['openedAt', 'dueAt', 'clearedAt'], earlier),
      status: onceOld('status', "'cleared'"),
    },
  },
  { table: 'orderEvent', next: { ...each(['orderId'], copied), ...each(['at'], earlier) } },
  { table: 'orderPart', next: each(['orderId'], copied) },
  { table: 'orderPartLine', next: each(['orderId'], copied) },
  { table: 'reservation', next: { ...each(['orderId'], copied), open: onceOld('open', '0') } },
  {
    table: 'shipment',
    next: { ...each(['id', 'orderId'], copied), ...each(['shippedAt', 'signedAt'], earlier) },
  },
  { table: 'shipmentLine', next: each(['shipmentId', 'orderId'], copied) },
  {
    table: 'orderClaim',
    next: {
      ...each(['id', 'orderId', 'shipmentId'], copied),
      ...each(['openedAt', 'settledAt'], earlier),
      state: onceOld('state', "'accepted'"),
    },
  },
  {
    table: 'movement',
    where: "documentId <> 'opening'",
    next: { ...each(['id', 'documentId'], copied), ...each(['at'], earlier) },
  },
  { table: 'creditEntry', next: { ...each(['id', 'documentId'], copied), ...each(['at'], earlier) } },
  {
    table: 'bill',
    next: {
      ...each(['id', 'orderId'], copied),
      ...each(['issuedAt'], earlier),
      ...each(['dueOn', 'countsFromOn'], dayEarlier),
      orderNumber: "CONCAT(orderNumber, '-', copyNo.n)",
      paidFen: onceOld('paidFen', 'amountFen'),
      settled: onceOld('settled', '1'),
    },
  },
  { table: 'receipt', next: { ...each(['id', 'billId'], copied), ...each(['at'], earlier) } },
  {
    table: 'billApplication',
    next: { ...each(['id', 'receiptId', 'billId'], copied), ...each(['at'], earlier) },
  },
  { table: 'riskAssessment', next: { ...each(['orderId'], copied), ...each(['placedAt'], earlier) } },
  { table: 'commandAnswer', next: { ...each(['commandId'], copied), ...each(['at'], earlier) } },
];

/**
 * Multiplies the orders there are, and all that belongs to them, `copies` times into the year before, oldest first.
 * Rows are shaped like real ones; balances (lots, accounts) stay as they are, so the books of such a database do not
 * balance and nobody should ask.
 */
export async function multiplyHistory(
  connection: Connection,
  parts: { readonly copies: number; readonly originals: number; readonly say: (line: string) => void },
): Promise<void> {
  const { copies, originals, say } = parts;
  await connection.query('SET SESSION unique_checks = 0, foreign_key_checks = 0');
  await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
  await connection.query(
    'CREATE TEMPORARY TABLE copyNo (n INT PRIMARY KEY, shiftMs BIGINT, shiftDays INT, isOld TINYINT)',
  );
  const columnsOf = new Map<string, readonly string[]>();
  for (const { table } of history) {
    const [columns] = await connection.query(`SHOW COLUMNS FROM \`${table}\``);
    columnsOf.set(
      table,
      (columns as { Field: string }[]).map(({ Field }) => Field),
    );
    // The originals are set aside, so that a copy is never copied.
    await connection.query(`CREATE TEMPORARY TABLE \`${table}Once\` AS SELECT * FROM \`${table}\``);
  }
  const step = Math.max(1, Math.floor(ordersTogether / originals));
  for (let from = 1; from <= copies; from += step) {
    const upTo = Math.min(copies, from + step - 1);
    await connection.query('DELETE FROM copyNo');
    await connection.query(`INSERT INTO copyNo VALUES ${copyRows(from, upTo, copies)}`);
    for (const one of history) await copyTable(connection, one, columnsOf.get(one.table) ?? []);
    if (upTo === copies || (from / step) % 8 < 1) say(`  history: ${upTo * originals} orders`);
  }
  for (const { table } of history) await connection.query(`ANALYZE TABLE \`${table}\``);
}

function copyRows(from: number, upTo: number, copies: number) {
  const rows: string[] = [];
  for (let copy = from; copy <= upTo; copy += 1) {
    const shiftMs = Math.round(((copies - copy + 1) * spanMs) / copies);
    const shiftDays = Math.floor(shiftMs / dayMs);
    rows.push(`(${copy}, ${shiftMs}, ${shiftDays}, ${shiftDays > openDays ? 1 : 0})`);
  }
  return rows.join(',');
}

async function copyTable(
  connection: Connection,
  { table, where, next }: HistoryTable,
  columns: readonly string[],
) {
  const missing = Object.keys(next).filter((column) => !columns.includes(column));
  if (missing.length > 0) throw new Error(`${table} has no ${missing.join(', ')}`);
  const names = columns.map((column) => `\`${column}\``).join(', ');
  const values = columns.map((column) => next[column] ?? `\`${column}\``).join(', ');
  await connection.query(
    `INSERT INTO \`${table}\` (${names}) SELECT ${values} FROM copyNo STRAIGHT_JOIN \`${table}Once\`` +
      `${where ? ` WHERE ${where}` : ''} ORDER BY copyNo.n`,
  );
}
