import type { Columns, RowOf } from './column';
import type { Headings } from './match-headings';
import type { CellFault, Cells } from './model';

/** The cells of a row that say something, by field; trimmed, as text. */
export function cellsOf(headings: Headings, row: readonly string[]): Cells {
  const cells: Record<string, string> = {};
  for (const [field, { at }] of headings.places) {
    const text = (row[at] ?? '').trim();
    if (text !== '') cells[field] = text;
  }
  return cells;
}

export type RowReading<Row> =
  | { readonly row: Row; readonly faults: readonly [] }
  | { readonly row: null; readonly faults: readonly CellFault[] };

/** Reads every cell with its column and tells all that is wrong, not the first thing. */
export function readRow<C extends Columns>(columns: C, cells: Cells): RowReading<RowOf<C>> {
  const row: Record<string, unknown> = {};
  const faults: CellFault[] = [];
  for (const [field, { heading, isRequired, read }] of Object.entries(columns)) {
    const text = cells[field];
    if (text === undefined) {
      if (isRequired) faults.push({ heading, fault: '必填' });
      row[field] = null;
      continue;
    }
    const reading = read(text);
    if ('fault' in reading) faults.push({ heading, fault: reading.fault });
    else row[field] = reading.value;
  }
  // Every required field was read and every other one is a value or null: that is what the type says.
  return faults.length > 0 ? { row: null, faults } : { row: row as RowOf<C>, faults: [] };
}
