import type { Compiled, Near } from '../promotions';
import { goodsOf } from '../promotions/rules';
import type { DecidedLine } from './decision';

/** Goods to add to a basket, in base units. */
export interface SuggestedAdd {
  readonly skuId: string;
  readonly quantity: number;
}

type Line = Pick<
  DecidedLine,
  'sku' | 'quantity' | 'amountFen' | 'price' | 'giftOf' | 'substituteFor' | 'caseFactor'
>;

/**
 * What to add to come to the next step of a promotion: more of the goods of the basket that it counts, those that cost
 * least, in whole cases where an amount is missing, and never beyond what may be ordered. What it costs and brings is
 * for the next quote to say. Null where nothing in the basket does it.
 */
export function suggestAdd(
  near: Near,
  { covers, named }: Pick<Compiled, 'covers' | 'named'>,
  lines: readonly Line[],
): SuggestedAdd | null {
  const counts = ({ sku }: Line) =>
    near.skuId === null ? covers(goodsOf(sku)) || named.has(sku.id) : sku.id === near.skuId;
  const asked = lines.filter(
    (line) => line.giftOf === null && line.substituteFor === null && line.price !== null && counts(line),
  );
  const [cheapest] = asked
    .flatMap((line) => addOf(near, line) ?? [])
    .sort((one, other) => one.costFen - other.costFen || (one.skuId < other.skuId ? -1 : 1));
  if (cheapest) return { skuId: cheapest.skuId, quantity: cheapest.quantity };
  const { missing, skuId } = near;
  return skuId !== null && 'quantity' in missing && missing.unit === '' && missing.quantity > 0
    ? { skuId, quantity: missing.quantity }
    : null;
}

function addOf({ missing }: Near, { sku, quantity, amountFen, caseFactor }: Line) {
  const unitFen = quantity > 0 ? amountFen / quantity : 0;
  const least = 'fen' in missing ? casesFor(missing.fen, unitFen, caseFactor) : unitsFor(missing, sku);
  if (least === null || least <= 0) return null;
  const multiple = Math.max(1, sku.multipleQuantity);
  const whole = Math.ceil((quantity + least) / multiple) * multiple;
  if (sku.maximumQuantity !== null && whole > sku.maximumQuantity) return null;
  const more = whole - quantity;
  return { skuId: sku.id, quantity: more, costFen: more * unitFen };
}

/** Base units of whole cases that come to at least so much; null for goods that cost nothing. */
const casesFor = (fen: number, unitFen: number, caseFactor: number) =>
  unitFen <= 0 ? null : Math.ceil(fen / (unitFen * caseFactor)) * caseFactor;

function unitsFor({ quantity, unit }: { quantity: number; unit: string }, sku: Line['sku']) {
  if (unit === '' || unit === sku.baseUnit) return quantity;
  const factor = sku.units.find((one) => one.unit === unit)?.factor;
  return factor === undefined ? null : quantity * factor;
}
