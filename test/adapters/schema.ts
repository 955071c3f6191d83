import {
  big,
  columnsOf,
  day,
  flag,
  id,
  integer,
  json,
  longText,
  orNull,
  position,
  table,
  text,
} from '@tongpan/core/src/platform/database/columns';
import type { MigrationClass } from '@tongpan/core/src/platform/database/migrations';
import { createTable } from '@tongpan/core/src/platform/database/migrations/create-table';
import { platformTables } from '@tongpan/core/src/platform/tables';

/** A row with every kind of column. */
export interface Shelf {
  readonly id: string;
  readonly name: string;
  readonly onHand: number;
  readonly rank: number;
  readonly isOpen: boolean;
  readonly checkedOn: string | null;
  readonly tags: unknown;
  readonly note: string | null;
}

export const shelfTable = table<Shelf>(
  'shelf',
  {
    id: id(),
    name: text(40),
    onHand: big(),
    rank: integer(),
    isOpen: flag(),
    checkedOn: orNull(day()),
    tags: json(),
    note: orNull(longText()),
  },
  { primary: ['id'], unique: [['name']], index: [['isOpen', 'rank']] },
);

export const aShelf = (given: Partial<Shelf> & Pick<Shelf, 'id'>): Shelf => ({
  name: `shelf ${given.id}`,
  onHand: 0,
  rank: 1,
  isOpen: true,
  checkedOn: null,
  tags: [],
  note: null,
  ...given,
});

export interface Entry {
  readonly position: number;
  readonly shelfId: string;
  readonly quantity: number;
}

export const entryTable = table<Entry>(
  'shelfEntry',
  { position: position(), shelfId: id(), quantity: big() },
  { primary: ['position'] },
);

export const testTables: typeof platformTables = [...platformTables, shelfTable, entryTable];

class TestTables1763700000000 implements InstanceType<MigrationClass> {
  name = 'TestTables1763700000000';

  async up(runner: Parameters<typeof createTable>[0]) {
    for (const declared of testTables) {
      const { name, columns, indices = [] } = declared.options;
      await createTable(runner, name, {
        columns: columnsOf(declared),
        primary: Object.entries(columns).flatMap(([column, options]) => (options?.primary ? [column] : [])),
        unique: indices.flatMap((index) => (index.unique ? [index.columns as string[]] : [])),
        index: indices.flatMap((index) => (index.unique ? [] : [index.columns as string[]])),
      });
    }
  }

  async down() {
    throw new Error('the schema only goes forward');
  }
}

export const testMigrations = [TestTables1763700000000];
