import { type QueryRunner, TableIndex } from 'typeorm';
import { type Column, columnType, type Engine, keyName } from '../columns';

/** A column that rows of today get a value for. */
export interface AddedColumn {
  readonly column: Column;
  /** What rows that are there already get; an SQL expression over the row. */
  readonly valueSql: string;
}

/**
 * Adds columns to a table that has rows: each is added empty, filled, and then closed to null, so that
 * no default stays behind for an insert to fall back on.
 */
export async function addColumns(
  runner: QueryRunner,
  name: string,
  added: Readonly<Record<string, AddedColumn>>,
) {
  const { type } = runner.dataSource.options;
  const engine: Engine = type === 'mariadb' || type === 'mysql' ? type : 'sqlite';
  for (const [column, { column: described, valueSql }] of Object.entries(added)) {
    const written = described.length === undefined ? '' : `(${described.length})`;
    const sqlType = `${columnType(described, engine).type}${written}`;
    await runner.query(`ALTER TABLE \`${name}\` ADD COLUMN \`${column}\` ${sqlType} NULL`);
    await runner.query(`UPDATE \`${name}\` SET \`${column}\` = ${valueSql}`);
    if (described.nullable) continue;
    if (engine !== 'sqlite') {
      await runner.query(`ALTER TABLE \`${name}\` MODIFY COLUMN \`${column}\` ${sqlType} NOT NULL`);
      continue;
    }
    // SQLite closes a column to null only by making the table anew, which the runner does.
    const table = await runner.getTable(name);
    const before = table?.findColumnByName(column);
    if (!table || !before) throw new Error(`no column ${name}.${column} to close`);
    const after = before.clone();
    after.isNullable = false;
    await runner.changeColumn(table, before, after);
  }
}

/** Adds an index named as `table()` names it. */
export async function addIndex(
  runner: QueryRunner,
  table: string,
  columns: readonly string[],
  { unique = false } = {},
) {
  const name = keyName(unique ? 'ux' : 'ix', table, columns);
  await runner.createIndex(table, new TableIndex({ name, columnNames: [...columns], isUnique: unique }));
}
