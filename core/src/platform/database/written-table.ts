const writing = /^\s*(?:INSERT(?:\s+OR)?(?:\s+IGNORE)?\s+INTO|UPDATE|DELETE\s+FROM)\s+`?(\w+)`?/i;

/** The table a statement writes; null for one that only reads. */
export const writtenTable = (statement: string): string | null => writing.exec(statement)?.[1] ?? null;
