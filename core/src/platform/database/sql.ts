import type { EntitySchema, QueryRunner } from 'typeorm';
import { type Column, columnsOf } from './columns';
import type { Database, Sql, SqlParameter, SqlValue, Tx } from './database';
import { countStatement } from './statement-count';

const openTransactions = new WeakMap<Tx, Sql>();

/** Opens the statements of a transaction. Only stores call it. */
export function sqlOf(tx: Tx): Sql {
  const sql = openTransactions.get(tx);
  if (!sql) throw new Error('this transaction has ended');
  return sql;
}

/** Hands a transaction to `work` and closes its door when the work is over. */
export async function withTx<Answer>(kind: Tx['kind'], sql: Sql, work: (tx: Tx) => Promise<Answer>) {
  const tx: Tx = { kind };
  openTransactions.set(tx, sql);
  try {
    return await work(tx);
  } finally {
    openTransactions.delete(tx);
  }
}

/** SQLite takes 32,766 parameters in a statement; the others take more. */
const parametersPerInsert = 30_000;

/** The statements of one connection, the same on every engine. */
export function sqlOver(runner: QueryRunner, engine: Database['engine']): Sql {
  const execute = async (statement: string, parameters: readonly SqlParameter[]) => {
    const expanded = expandParameters(statement, parameters);
    countStatement();
    return runner.query(expanded.statement, expanded.values, true);
  };
  const rows = async <Row>(statement: string, parameters: readonly SqlParameter[] = []) =>
    (await execute(statement, parameters)).records as Row[];
  const run = async (statement: string, parameters: readonly SqlParameter[] = []) =>
    (await execute(statement, parameters)).affected ?? 0;
  const select = async <Row>(
    table: EntitySchema<Row>,
    rest = '',
    parameters: readonly SqlParameter[] = [],
  ) => {
    const columns = Object.entries(columnsOf(table));
    const list = columns.map(([name]) => `\`${name}\``).join(',');
    const found = await rows<Row>(`SELECT ${list} FROM \`${table.options.name}\` ${rest}`, parameters);
    return decodeRows(found, columns);
  };
  const insertWith = async <Row>(verb: string, table: EntitySchema<Row>, all: readonly Row[]) => {
    const columns = Object.entries(columnsOf(table)).filter(([, column]) => column.kind !== 'position');
    const head = `${verb} INTO \`${table.options.name}\` (${columns.map(([name]) => `\`${name}\``).join(',')}) VALUES `;
    const tuple = `(${columns.map(() => '?').join(',')})`;
    const chunk = Math.max(1, Math.floor(parametersPerInsert / columns.length));
    let inserted = 0;
    for (let from = 0; from < all.length; from += chunk) {
      const part = all.slice(from, from + chunk);
      const values = part.flatMap((row) => encodeRow(row as Record<string, unknown>, columns));
      countStatement();
      const result = await runner.query(head + part.map(() => tuple).join(','), values, true);
      inserted += result.affected ?? 0;
    }
    return inserted;
  };
  return {
    rows,
    run,
    select,
    selectForUpdate: (table, rest, parameters) =>
      select(table, engine === 'sqlite' ? rest : `${rest} FOR UPDATE`, parameters),
    insert: async (table, all) => {
      await insertWith('INSERT', table, all);
    },
    insertMissing: (table, all) =>
      insertWith(engine === 'sqlite' ? 'INSERT OR IGNORE' : 'INSERT IGNORE', table, all),
  };
}

/**
 * Spreads array parameters into lists and checks every value: the embedded driver ends the process
 * on a value it does not know, and a silent float would break the books.
 */
export function expandParameters(statement: string, parameters: readonly SqlParameter[]) {
  const values: (string | number | null)[] = [];
  let next = 0;
  const expanded = statement.replace(/\?/g, () => {
    if (next >= parameters.length) throw new Error(`too few parameters: ${statement}`);
    const parameter = parameters[next++] as SqlParameter;
    if (!Array.isArray(parameter)) {
      values.push(checkedValue(parameter as SqlValue));
      return '?';
    }
    // `IN (NULL)` matches nothing, which is what an empty list means.
    if (parameter.length === 0) return 'NULL';
    for (const value of parameter) values.push(checkedValue(value as SqlValue));
    return parameter.map(() => '?').join(',');
  });
  if (next !== parameters.length) throw new Error(`too many parameters: ${statement}`);
  return { statement: expanded, values };
}

function checkedValue(value: unknown): string | number | null {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw new TypeError(`not a value a statement can carry: ${typeof value} ${String(value)}`);
}

function encodeRow(row: Record<string, unknown>, columns: readonly [string, Column][]) {
  return columns.map(([name, column]) => {
    const value = isJson(row[name], column) ? JSON.stringify(row[name]) : checkedValue(row[name]);
    if (!fits(value, column))
      throw new TypeError(`not a value for ${name} (${column.kind}): ${typeof value}`);
    return value;
  });
}

/** Null stands for itself, in the column and in the row. */
const isJson = (value: unknown, column: Column) => column.kind === 'json' && value !== null;

const greatestInteger = 2 ** 31;

/** The engines disagree on what does not fit: one refuses, one truncates, `INSERT IGNORE` says nothing. */
function fits(value: unknown, column: Column): value is string | number | null {
  if (value === null) return column.nullable ?? false;
  if (value === undefined) return false;
  if (column.kind === 'integer') return Number(value) >= -greatestInteger && Number(value) < greatestInteger;
  if (column.length === undefined || typeof value !== 'string' || value.length <= column.length) return true;
  // The database counts characters, of which some are two in a string.
  return [...value].length <= column.length;
}

function decodeRows<Row>(rows: Row[], columns: readonly [string, Column][]): Row[] {
  const decoded = columns.filter(([, column]) => column.kind === 'json' || column.kind === 'flag');
  if (decoded.length === 0) return rows;
  for (const row of rows as Record<string, unknown>[]) {
    for (const [name, column] of decoded) {
      const value = row[name];
      if (value === null) continue;
      row[name] = column.kind === 'flag' ? value === 1 : JSON.parse(value as string);
    }
  }
  return rows;
}
