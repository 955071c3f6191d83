import type { Pricing } from '../catalog';
import { groupsOf } from '../catalog/rules';
import type { Party } from '../partners';
import type { CartBuyer, Counted } from '../promotions';
import type { OrderRequest, PromotionTerms } from './facts';

/** A buyer as audiences see it. */
export function cartBuyerOf(
  pricing: Pick<Pricing, 'groups'>,
  { buyer, seller }: Pick<OrderRequest, 'buyer' | 'seller'>,
): CartBuyer {
  const { id, level, regionCode, channel } = buyer;
  return { id, level, regionCode, channel, groupIds: groupsOf(pricing, seller.id, id) };
}

/** Stores under one licence are one customer to what is given once. */
export const entityOf = ({ businessLicenceNo, id }: Party): string => businessLicenceNo || id;

/** Whom and when an order counts for. */
export const countedOf = (
  { buyer }: Pick<OrderRequest, 'buyer'>,
  { at }: Pick<PromotionTerms, 'at'>,
): Counted => ({
  buyerId: buyer.id,
  entityId: entityOf(buyer),
  at,
});
