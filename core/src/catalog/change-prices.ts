import { divideHalfUp, type PriceE4 } from '../platform/money';
import type { PriceLineDraft } from './check-price-line';
import { lowestPriceE4 } from './find-inversions';
import type { Sku } from './model';
import type { PriceListLine } from './price-model';

/** How many prices are to change at once: all by a rate, or all by an amount of a base unit. */
export interface PriceShift {
  readonly byBp: number;
  readonly byE4: PriceE4;
  /** What comes out is a multiple of it, the nearest, half up. */
  readonly stepE4: PriceE4;
}

/** What somebody should know of a price before it is saved; the first two keep it from being saved. */
export type PriceFinding =
  'skuUnknown' | 'notPositive' | 'belowFloor' | 'steep' | 'unitPricesStand' | 'repacked' | 'added' | 'same';

const wholeBp = 10_000;
/** A price that moves by this much is more often a slip of the finger than a decision. */
const steepBp = 2_000;

/**
 * A line as a shift leaves it: the base price, larger units' own prices and the prices of breaks move together; the
 * floor and percentages stay.
 */
export function shiftLine(line: PriceListLine, { byBp, byE4, stepE4 }: PriceShift): PriceListLine {
  const shifted = (priceE4: PriceE4, units: number) => {
    const scaled = BigInt(priceE4) * BigInt(wholeBp + byBp) + BigInt(byE4 * units) * BigInt(wholeBp);
    return divideHalfUp(scaled, BigInt(wholeBp * stepE4)) * stepE4;
  };
  return {
    ...line,
    unitPriceE4: shifted(line.unitPriceE4, 1),
    unitPrices: line.unitPrices.map((own) => ({ ...own, priceE4: shifted(own.priceE4, own.factor) })),
    breaks: line.breaks.map((step) => ({
      ...step,
      unitPriceE4: step.unitPriceE4 === null ? null : shifted(step.unitPriceE4, 1),
    })),
  };
}

/** A line as it may be written today: a price of a unit that is packed otherwise by now is left out. */
export function draftOfLine(line: PriceListLine, { units }: Pick<Sku, 'units'>): PriceLineDraft {
  const factorOf = new Map(
    units.flatMap(({ unit, factor, priceable }) => (priceable ? [[unit, factor]] : [])),
  );
  const { skuId, unitPriceE4, floorPriceE4, breaks, breakMode } = line;
  const unitPrices = line.unitPrices
    .filter(({ unit, factor }) => factorOf.get(unit) === factor)
    .map(({ unit, priceE4 }) => ({ unit, priceE4 }));
  return { skuId, unitPriceE4, floorPriceE4, unitPrices, breaks, breakMode };
}

/** Everything to be known of a line that takes the place of another; `draft` is what would be written of it. */
export function judgeLine(
  before: PriceListLine | undefined,
  after: PriceListLine,
  draft: PriceLineDraft,
): readonly PriceFinding[] {
  const findings: PriceFinding[] = [];
  if (lowestPriceE4(after) <= 0) findings.push('notPositive');
  if (after.floorPriceE4 !== null && lowestPriceE4(after) < after.floorPriceE4) findings.push('belowFloor');
  if (draft.unitPrices.length < after.unitPrices.length) findings.push('repacked');
  if (!before) return [...findings, 'added'];
  const moved = Math.abs(after.unitPriceE4 - before.unitPriceE4);
  if (moved * wholeBp >= before.unitPriceE4 * steepBp && moved > 0) findings.push('steep');
  if (moved > 0 && draft.unitPrices.length > 0 && haveSamePrices(before, after))
    findings.push('unitPricesStand');
  const isSame = moved === 0 && before.floorPriceE4 === after.floorPriceE4 && haveSamePrices(before, after);
  return isSame ? [...findings, 'same'] : findings;
}

const haveSamePrices = (one: PriceListLine, other: PriceListLine) =>
  JSON.stringify(pricesIn(one)) === JSON.stringify(pricesIn(other));
const pricesIn = ({ unitPrices, breaks }: PriceListLine) => [
  unitPrices.map(({ priceE4 }) => priceE4),
  breaks.map(({ unitPriceE4 }) => unitPriceE4),
];
