export interface Pair<Here, There> {
  readonly number: string;
  readonly here: Here | null;
  readonly there: There | null;
  /** The bill names it more than once; only the first stands here. */
  readonly isRepeated: boolean;
}

/** Both sides of every number, in the order of the numbers. */
export function pairByNumber<Here, There>(
  billed: readonly There[],
  ours: readonly Here[],
  numberOf: (entry: Here | There) => string,
): readonly Pair<Here, There>[] {
  const there = new Map<string, There>();
  const repeated = new Set<string>();
  for (const entry of billed) {
    const number = numberOf(entry);
    if (there.has(number)) repeated.add(number);
    else there.set(number, entry);
  }
  const here = new Map(ours.map((entry) => [numberOf(entry), entry]));
  return [...new Set([...there.keys(), ...here.keys()])].sort().map((number) => ({
    number,
    here: here.get(number) ?? null,
    there: there.get(number) ?? null,
    isRepeated: repeated.has(number),
  }));
}
