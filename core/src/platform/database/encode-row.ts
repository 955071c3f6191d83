import type { Column, InsertedColumns } from './columns';
import type { PlainValue } from './line';

const greatestInteger = 2 ** 31;

/**
 * The values of a row in the order of its columns.
 * @throws TypeError for a value its column does not hold
 */
export function encodeRow(row: object, columns: InsertedColumns): PlainValue[] {
  const values: PlainValue[] = new Array<PlainValue>(columns.length);
  for (let at = 0; at < columns.length; at += 1) {
    const { name, column } = columns[at] as InsertedColumns[number];
    values[at] = encodeValue((row as Record<string, unknown>)[name], name, column);
  }
  return values;
}

/** A value as its column holds it. @throws TypeError */
export function encodeValue(given: unknown, name: string, column: Column): PlainValue {
  if (given === null) {
    if (column.nullable !== true) throw unfit(given, name, column);
    return null;
  }
  // Null stands for itself, in the column and in the row.
  const value = column.kind === 'json' ? JSON.stringify(given) : checkedValue(given);
  if (!fits(value, column)) throw unfit(value, name, column);
  return value;
}

const unfit = (value: unknown, name: string, { kind }: Column) =>
  new TypeError(`not a value for ${name} (${kind}): ${typeof value}`);

/** A value a statement can carry, whatever it is for. @throws TypeError */
export function checkedValue(value: unknown): PlainValue {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw new TypeError(`not a value a statement can carry: ${typeof value} ${String(value)}`);
}

/** The engines disagree on what does not fit: one refuses, one truncates, `INSERT IGNORE` says nothing. */
function fits(value: PlainValue | undefined, column: Column): value is PlainValue {
  if (value === undefined || value === null) return false;
  if (column.kind === 'integer') return Number(value) >= -greatestInteger && Number(value) < greatestInteger;
  if (column.length === undefined || typeof value !== 'string' || value.length <= column.length) return true;
  // The database counts characters, of which some are two in a string.
  return [...value].length <= column.length;
}
