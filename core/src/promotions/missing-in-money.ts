import { type Fen, lineAmountFen } from '../platform/money';
import type { Near } from './kind';
import type { CartItem, Player } from './lane-state';

/**
 * What is missing for a next step, in money at the list: of goods of any kind what is cheapest among those of the cart
 * that count. Null where the cart holds none of them, so nobody knows here what they cost.
 */
export function missingFen(
  { missing, skuId }: Near,
  { at }: Pick<Player, 'at'>,
  items: readonly CartItem[],
): Fen | null {
  if ('fen' in missing) return missing.fen;
  let leastFen: Fen | null = null;
  for (const position of at) {
    const item = items[position] as CartItem;
    const factor = skuId === null || item.skuId === skuId ? item.factorOf(missing.unit) : null;
    if (factor === null) continue;
    const fen = lineAmountFen(item.unitPriceE4, missing.quantity * factor);
    if (leastFen === null || fen < leastFen) leastFen = fen;
  }
  return leastFen;
}
