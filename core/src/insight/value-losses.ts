import { type Fen, partOfFen, sum } from '../platform/money';

/** What some units of a SKU that one seller sold came to. */
export interface Sold {
  readonly sellerId: string;
  readonly skuId: string;
  readonly quantity: number;
  readonly keptFen: Fen;
}

export interface Destroyed {
  readonly ownerId: string;
  readonly skuId: string;
  readonly destroyed: number;
  readonly expired: number;
}

/** Losses that have something in common: in units where they are of one SKU, in money as far as they can be valued. */
export interface ValuedLoss {
  readonly key: string;
  readonly destroyed: number;
  readonly expired: number;
  /** At what the owner sold the SKU for in the same time. */
  readonly lossFen: Fen;
  /** SKUs the owner sold none of, which are not valued. */
  readonly unvaluedSkus: number;
}

/** Values what was destroyed at its owner's own average price, what lost most money first, then most units. */
export function valueLosses(
  losses: readonly Destroyed[],
  sold: readonly Sold[],
  keyOf: (loss: Destroyed) => string,
): readonly ValuedLoss[] {
  const soldOf = new Map(sold.map((row) => [`${row.sellerId} ${row.skuId}`, row]));
  const found = new Map<string, ValuedLoss>();
  for (const loss of losses) {
    const key = keyOf(loss);
    const { quantity = 0, keptFen = 0 } = soldOf.get(`${loss.ownerId} ${loss.skuId}`) ?? {};
    const before = found.get(key) ?? { key, destroyed: 0, expired: 0, lossFen: 0, unvaluedSkus: 0 };
    found.set(key, {
      key,
      destroyed: sum([before.destroyed, loss.destroyed]),
      expired: sum([before.expired, loss.expired]),
      lossFen: sum([before.lossFen, quantity > 0 ? partOfFen(keptFen, quantity, 0, loss.destroyed) : 0]),
      unvaluedSkus: before.unvaluedSkus + (quantity > 0 ? 0 : 1),
    });
  }
  return [...found.values()].sort(
    (left, right) =>
      right.lossFen - left.lossFen || right.destroyed - left.destroyed || (left.key < right.key ? -1 : 1),
  );
}
