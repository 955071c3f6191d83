import type { EntitySchema } from 'typeorm';
import { type Column, columnsOf, type InsertedColumns } from './columns';
import type { Database, Sql, SqlParameter, SqlValue, Tx } from './database';
import { checkedValue } from './encode-row';
import type { Line, PlainValue } from './line';
import { countStatement } from './statement-count';
import { isInsert, newRowsOf, writtenTable } from './written-table';

interface OpenTransaction {
  readonly sql: Sql;
  readonly written: ReadonlySet<string>;
}

const openTransactions = new WeakMap<Tx, OpenTransaction>();

/** Opens the statements of a transaction. Only stores call it. */
export function sqlOf(tx: Tx): Sql {
  return openTransactionOf(tx).sql;
}

/** The tables a transaction has changed so far, and those it has added rows to (`newRowsOf`). */
export const writtenTablesOf = (tx: Tx): ReadonlySet<string> => openTransactionOf(tx).written;

function openTransactionOf(tx: Tx): OpenTransaction {
  const open = openTransactions.get(tx);
  if (!open) throw new Error('this transaction has ended');
  return open;
}

/** Hands a transaction over `line` to `work` and closes its door when the work is over. */
export async function withTx<Answer>(
  database: { readonly engine: Database['engine']; readonly line: Line },
  tx: Tx,
  work: (tx: Tx) => Promise<Answer>,
): Promise<Answer> {
  const written = new Set<string>();
  const state = { hasEnded: false };
  const guarded = guardedLine(database.line, state);
  openTransactions.set(tx, { sql: sqlOver(guarded, database.engine, written), written });
  try {
    return await work(tx);
  } finally {
    // A straggler must not write behind the back of a transaction that was rolled back.
    state.hasEnded = true;
    openTransactions.delete(tx);
  }
}

const guardedLine = (line: Line, state: { readonly hasEnded: boolean }): Line => ({
  execute: (statement, values) => (state.hasEnded ? refuseStraggler() : line.execute(statement, values)),
  insert: (head, rows, columns) => (state.hasEnded ? refuseStraggler() : line.insert(head, rows, columns)),
});

const refuseStraggler = () => Promise.reject(new Error('this transaction has ended'));

/** SQLite takes 32,766 parameters in a statement; the others take more. */
const parametersPerInsert = 30_000;

/** The statements of one connection, the same on every engine; the tables they change are noted in `written`. */
function sqlOver(line: Line, engine: Database['engine'], written: Set<string>): Sql {
  const forUpdate = engine === 'sqlite' ? '' : ' FOR UPDATE';
  const execute = (statement: string, parameters: readonly SqlParameter[]) => {
    const expanded = expandParameters(statement, parameters);
    countStatement();
    return line.execute(expanded.statement, expanded.values);
  };
  const rows = async <Row>(statement: string, parameters: readonly SqlParameter[] = []) =>
    (await execute(statement, parameters)).records as Row[];
  const run = async (statement: string, parameters: readonly SqlParameter[] = []) => {
    const { affected } = await execute(statement, parameters);
    const changed = affected > 0 ? writtenTable(statement) : null;
    if (changed !== null) {
      written.add(changed);
      if (isInsert(statement)) written.add(newRowsOf(changed));
    }
    return affected;
  };
  const select = async <Row>(
    table: EntitySchema<Row>,
    rest = '',
    parameters: readonly SqlParameter[] = [],
  ) => {
    const { list, decoded, name } = shapeOf(table);
    const found = await rows<Row>(`SELECT ${list} FROM \`${name}\` ${rest}`, parameters);
    return decodeRows(found, decoded);
  };
  const insertWith = async <Row>(verb: string, table: EntitySchema<Row>, all: readonly Row[]) => {
    const { name, inserted: columns, insertList } = shapeOf(table);
    const head = `${verb} INTO \`${name}\` (${insertList}) VALUES `;
    const chunk = Math.max(1, Math.floor(parametersPerInsert / columns.length));
    let inserted = 0;
    for (let from = 0; from < all.length; from += chunk) {
      const part = all.length <= chunk ? all : all.slice(from, from + chunk);
      countStatement();
      const { affected } = await line.insert(head, part as readonly object[], columns);
      inserted += affected;
    }
    if (inserted > 0) written.add(name).add(newRowsOf(name));
    return inserted;
  };
  return {
    rows,
    run,
    select,
    forUpdate,
    selectForUpdate: (table, rest, parameters) => select(table, rest + forUpdate, parameters),
    insert: async (table, all) => {
      await insertWith('INSERT', table, all);
    },
    insertMissing: (table, all) =>
      insertWith(engine === 'sqlite' ? 'INSERT OR IGNORE' : 'INSERT IGNORE', table, all),
  };
}

/** What statements need to know of a table, worked out once. */
interface TableShape {
  readonly name: string;
  readonly list: string;
  readonly insertList: string;
  readonly inserted: InsertedColumns;
  /** Columns whose values come back in another form than they have in code. */
  readonly decoded: readonly (readonly [string, Column])[];
}

const shapes = new WeakMap<object, TableShape>();

function shapeOf<Row>(table: EntitySchema<Row>): TableShape {
  const known = shapes.get(table);
  if (known) return known;
  const columns = Object.entries(columnsOf(table));
  const inserted = columns.filter(([, { kind }]) => kind !== 'position');
  const listed = (some: readonly (readonly [string, Column])[]) =>
    some.map(([name]) => `\`${name}\``).join(',');
  const shape = {
    name: table.options.name,
    list: listed(columns),
    insertList: listed(inserted),
    inserted: inserted.map(([name, column]) => ({ name, column })),
    decoded: columns.filter(([, { kind }]) => kind === 'json' || kind === 'flag'),
  };
  shapes.set(table, shape);
  return shape;
}

/**
 * Spreads array parameters into lists and checks every value: the embedded driver ends the process
 * on a value it does not know, and a silent float would break the books.
 */
function expandParameters(statement: string, parameters: readonly SqlParameter[]) {
  const values: PlainValue[] = [];
  const parts = statement.split('?');
  if (parts.length - 1 > parameters.length) throw new Error(`too few parameters: ${statement}`);
  if (parts.length - 1 < parameters.length) throw new Error(`too many parameters: ${statement}`);
  let expanded = parts[0] as string;
  for (let at = 0; at < parameters.length; at += 1) {
    const parameter = parameters[at] as SqlParameter;
    if (!Array.isArray(parameter)) {
      values.push(checkedValue(parameter as SqlValue));
      expanded += '?';
    } else if (parameter.length === 0) {
      // `IN (NULL)` matches nothing, which is what an empty list means.
      expanded += 'NULL';
    } else {
      for (const value of parameter) values.push(checkedValue(value as SqlValue));
      expanded += '?' + ',?'.repeat(parameter.length - 1);
    }
    expanded += parts[at + 1] as string;
  }
  return { statement: expanded, values };
}

function decodeRows<Row>(rows: Row[], decoded: TableShape['decoded']): Row[] {
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
