import { type Caller, dayOf, type Platform, Refused } from '../platform';
import { checkPromotion, sayFaults } from '../promotions/rules';
import type { Promotion, PromotionDraft } from '../promotions';
import { balancesOf } from './balances';
import { decideOrder } from './decide-order';
import { loadFacts } from './load-facts-service';
import type { BasketLine } from './model';
import { resolveBasket } from './resolve-basket';
import { readBasketBook } from './standing-service';

export interface PreviewInput {
  readonly promotion: PromotionDraft;
  readonly buyerId: string;
  readonly lines: readonly BasketLine[];
}

/** What a promotion would do, before anybody is given it. */
export function previewService({ database }: Pick<Platform, 'database'>) {
  return {
    /**
     * Decides a basket of one of the caller's customers as if a draft were live. Writes nothing.
     * @throws promotions.ruleWrong, partners.notSupplied, partners.suspended, partners.addressUnknown,
     * catalog.skuUnknown, orders.lineTwice, orders.unitUnknown
     */
    previewPromotion: (caller: Caller, { promotion: draft, buyerId, lines }: PreviewInput) =>
      database.read(async (tx) => {
        const { partyId: sellerId, at } = caller;
        const promotion: Promotion = { ...draft, sellerId, version: 0, state: 'live' };
        const faults = checkPromotion(promotion);
        if (faults.length > 0) throw new Refused('promotions.ruleWrong', sayFaults(faults));
        const skuIds = lines.map(({ skuId }) => skuId);
        const baskets = await readBasketBook(tx, [{ buyerId, skuIds }]);
        const basket = { supplierId: sellerId, lines };
        const resolved = resolveBasket(baskets.of(buyerId), buyerId, 'preview', basket, at);
        if (resolved.refused !== null) throw new Refused(resolved.refused, resolved.detail);
        // A draft that begins next week is looked at as of its first moment.
        const asOf = Math.max(at, promotion.startsAt);
        const request = {
          ...resolved.request,
          promotions: resolved.request.promotions && { ...resolved.request.promotions, at: asOf },
        };
        const wanted = { on: dayOf(at), locked: false, originals: [promotion] };
        const facts = await loadFacts(tx, baskets, request, wanted);
        return decideOrder(facts, balancesOf(facts), request);
      }),
  };
}
