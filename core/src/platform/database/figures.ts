/** The condition that rows are one party's, or of all but one; nothing where they are anybody's. Ends in AND. */
export function whose(column: string, partyId: string | null, exceptPartyId: string | null) {
  if (partyId !== null) return { text: `${column} = ? AND`, parameters: [partyId] };
  if (exceptPartyId !== null) return { text: `${column} <> ? AND`, parameters: [exceptPartyId] };
  return { text: '', parameters: [] };
}

/** Sums of a row as numbers, which MariaDB answers as text; 0 for what there is none of. */
export const numbersOf = <Key extends string>(
  row: Readonly<Record<Key, unknown>> | undefined,
  keys: readonly Key[],
) => Object.fromEntries(keys.map((key) => [key, Number(row?.[key] ?? 0)])) as Record<Key, number>;
