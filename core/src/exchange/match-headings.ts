import type { Columns } from './column';

export interface Headings {
  /** Which cell of a row belongs to which field. */
  readonly places: ReadonlyMap<string, { readonly at: number; readonly heading: string }>;
  /** Required columns the file lacks. */
  readonly missing: readonly string[];
  /** Columns that stand there twice. */
  readonly twice: readonly string[];
  /** Headings that mean nothing here. */
  readonly unknown: readonly string[];
}

/** Full-width letters and brackets, spaces, stars and case make no difference to what a heading means. */
const meaningOf = (heading: string) => heading.normalize('NFKC').replace(/[\s*]/g, '').toLowerCase();

/** Finds the column of each heading by its name, an alias, or the field itself, in whatever order they stand. */
export function matchHeadings(columns: Columns, row: readonly string[]): Headings {
  const fields = new Map<string, string>();
  for (const [field, { heading, aliases }] of Object.entries(columns)) {
    for (const word of [field, heading, ...aliases]) fields.set(meaningOf(word), field);
  }
  const places = new Map<string, { at: number; heading: string }>();
  const twice: string[] = [];
  const unknown: string[] = [];
  row.forEach((heading, at) => {
    if (heading.trim() === '') return;
    const field = fields.get(meaningOf(heading));
    if (field === undefined) unknown.push(heading.trim());
    else if (places.has(field)) twice.push(heading.trim());
    else places.set(field, { at, heading: heading.trim() });
  });
  const missing = Object.entries(columns).flatMap(([field, { heading, isRequired }]) =>
    isRequired && !places.has(field) ? [heading] : [],
  );
  return { places, missing, twice, unknown };
}
