import type { EntitySchema } from 'typeorm';
import type { Engine } from './columns';

/**
 * One open transaction (or one read). Opaque: only stores open it, through `sqlOf`, so no query can
 * forget the transaction it belongs to.
 */
export interface Tx {
  readonly kind: 'write' | 'read';
}

/** What a value in a statement may be. An array stands for a comma-separated list: `IN (?)`. */
export type SqlValue = string | number | boolean | null;
export type SqlParameter = SqlValue | readonly SqlValue[];

/** Statements inside one transaction, in the SQL that MySQL 8, MariaDB and SQLite share. */
export interface Sql {
  /** Rows of a query as plain objects. */
  rows<Row>(statement: string, parameters?: readonly SqlParameter[]): Promise<Row[]>;
  /** Runs a write and answers how many rows its WHERE matched. */
  run(statement: string, parameters?: readonly SqlParameter[]): Promise<number>;
  /** All declared columns of a table's rows; `rest` is what follows the table's name. */
  select<Row>(table: EntitySchema<Row>, rest?: string, parameters?: readonly SqlParameter[]): Promise<Row[]>;
  /** What behind a query of `rows` locks its rows until the transaction ends; '' where the engine has one writer. */
  readonly forUpdate: string;
  /** Like `select`, locking the rows until the transaction ends. Order by id to lock in one order. */
  selectForUpdate<Row>(
    table: EntitySchema<Row>,
    rest: string,
    parameters?: readonly SqlParameter[],
  ): Promise<Row[]>;
  /** Inserts rows with multi-row statements. A duplicate key throws. */
  insert<Row>(table: EntitySchema<Row>, rows: readonly Row[]): Promise<void>;
  /** Inserts the rows whose keys are free, and answers how many those were. */
  insertMissing<Row>(table: EntitySchema<Row>, rows: readonly Row[]): Promise<number>;
}

/** The one door to the database. */
export interface Database {
  readonly engine: Engine;
  /**
   * Runs `work` in one transaction and commits. Deadlock, lock time-out, a busy file or `Contended`
   * replays the whole work from BEGIN, so the work touches nothing but `tx`.
   * @throws Unavailable when a bounded number of replays was not enough.
   */
  transaction<Answer>(work: (tx: Tx) => Promise<Answer>): Promise<Answer>;
  /** Reads that need no common snapshot; never sees another transaction's uncommitted rows. */
  read<Answer>(work: (tx: Tx) => Promise<Answer>): Promise<Answer>;
  /** Reads that all see the database as of one moment. */
  snapshot<Answer>(work: (tx: Tx) => Promise<Answer>): Promise<Answer>;
  /** Brings the schema up to date; safe to call from several processes at once. */
  migrate(): Promise<void>;
  /** Answers when the database answers. @throws Unavailable */
  ping(): Promise<void>;
  close(): Promise<void>;
}
