import type { InsertedColumns } from './columns';

/** What a statement carries once its parameters are checked. */
export type PlainValue = string | number | null;

/** What a statement came to. */
export interface Outcome {
  readonly records: readonly unknown[];
  /** Rows its WHERE matched, or that it inserted. */
  readonly affected: number;
}

/**
 * One connection on which statements run in the order they were asked. What is asked before anything is
 * awaited may travel together, and then fails together.
 */
export interface Line {
  /** Runs a statement with `?` for each value. */
  execute(statement: string, values: readonly PlainValue[]): Promise<Outcome>;
  /** Runs `head` followed by a tuple for each row: its values in the order of `columns`. Rejects with TypeError. */
  insert(head: string, rows: readonly object[], columns: InsertedColumns): Promise<Outcome>;
}
