/**
 * `(first = ? AND second IN (?)) OR …` over pairs, with its parameters: exactly these, and not every first with
 * every second. No pairs match nothing.
 */
export function anyPair(first: string, second: string, pairs: readonly (readonly [string, string])[]) {
  const seconds = new Map<string, Set<string>>();
  for (const [one, other] of pairs) {
    const known = seconds.get(one);
    if (known) known.add(other);
    else seconds.set(one, new Set([other]));
  }
  const parameters: (string | readonly string[])[] = [];
  for (const [one, others] of seconds) parameters.push(one, [...others]);
  const text =
    seconds.size === 0
      ? '1 = 0'
      : Array.from({ length: seconds.size }, () => `(${first} = ? AND ${second} IN (?))`).join(' OR ');
  return { text: `(${text})`, parameters };
}

/** Every one with every other. */
export const everyPair = (
  firsts: readonly string[],
  seconds: readonly string[],
): readonly (readonly [string, string])[] =>
  firsts.flatMap((one) => seconds.map((other) => [one, other] as const));
