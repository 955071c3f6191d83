import type { Tx } from '../platform';
import type { Columns, RowOf } from './column';
import { compareCells } from './compare-cells';
import type { CellChange, CellFault, Cells, ExchangeKind, Handover, ImportChange } from './model';
import { readRow } from './read-row';

/** What one kind of file is about, as the domain behind it reads and writes it. */
export interface DeskParts<C extends Columns> {
  readonly kind: ExchangeKind;
  readonly columns: C;
  /** What a row is about; two rows of a file may not be about the same. */
  readonly keyOf: (row: RowOf<C>) => string;
  /** What is there now of these rows, by key, as the export would write it. */
  readonly load: (
    tx: Tx,
    handover: Handover,
    rows: readonly RowOf<C>[],
  ) => Promise<ReadonlyMap<string, Cells>>;
  /** Writes rows, leaves out the ones the books refuse, and says of those why, by key. */
  readonly write: (
    tx: Tx,
    handover: Handover,
    rows: readonly RowOf<C>[],
  ) => Promise<ReadonlyMap<string, readonly CellFault[]>>;
  /** A page of the export, in key order, and where it ended. */
  readonly page: (
    tx: Tx,
    handover: Handover,
    after: string | null,
    limit: number,
  ) => Promise<{ readonly rows: readonly Cells[]; readonly after: string | null }>;
}

/** A line of a file as its columns read it. */
export interface ReadLine {
  readonly key: string;
  readonly cells: Cells;
  readonly faults: readonly CellFault[];
}

/** What writing a row came to. */
export interface Written {
  readonly faults: readonly CellFault[];
  readonly change: ImportChange;
  readonly changes: readonly CellChange[];
}

/** A kind of file, with the types of its rows inside. */
export interface Desk {
  readonly kind: ExchangeKind;
  readonly columns: Columns;
  /** Reads cells without asking the books. */
  read(cells: Cells): ReadLine;
  /** Writes rows that could be read, and says of each what it changed or why it was refused. */
  write(tx: Tx, handover: Handover, rows: readonly Cells[]): Promise<readonly Written[]>;
  page: DeskParts<Columns>['page'];
}

/** Puts a kind's parts together. */
export function openDesk<const C extends Columns>({
  kind,
  columns,
  keyOf,
  load,
  write,
  page,
}: DeskParts<C>): Desk {
  const readGood = (cells: Cells) => {
    const { row } = readRow(columns, cells);
    if (row === null) throw new Error('a row that was found good can no longer be read');
    return row;
  };
  return {
    kind,
    columns,
    page,
    read(cells) {
      const { row, faults } = readRow(columns, cells);
      return { key: row === null ? '' : keyOf(row), cells, faults };
    },
    async write(tx, handover, rows) {
      const good = rows.map(readGood);
      if (good.length === 0) return [];
      const there = await load(tx, handover, good);
      const compared = good.map((row, at) => compareCells(columns, there.get(keyOf(row)), rows[at] as Cells));
      const differing = good.filter((_, at) => compared[at]?.change !== 'same');
      const refused =
        differing.length > 0 ? await write(tx, handover, differing) : new Map<string, CellFault[]>();
      return good.map((row, at) => ({
        faults: refused.get(keyOf(row)) ?? [],
        change: compared[at]?.change ?? 'same',
        changes: compared[at]?.changes ?? [],
      }));
    },
  };
}
