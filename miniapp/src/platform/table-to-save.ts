/** A table on its way into a file. */
export interface TableToSave {
  /** Of the file and of its sheet. */
  readonly name: string;
  readonly columns: readonly {
    readonly title: string;
    /** How many decimals its numbers are written with; as many as they have without it. */
    readonly decimals?: number;
  }[];
  readonly rows: readonly (readonly (string | number)[])[];
}
