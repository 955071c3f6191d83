import type { PriceBreak, PriceListLine, UnitPrice } from './price-model';

/** Units of one line that cost the same. */
export interface Charge {
  readonly quantity: number;
  /** The exact price of a base unit, times the scale of its line: nothing is rounded on the way. */
  readonly scaledE4: bigint;
  /** The break that made the price; null at the listed price. */
  readonly broken: PriceBreak | null;
}

type Line = Pick<PriceListLine, 'unitPriceE4' | 'unitPrices' | 'breaks' | 'breakMode'>;
type OrderedUnit = Pick<UnitPrice, 'unit' | 'factor'>;

const wholeBp = 10_000;

/** The ordered unit's own price; a price agreed for a pack of another factor is not it. */
export const unitPriceOf = ({ unitPrices }: Line, ordered: OrderedUnit): UnitPrice | null =>
  unitPrices.find(({ unit, factor }) => unit === ordered.unit && factor === ordered.factor) ?? null;

/**
 * Splits a line into what costs the same. Whole units of the ordered unit go at that unit's own price where it has
 * one, and the rest at the base price. A percent break comes off the listed price of those units, never off an
 * earlier break; a break with a price of its own yields to the explicit price of the ordered unit.
 */
export function chargesOf(line: Line, quantity: number, ordered: OrderedUnit) {
  const own = unitPriceOf(line, ordered);
  const factor = own?.factor ?? 1;
  const scale = BigInt(factor) * BigInt(wholeBp);
  const whole = own ? quantity - (quantity % factor) : 0;
  const charges: Charge[] = [];
  for (const { from, until, broken } of stretchesOf(line, quantity)) {
    const owned = Math.max(0, Math.min(until, whole) - from);
    if (own && owned > 0) {
      const listed = BigInt(own.priceE4) * BigInt(wholeBp);
      const isOff = broken?.offBp != null;
      charges.push({
        quantity: owned,
        scaledE4: isOff ? lessPercent(listed, broken.offBp) : listed,
        broken: isOff ? broken : null,
      });
    }
    const rest = until - from - owned;
    if (rest > 0) {
      charges.push({ quantity: rest, scaledE4: basePrice(line, broken, BigInt(factor)), broken });
    }
  }
  return { charges, scale };
}

/** `listed` is a multiple of a whole in basis points, so this divides without rest. */
const lessPercent = (listed: bigint, offBp: number) => (listed * BigInt(wholeBp - offBp)) / BigInt(wholeBp);

function basePrice({ unitPriceE4 }: Line, broken: PriceBreak | null, factor: bigint): bigint {
  const listed = BigInt(unitPriceE4) * factor * BigInt(wholeBp);
  if (broken?.offBp != null) return lessPercent(listed, broken.offBp);
  return broken?.unitPriceE4 == null ? listed : BigInt(broken.unitPriceE4) * factor * BigInt(wholeBp);
}

interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly broken: PriceBreak | null;
}

/** Which break prices which units: all of them the one reached, or each the units beyond its threshold. */
function stretchesOf({ breaks, breakMode }: Line, quantity: number): readonly Stretch[] {
  const reached = breaks.filter(({ fromQuantity }) => fromQuantity <= quantity);
  if (breakMode === 'allUnits') return [{ from: 0, until: quantity, broken: reached.at(-1) ?? null }];
  const starts = [
    { from: 0, broken: null },
    ...reached.map((broken) => ({ from: broken.fromQuantity, broken })),
  ];
  return starts.map(({ from, broken }, at) => ({
    from,
    until: starts[at + 1]?.from ?? quantity,
    broken,
  }));
}
