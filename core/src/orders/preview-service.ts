import { type Caller, type Platform, Refused } from '../platform';
import { checkPromotion, sayFaults } from '../promotions/rules';
import type { Promotion, PromotionDraft } from '../promotions';
import { decideBasket } from './decide-basket-service';
import type { BasketLine } from './model';

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
        const basket = { supplierId: sellerId, lines };
        return decideBasket(tx, { buyerId, basket, at, draft: promotion });
      }),
  };
}
