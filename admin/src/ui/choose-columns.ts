/** As much of a column as its choice needs to know. */
export interface ChoosableColumn {
  /** The same in every release: choices are kept by it. */
  readonly key: string;
  readonly width?: number | string;
  /** It says what a row is, or what can be done with it, and is always there. */
  readonly stays?: boolean;
}

/** More than any list has; beyond it what was kept is not ours. */
const mostKeys = 100;

/**
 * The columns that are shown when these are hidden. Keys of columns that are gone say nothing, columns
 * that have come since are shown, and one column is always left.
 */
export function chooseColumns<Column extends ChoosableColumn>(
  columns: readonly Column[],
  hiddenKeys: readonly string[],
): readonly Column[] {
  const shown = columns.filter(({ key, stays }) => stays || !hiddenKeys.includes(key));
  return shown.length > 0 ? shown : columns.slice(0, 1);
}

/** Whether a column can be taken away, given those that are shown. */
export const mayHide = (column: ChoosableColumn, shown: readonly ChoosableColumn[]) =>
  !column.stays && !(shown.length === 1 && shown[0]?.key === column.key);

/** The hidden keys after one column was hidden or shown; those of columns that are not here now are left alone. */
export const toggleColumn = (hiddenKeys: readonly string[], key: string): readonly string[] =>
  hiddenKeys.includes(key) ? hiddenKeys.filter((one) => one !== key) : [...hiddenKeys, key];

/** How wide a table must be that needs `minWidth` with all of its columns. */
export function widthOf(
  minWidth: number,
  columns: readonly ChoosableColumn[],
  shown: readonly ChoosableColumn[],
) {
  const sum = (some: readonly ChoosableColumn[]) =>
    some.reduce((width, column) => width + (typeof column.width === 'number' ? column.width : 0), 0);
  return minWidth - sum(columns) + sum(shown);
}

/** Hidden keys from what a browser has kept, which may be anything. */
export function hiddenKeysOf(text: string | null): readonly string[] {
  if (text === null) return [];
  try {
    const kept: unknown = JSON.parse(text);
    return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string').slice(0, mostKeys) : [];
  } catch {
    return [];
  }
}
