import type { Instant } from '../platform/clock';
import type { CartBuyer } from './cart';
import { type Compiled, compilePromotion, type Goods } from './compile-promotion';
import { type BuyerOfGroups, countsAt } from './is-for-buyer';
import { kindOf } from './kinds/all-kinds';
import type { Promotion } from './model';
import type { PromotionBook } from './promotion-book';

const everyGroup = { has: () => true };

/** The promotions that may mean something to a buyer of these goods now; claimed coupons outlive the claiming, so theirs all. */
export function relevantTo(
  book: PromotionBook,
  goods: readonly Goods[],
  buyer: BuyerOfGroups,
  at: Instant,
): readonly Compiled[] {
  const isMeant = book.audiences.meantBy(buyer);
  const found = new Set<Compiled>();
  const note = (compiled: Compiled) => {
    if (isMeant[compiled.place] === true) found.add(compiled);
  };
  for (const one of goods) {
    const { scope, named } = book.about(one);
    scope.forEach(note);
    named.forEach(note);
    for (const compiled of book.open) if (compiled.covers(one)) note(compiled);
  }
  return [...found].filter(({ lane, promotion }) => lane === 'coupon' || countsAt(promotion, at));
}

/**
 * The goods that promotions may give with what is in the cart: they have to be read before anybody knows whether
 * they will. Groups are not asked about, which reads a little more than is needed.
 */
export function giftsBeside(
  book: PromotionBook,
  goods: readonly Goods[],
  buyer: Omit<CartBuyer, 'groupIds'>,
  at: Instant,
): readonly string[] {
  if (book.all.length === 0) return [];
  const found = new Set<string>();
  for (const { kind, rule, promotion } of relevantTo(book, goods, { ...buyer, groupIds: everyGroup }, at)) {
    for (const skuId of kind.giftSkuIdsOf?.(rule) ?? []) found.add(skuId);
    for (const skuId of promotion.giftSubstitutes) found.add(skuId);
  }
  return [...found];
}

/** The goods a promotion may give. */
export const giftsOf = (promotion: Promotion): readonly string[] => {
  const compiled = compilePromotion(promotion);
  return [...(compiled?.kind.giftSkuIdsOf?.(compiled.rule) ?? []), ...promotion.giftSubstitutes];
};

/** True when one of these asks what the buyer ordered before. */
export const asksHistory = (promotions: readonly Compiled[]): boolean =>
  promotions.some(({ promotion }) => kindOf(promotion.kind)?.lane === 'asInner');
