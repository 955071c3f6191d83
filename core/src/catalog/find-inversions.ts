import type { PriceE4 } from '../platform/money';
import type { PriceLadder, PriceListLine } from './price-model';

/** The stages of 价盘, from the factory to the shelf. */
export const stages = ['factory', 'firstWholesale', 'secondWholesale', 'store', 'retail'] as const;
export type Stage = (typeof stages)[number];

/** What a base unit costs at each stage; a stage that is not set is passed over. */
export type StagePrices = Readonly<Partial<Record<Stage, PriceE4 | null>>>;

/** 倒挂: somebody pays more than he may ask. */
export interface Inversion {
  readonly upper: Stage;
  readonly upperE4: PriceE4;
  readonly lower: Stage;
  readonly lowerE4: PriceE4;
  readonly lossE4: PriceE4;
}

/**
 * Where a later stage costs less than an earlier one. `afterPromotions` takes the place of the set price of a stage;
 * every later stage is held against the dearest before it, so that one gap hides no other.
 */
export function findInversions(set: StagePrices, afterPromotions: StagePrices = {}): readonly Inversion[] {
  const found: Inversion[] = [];
  let dearest: { readonly stage: Stage; readonly priceE4: PriceE4 } | null = null;
  for (const stage of stages) {
    const priceE4 = afterPromotions[stage] ?? set[stage] ?? null;
    if (priceE4 === null) continue;
    if (dearest && priceE4 < dearest.priceE4) {
      found.push({
        upper: dearest.stage,
        upperE4: dearest.priceE4,
        lower: stage,
        lowerE4: priceE4,
        lossE4: dearest.priceE4 - priceE4,
      });
    }
    if (!dearest || priceE4 >= dearest.priceE4) dearest = { stage, priceE4 };
  }
  return found;
}

/** A ladder's prices by stage. */
export const stagePricesOf = (ladder: PriceLadder): StagePrices => ({
  factory: ladder.factoryE4,
  firstWholesale: ladder.firstWholesaleE4,
  secondWholesale: ladder.secondWholesaleE4,
  store: ladder.storeE4,
  retail: ladder.retailE4,
});

/** The least a listed price may come to for a base unit, rounded down: breaks and larger units' prices count. */
export function lowestPriceE4({
  unitPriceE4,
  unitPrices,
  breaks,
}: Pick<PriceListLine, 'unitPriceE4' | 'unitPrices' | 'breaks'>): PriceE4 {
  const listed = [unitPriceE4, ...unitPrices.map(({ priceE4, factor }) => Math.floor(priceE4 / factor))];
  const off = Math.max(0, ...breaks.map(({ offBp }) => offBp ?? 0));
  const wholeBp = 10_000;
  return Math.min(
    ...listed.map((priceE4) => Math.floor((priceE4 * (wholeBp - off)) / wholeBp)),
    ...breaks.flatMap((step) => step.unitPriceE4 ?? []),
  );
}
