import { dayOf, type Instant, Refused, type Tx } from '../platform';
import type { Promotion } from '../promotions';
import { balancesOf } from './balances';
import { decideOrder } from './decide-order';
import type { Decision } from './decision';
import { asFlash, type BasketTokens } from './flash-quote-service';
import { loadFacts } from './load-facts-service';
import type { Basket } from './model';
import { resolveBasket } from './resolve-basket';
import { readBasketBook } from './standing-service';

export interface BasketQuestion {
  readonly buyerId: string;
  readonly basket: Basket;
  readonly at: Instant;
  /** What its flash tokens are for. */
  readonly tokens?: BasketTokens;
  /** A promotion that is looked at as if it were live; one that begins later, as of its first moment. */
  readonly draft?: Promotion;
}

/**
 * Decides a basket as an order of it would be decided now, and writes nothing.
 * @throws partners.notSupplied, partners.suspended, partners.addressUnknown, catalog.skuUnknown, orders.lineTwice,
 * orders.unitUnknown, orders.deliverInPast, orders.deliverTooLate, flash.tokenMismatch
 */
export async function decideBasket(
  tx: Tx,
  { buyerId, basket, at, tokens = [], draft }: BasketQuestion,
): Promise<Decision> {
  const skuIds = basket.lines.map(({ skuId }) => skuId);
  const baskets = await readBasketBook(tx, [{ ...basket, buyerId, skuIds }]);
  const resolved = resolveBasket(baskets.of(buyerId), buyerId, 'quote', basket, at);
  if (resolved.refused !== null) throw new Refused(resolved.refused, resolved.detail);
  const { promotions } = resolved.request;
  const request = {
    ...resolved.request,
    promotions: promotions && draft ? { ...promotions, at: Math.max(at, draft.startsAt) } : promotions,
  };
  const facts = await loadFacts(tx, baskets, request, {
    on: dayOf(at),
    locked: false,
    originals: draft ? [draft] : [],
  });
  const asked = await asFlash(tx, tokens, request, balancesOf(facts));
  return decideOrder(facts, asked.balances, asked.request);
}
