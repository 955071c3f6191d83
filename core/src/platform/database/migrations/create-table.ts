import { type QueryRunner, Table } from 'typeorm';
import { type Column, columnType, type Engine, keyName } from '../columns';

export interface TableShape {
  readonly columns: Readonly<Record<string, Column>>;
  readonly primary: readonly string[];
  readonly unique?: readonly (readonly string[])[];
  readonly index?: readonly (readonly string[])[];
}

/** Creates a table on whichever engine the migration runs on. */
export async function createTable(runner: QueryRunner, name: string, shape: TableShape) {
  const type = runner.dataSource.options.type;
  const engine: Engine = type === 'mariadb' || type === 'mysql' ? type : 'sqlite';
  await runner.createTable(
    new Table({
      name,
      columns: Object.entries(shape.columns).map(([column, described]) => ({
        name: column,
        ...columnType(described, engine),
        isNullable: described.nullable ?? false,
        isPrimary: shape.primary.includes(column),
        ...(described.kind === 'position'
          ? { isGenerated: true, generationStrategy: 'increment' as const }
          : {}),
      })),
      indices: [
        ...(shape.unique ?? []).map((on) => ({
          name: keyName('ux', name, on),
          columnNames: [...on],
          isUnique: true,
        })),
        ...(shape.index ?? []).map((on) => ({ name: keyName('ix', name, on), columnNames: [...on] })),
      ],
    }),
  );
}
