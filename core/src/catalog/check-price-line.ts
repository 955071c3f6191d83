import type { Sku } from './model';
import type { BreakMode, PriceBreak, PriceListLine } from './price-model';

/** A price as somebody wants it; a unit's own price is for the pack of today. */
export interface PriceLineDraft extends Pick<PriceListLine, 'skuId' | 'unitPriceE4' | 'floorPriceE4'> {
  readonly unitPrices: readonly { readonly unit: string; readonly priceE4: number }[];
  readonly breaks: readonly PriceBreak[];
  readonly breakMode: BreakMode;
}

export type PriceLineFault = 'skuUnknown' | 'skuTwice' | 'unitNotPriceable' | 'unitTwice' | 'breaksWrong';

/** Everything wrong with a price; nothing when it may be written. */
export function checkPriceLine(draft: PriceLineDraft, sku: Sku | undefined): readonly PriceLineFault[] {
  if (!sku) return ['skuUnknown'];
  const faults: PriceLineFault[] = [];
  const priceable = new Set(sku.units.flatMap(({ unit, priceable }) => (priceable ? [unit] : [])));
  const units = draft.unitPrices.map(({ unit }) => unit);
  if (!units.every((unit) => priceable.has(unit))) faults.push('unitNotPriceable');
  if (new Set(units).size < units.length) faults.push('unitTwice');
  if (!areBreaks(draft.breaks)) faults.push('breaksWrong');
  return faults;
}

/** Thresholds ascend from 1, and each says either a price or a percentage, never both. */
const areBreaks = (breaks: readonly PriceBreak[]) =>
  breaks.every(
    ({ fromQuantity, unitPriceE4, offBp }, at) =>
      fromQuantity > (breaks[at - 1]?.fromQuantity ?? 0) &&
      (unitPriceE4 === null) !== (offBp === null) &&
      (offBp === null || (offBp > 0 && offBp < 10_000)) &&
      (unitPriceE4 ?? 0) >= 0,
  );

/** The line as it is written: a unit's price keeps the factor it was agreed for. */
export function composePriceLine(draft: PriceLineDraft, priceListId: string, sku: Sku): PriceListLine {
  const { skuId, unitPriceE4, floorPriceE4, breaks, breakMode } = draft;
  const factorOf = new Map(sku.units.map(({ unit, factor }) => [unit, factor]));
  return {
    priceListId,
    skuId,
    unitPriceE4,
    floorPriceE4,
    unitPrices: draft.unitPrices.map(({ unit, priceE4 }) => ({
      unit,
      factor: factorOf.get(unit) ?? 1,
      priceE4,
    })),
    breaks,
    breakMode,
  };
}

/** Whether a price would be written as it stands. */
export const isSamePriceLine = (left: PriceListLine, right: PriceListLine): boolean =>
  fieldsOf(left) === fieldsOf(right);

const fieldsOf = ({ unitPriceE4, floorPriceE4, unitPrices, breaks, breakMode }: PriceListLine) =>
  JSON.stringify([
    unitPriceE4,
    floorPriceE4,
    unitPrices.map(({ unit, factor, priceE4 }) => [unit, factor, priceE4]),
    breaks.map(({ fromQuantity, unitPriceE4: price, offBp }) => [fromQuantity, price, offBp]),
    breakMode,
  ]);
