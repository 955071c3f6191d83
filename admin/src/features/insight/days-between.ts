const dayMs = 86_400_000;

/** Days from `from` to `to`, both included, with the figures of those that have some. */
export function everyDay<Row extends { readonly day: string; readonly keptFen: number }>(
  from: string,
  to: string,
  rows: readonly Row[],
): readonly { readonly day: string; readonly keptFen: number }[] {
  const known = new Map(rows.map((row) => [row.day, row.keptFen]));
  const days: { day: string; keptFen: number }[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += dayMs) {
    const day = new Date(at).toISOString().slice(0, 10);
    days.push({ day, keptFen: known.get(day) ?? 0 });
  }
  return days;
}

/** The day so many days after another. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/** The first day of the month a day is in. */
export const monthOf = (day: string): string => `${day.slice(0, 8)}01`;
