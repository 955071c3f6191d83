import type { SqlValue } from './database';

/** A page of a table by a column that grows with every row, its id unless said otherwise. */
export interface NewestPage {
  /** The last one of the page before; null: from the newest on. */
  readonly before: string | number | null;
  readonly limit: number;
  readonly by?: string;
}

/**
 * What follows the name of a table to read a page of it, newest first, and its parameters: the rows whose columns have
 * these values. A column that is to be null asks for nothing.
 */
export function newestFirst(
  having: Readonly<Record<string, SqlValue>>,
  { before, limit, by = 'id' }: NewestPage,
): [rest: string, parameters: SqlValue[]] {
  const asked = Object.entries(having).filter(([, value]) => value !== null);
  const conditions = asked.map(([column]) => `${column} = ?`);
  const parameters = asked.map(([, value]) => value);
  if (before !== null) {
    conditions.push(`${by} < ?`);
    parameters.push(before);
  }
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')} `;
  return [`${where}ORDER BY ${by} DESC LIMIT ?`, [...parameters, limit]];
}
