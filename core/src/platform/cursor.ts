import { Refused } from './refusals';

/** Where a page ended, as the caller carries it to the next: opaque to it, and never trusted. */
export function writeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * Reads a cursor of as many values, of these types.
 * @throws request.cursorUnknown
 */
export function readCursor<Shape extends readonly ('string' | 'number')[]>(cursor: string, ...shape: Shape) {
  const values = parse(cursor);
  const isOf = (type: 'string' | 'number', value: unknown) =>
    type === 'number' ? Number.isFinite(value) : typeof value === type;
  const fits = Array.isArray(values) && values.length === shape.length;
  if (!fits || !shape.every((type, at) => isOf(type, values[at]))) throw new Refused('request.cursorUnknown');
  return values as { -readonly [At in keyof Shape]: Shape[At] extends 'string' ? string : number };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/** A page of rows that were read one beyond `limit`, and the cursor of the next page. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly (string | number)[],
) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? writeCursor(keyOf(last)) : null };
}
