/** A row of the sample basket as it is typed. */
export interface BasketRow {
  readonly key: number;
  readonly skuId?: string;
  readonly count?: number;
  /** Nothing: the base unit. */
  readonly unit?: string;
}

interface Goods {
  readonly baseUnit: string;
  readonly units: readonly { readonly unit: string; readonly factor: number; readonly sellable: boolean }[];
}

/** The units goods may be ordered in, the largest first. */
export const unitsOf = ({ baseUnit, units }: Goods) => [
  ...new Set([
    ...units
      .filter(({ sellable }) => sellable)
      .sort((one, other) => other.factor - one.factor)
      .map(({ unit }) => unit),
    baseUnit,
  ]),
];

/** What is typed, as order lines in base units: rows that are not filled in, or whose goods are not known yet, wait. */
export const linesOf = (rows: readonly BasketRow[], goodsOf: (skuId: string) => Goods | undefined) =>
  rows.flatMap(({ skuId, count, unit }) => {
    const goods = skuId === undefined ? undefined : goodsOf(skuId);
    if (skuId === undefined || goods === undefined || !count) return [];
    const chosen = unit ?? unitsOf(goods)[0] ?? goods.baseUnit;
    const factor = goods.units.find((one) => one.unit === chosen)?.factor ?? 1;
    return [{ skuId, quantity: count * factor, unit: chosen }];
  });
