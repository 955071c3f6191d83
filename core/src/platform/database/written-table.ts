const writing = /^\s*(?:INSERT(?:\s+OR)?(?:\s+IGNORE)?\s+INTO|UPDATE|DELETE\s+FROM)\s+`?(\w+)`?/i;

/** The table a statement writes; null for one that only reads. */
export const writtenTable = (statement: string): string | null => writing.exec(statement)?.[1] ?? null;

const inserting = /^\s*INSERT/i;

/** True for a statement that may add rows to its table. */
export const isInsert = (statement: string): boolean => inserting.test(statement);

/**
 * The name under which facts watch only the rows that come into a table: for what a row says once and for all
 * where its counts change with every order.
 */
export const newRowsOf = (table: string): string => `${table} +`;
