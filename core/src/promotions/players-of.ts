import type { Cart, CartFacts, CartLine } from './cart';
import type { Compiled } from './compile-promotion';
import { countsAt } from './is-for-buyer';
import type { CartItem, Player } from './lane-state';
import type { Promotion } from './model';
import type { PromotionBook } from './promotion-book';

/** The promotions that may mean something to a cart, each with the items it may touch. */
export function playersOf(
  cart: Cart,
  book: PromotionBook,
  facts: CartFacts,
  items: readonly CartItem[],
): readonly Player[] {
  if (book.all.length === 0) return [];
  const isMeant = book.audiences.meantBy(cart.buyer);
  const places = new Map<Compiled, Places | null>();
  // Most promotions about some goods are not for this buyer: nothing is noted down for those.
  const placesOf = (compiled: Compiled): Places | null => {
    if (isMeant[compiled.place] !== true) return null;
    const known = places.get(compiled);
    if (known !== undefined) return known;
    const couponId = usableBy(compiled, cart, facts);
    const fresh: Places | null = couponId === undefined ? null : { couponId, scope: [], named: nowhere };
    places.set(compiled, fresh);
    return fresh;
  };
  items.forEach(({ lines }, at) => {
    const about = book.about(lines[0] as CartLine);
    for (const one of about.scope) placesOf(one)?.scope.push(at);
    for (const one of about.named) {
      const own = placesOf(one);
      if (own !== null) own.named = [...own.named, at];
    }
  });
  const all = items.map((_, at) => at);
  for (const one of book.open) {
    if (isMeant[one.place] !== true) continue;
    const scope =
      one.promotion.scope.excludedSkuIds.length === 0
        ? all
        : all.filter((at) => one.covers((items[at] as CartItem).lines[0] as CartLine));
    const own = scope.length > 0 ? placesOf(one) : null;
    if (own !== null) own.scope = scope;
  }
  const players: Player[] = [];
  for (const [compiled, own] of places) {
    if (own === null) continue;
    const { scope, named, couponId } = own;
    const at = named.length === 0 ? scope : scope.length === 0 ? named : union(scope, named);
    players.push({ compiled, at, scopeAt: scope, namedAt: named, couponId });
  }
  return players;
}

/** Positions of items, ascending. */
interface Places {
  readonly couponId: string | null;
  scope: number[];
  named: readonly number[];
}

const nowhere: readonly number[] = [];

const union = (left: readonly number[], right: readonly number[]) =>
  [...new Set([...left, ...right])].sort((one, other) => one - other);

/** The coupon it is used by, null where none is needed, undefined where it does not count now. */
function usableBy({ promotion, lane }: Compiled, cart: Cart, facts: CartFacts): string | null | undefined {
  if (lane === 'later') return undefined;
  if (lane !== 'coupon') return countsAt(promotion, cart.at) ? null : undefined;
  return couponFor(promotion, cart, facts)?.id;
}

/** The coupon of a promotion that is over first, of those the buyer wants used. A claimed coupon outlives the claiming. */
function couponFor(promotion: Promotion, { at, couponIds }: Cart, { coupons }: CartFacts) {
  return coupons
    .filter(
      (coupon) =>
        coupon.promotionId === promotion.id &&
        coupon.state === 'open' &&
        at < coupon.expiresAt &&
        (couponIds === null || couponIds.includes(coupon.id)),
    )
    .sort((left, right) => left.expiresAt - right.expiresAt || (left.id < right.id ? -1 : 1))[0];
}
