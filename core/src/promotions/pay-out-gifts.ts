import { lineAmountFen } from '../platform/money';
import type { CartFacts } from './cart';
import type { Ask, Effect, Gift, Off } from './kind';
import { spreadOff } from './kinds/spread-off';
import type { Promotion } from './model';

/**
 * 赠品折现: gifts that are not there, at their agreed value, off the goods that earned them: never more than those
 * cost, and shared among them by it. It is a discount and not a balance, so that it is seen on the order, in its
 * invoice and in its credit, and goes back with the goods like any other. Other promotions owe their gifts.
 */
export function payOutGifts(
  effect: Effect,
  { giftShortage, giftPayE4 }: Pick<Promotion, 'giftShortage' | 'giftPayE4'>,
  ask: Ask,
  { giftLeft }: CartFacts,
): Effect {
  if (giftShortage !== 'pay' || giftLeft === undefined || effect.gifts.length === 0) return effect;
  let paidFen = 0;
  const gifts: Gift[] = [];
  for (const gift of effect.gifts) {
    const there = Math.max(0, Math.min(gift.quantity, giftLeft(gift.skuId, gift.quantity)));
    const priceE4 = giftPayE4 ?? ask.giftPriceE4(gift.skuId) ?? 0;
    const worthFen = lineAmountFen(priceE4, gift.quantity - there);
    // What has no value is owed like any gift that is not there.
    const given = worthFen === 0 ? gift.quantity : there;
    if (given > 0) gifts.push({ skuId: gift.skuId, quantity: given });
    paidFen += worthFen;
  }
  if (paidFen === 0) return effect;
  const used = new Set(effect.uses.map(({ key }) => key));
  const earners = [...ask.items, ...ask.named.filter(({ key }) => ask.items.every((one) => one.key !== key))];
  return {
    ...effect,
    gifts,
    offs: added(
      effect.offs,
      spreadOff(
        earners.filter(({ key }) => used.has(key)),
        paidFen,
      ),
    ),
  };
}

/** Two discounts of one promotion on the same goods are one. */
function added(offs: readonly Off[], more: readonly Off[]): readonly Off[] {
  const byKey = new Map(offs.map((off) => [off.key, off]));
  for (const off of more) {
    const known = byKey.get(off.key);
    byKey.set(off.key, known ? { ...known, offFen: known.offFen + off.offFen } : off);
  }
  return [...byKey.values()];
}
