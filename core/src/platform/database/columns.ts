import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';

/** The columns of the house. Tables and migrations speak these words and no others. */
export interface Column {
  readonly kind: 'id' | 'text' | 'longText' | 'day' | 'integer' | 'big' | 'flag' | 'json' | 'position';
  readonly length?: number;
  readonly nullable?: true;
}

/** The columns an insert names, in their order. */
export type InsertedColumns = readonly { readonly name: string; readonly column: Column }[];

export const id = (): Column => ({ kind: 'id', length: 40 });
export const text = (length: number): Column => ({ kind: 'text', length });
export const longText = (): Column => ({ kind: 'longText' });
export const day = (): Column => ({ kind: 'day', length: 10 });
export const integer = (): Column => ({ kind: 'integer' });
/** Money, quantities and instants: 64 bits in the database, a safe integer in code. */
export const big = (): Column => ({ kind: 'big' });
export const flag = (): Column => ({ kind: 'flag' });
export const json = (): Column => ({ kind: 'json' });
export const orNull = (column: Column): Column => ({ ...column, nullable: true });

/** Counts up as rows are inserted; the insert leaves it out. Only as a table's sole primary key. */
export const position = (): Column => ({ kind: 'position' });

export type Engine = 'mariadb' | 'mysql' | 'sqlite';

/** The type an engine knows a column by. */
export function columnType(column: Column, engine: Engine) {
  switch (column.kind) {
    case 'id':
    case 'text':
    case 'day':
      return { type: 'varchar', length: String(column.length) } as const;
    case 'longText':
    case 'json':
      return { type: engine === 'sqlite' ? 'text' : 'mediumtext' } as const;
    case 'integer':
      return { type: engine === 'sqlite' ? 'integer' : 'int' } as const;
    case 'big':
    case 'position':
      return { type: engine === 'sqlite' ? 'integer' : 'bigint' } as const;
    case 'flag':
      return { type: 'tinyint' } as const;
  }
}

export interface TableKeys<Row> {
  readonly primary: readonly (keyof Row & string)[];
  readonly unique?: readonly (readonly (keyof Row & string)[])[];
  readonly index?: readonly (readonly (keyof Row & string)[])[];
}

/** Names an index after its table and columns, so that tables and migrations agree. */
export const keyName = (kind: 'ux' | 'ix', table: string, columns: readonly string[]) =>
  `${kind}_${table}_${columns.join('_')}`.slice(0, 64);

interface Declaration {
  readonly columns: Readonly<Record<string, Column>>;
  readonly keys: { readonly primary: readonly string[] };
}

const declared = new WeakMap<object, Declaration>();

/** Declares the table of a plain type. */
export function table<Row>(
  name: string,
  columns: { readonly [Name in keyof Row]-?: Column },
  keys: TableKeys<Row>,
): EntitySchema<Row> {
  const schema = new EntitySchema<Row>({
    name,
    tableName: name,
    columns: entityColumns(columns, keys.primary, 'sqlite') as never,
    indices: [
      ...(keys.unique ?? []).map((on) => ({ name: keyName('ux', name, on), columns: [...on], unique: true })),
      ...(keys.index ?? []).map((on) => ({ name: keyName('ix', name, on), columns: [...on] })),
    ],
  });
  declared.set(schema, { columns, keys });
  return schema;
}

/** The same table in an engine's own column types. */
export function schemaFor(schema: EntitySchema, engine: Engine): EntitySchema {
  const { columns, keys } = declarationOf(schema);
  return new EntitySchema({ ...schema.options, columns: entityColumns(columns, keys.primary, engine) });
}

/** The columns a table was declared with. */
export function columnsOf<Row>(schema: EntitySchema<Row>): Readonly<Record<string, Column>> {
  return declarationOf(schema).columns;
}

function declarationOf(schema: object): Declaration {
  const declaration = declared.get(schema);
  if (!declaration) throw new Error('a table that was not declared with table()');
  return declaration;
}

function entityColumns(
  columns: Readonly<Record<string, Column>>,
  primary: readonly string[],
  engine: Engine,
) {
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]): [string, EntitySchemaColumnOptions] => [
      name,
      {
        ...columnType(column, engine),
        nullable: column.nullable ?? false,
        primary: primary.includes(name),
        ...(column.kind === 'position' ? { generated: 'increment' as const } : {}),
      },
    ]),
  );
}
