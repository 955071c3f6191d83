import type { HeldDivision } from './model';

/** Told apart by eye, also by the colour-blind as far as twelve can be; the thirteenth begins anew. */
const hues = [
  '#2f8f83',
  '#d98a29',
  '#5b7fc7',
  '#b8566b',
  '#7d9c3a',
  '#8a63b0',
  '#3f9fc4',
  '#c4a32f',
  '#a8663f',
  '#4f9d69',
  '#c75fa0',
  '#6f7f8c',
] as const;

export interface SellerHue {
  readonly sellerId: string;
  readonly sellerName: string;
  readonly hue: string;
  /** How many of the divisions it is granted, or has a part of. */
  readonly count: number;
}

/** Everybody on a map with a colour, who holds most first. */
export function sellerHues(divisions: readonly HeldDivision[]): readonly SellerHue[] {
  const counts = new Map<string, { sellerName: string; count: number }>();
  for (const { sellerId, sellerName } of divisions.flatMap(({ holders }) => holders))
    counts.set(sellerId, { sellerName, count: (counts.get(sellerId)?.count ?? 0) + 1 });
  return [...counts]
    .sort(([id, one], [otherId, other]) => other.count - one.count || (id < otherId ? -1 : 1))
    .map(([sellerId, { sellerName, count }], index) => ({
      sellerId,
      sellerName,
      count,
      hue: hues[index % hues.length] ?? hues[0],
    }));
}
