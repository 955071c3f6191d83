import { type Day, dayOf, daysBetween, type Instant } from '../platform/clock';
import { groupBy } from '../platform/collect';
import type { GuideEntry } from './lists';
import type { OrderLine } from './model';

/** A line a buyer ordered. */
export interface Purchase extends Pick<
  OrderLine,
  | 'orderId'
  | 'skuId'
  | 'skuName'
  | 'spec'
  | 'baseUnit'
  | 'caseUnit'
  | 'caseFactor'
  | 'quantity'
  | 'unitPriceE4'
> {
  readonly placedAt: Instant;
}

/** The middle quantity; of an even count the lower of the two, so that it was really ordered once. */
export function usualOf(quantities: readonly number[]): number {
  const sorted = [...quantities].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** 常购清单 of these purchases: most often bought first, then the latest, then by SKU. */
export function composeGuide(purchases: readonly Purchase[], on: Day): readonly GuideEntry[] {
  const entries = [...groupBy(purchases, ({ skuId }) => skuId).values()].map((lines): GuideEntry => {
    const last = lines.reduce((latest, line) => (line.placedAt > latest.placedAt ? line : latest));
    const lastBoughtOn = dayOf(last.placedAt);
    const { skuId, skuName, spec, baseUnit, caseUnit, caseFactor } = last;
    return {
      skuId,
      skuName,
      spec,
      baseUnit,
      caseUnit,
      caseFactor,
      timesBought: new Set(lines.map(({ orderId }) => orderId)).size,
      usualQuantity: usualOf(lines.map(({ quantity }) => quantity)),
      lastQuantity: last.quantity,
      lastUnitPriceE4: last.unitPriceE4,
      lastBoughtOn,
      daysSince: daysBetween(lastBoughtOn, on),
    };
  });
  return entries.sort(
    (one, other) =>
      other.timesBought - one.timesBought ||
      one.daysSince - other.daysSince ||
      (one.skuId < other.skuId ? -1 : 1),
  );
}
