/** One sentence that must be true of the whole database. */
export interface BookCheck {
  readonly name: string;
  /** The table it speaks of; its rows are counted for the report. */
  readonly table: string;
  /** A query for the first few rows of which it is not true, with the numbers that differ. */
  readonly mismatches: string;
}
