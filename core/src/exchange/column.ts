/** What became of the text of one cell. */
export type CellReading<Value> = { readonly value: Value } | { readonly fault: string };

/** A column of a kind of file. Its heading is what the template and the export write. */
export interface Column<Value> {
  readonly heading: string;
  /** Other headings people use for it. */
  readonly aliases: readonly string[];
  readonly isRequired: boolean;
  /** What the template shows. */
  readonly example: string;
  readonly read: (text: string) => CellReading<Value>;
}

export type Columns = Readonly<Record<string, Column<unknown>>>;

/** A row as its columns read it; null where an optional cell says nothing. */
export type RowOf<C extends Columns> = {
  readonly [Field in keyof C]: C[Field] extends RequiredColumn<infer Value>
    ? Value
    : C[Field] extends Column<infer Value>
      ? Value | null
      : never;
};

export interface RequiredColumn<Value> extends Column<Value> {
  readonly isRequired: true;
}

type Words = readonly [heading: string, ...aliases: string[]];

/** A column every row must fill. */
export function required<Value>(
  [heading, ...aliases]: Words,
  read: Column<Value>['read'],
  example: string,
): RequiredColumn<Value> {
  return { heading, aliases, isRequired: true, example, read };
}

/** A column that may be missing or empty, which leaves what is there as it is. */
export function optional<Value>(
  [heading, ...aliases]: Words,
  read: Column<Value>['read'],
  example: string,
): Column<Value> {
  return { heading, aliases, isRequired: false, example, read };
}
