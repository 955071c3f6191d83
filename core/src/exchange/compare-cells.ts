import type { Columns } from './column';
import type { CellChange, Cells, ImportChange } from './model';

/** What a row would change of what is there; a cell that says nothing changes nothing. */
export function compareCells(columns: Columns, before: Cells | undefined, after: Cells) {
  const changes: CellChange[] = [];
  for (const [field, column] of Object.entries(columns)) {
    const said = after[field];
    if (said === undefined) continue;
    const known = before?.[field] ?? '';
    if (before && meansTheSame(column.read, known, said)) continue;
    changes.push({ heading: column.heading, before: known, after: said });
  }
  const change: ImportChange = !before ? 'added' : changes.length > 0 ? 'changed' : 'same';
  return { change, changes: before ? changes : [] };
}

/** `3.5` and `3.50` are one price: cells are compared by what their column reads in them. */
function meansTheSame(read: Columns[string]['read'], before: string, after: string): boolean {
  if (before === after) return true;
  if (before === '') return false;
  const [one, other] = [read(before), read(after)];
  return 'value' in one && 'value' in other && JSON.stringify(one.value) === JSON.stringify(other.value);
}
