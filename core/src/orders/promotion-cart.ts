import type { Pricing, Sku } from '../catalog';
import { baseUnitOf, groupsOf } from '../catalog/rules';
import { entityIdOf } from '../partners/rules';
import type { CartBuyer, CartLine, Counted } from '../promotions';
import { goodsOf } from '../promotions/rules';
import type { OrderRequest, PromotionTerms } from './facts';

/** A buyer as audiences see it. */
export function cartBuyerOf(
  pricing: Pick<Pricing, 'groups'>,
  { buyer, seller }: Pick<OrderRequest, 'buyer' | 'seller'>,
): CartBuyer {
  const { id, level, regionCode, channel } = buyer;
  return { id, level, regionCode, channel, groupIds: groupsOf(pricing, seller.id, id) };
}

/** Whom and when an order counts for. */
export const countedOf = (
  { buyer }: Pick<OrderRequest, 'buyer'>,
  { at }: Pick<PromotionTerms, 'at'>,
): Counted => ({ buyerId: buyer.id, entityId: entityIdOf(buyer), at });

/** A line of an order at its listed price, as promotions see it. */
export function cartLineOf(
  sku: Sku,
  line: Pick<CartLine, 'lineNo' | 'quantity' | 'unitPriceE4' | 'amountFen' | 'isClosed'>,
): CartLine {
  const { skuId, category, brand, productLine } = goodsOf(sku);
  return {
    lineNo: line.lineNo,
    skuId,
    category,
    brand,
    productLine,
    quantity: line.quantity,
    units: [baseUnitOf(sku), ...sku.units],
    unitPriceE4: line.unitPriceE4,
    amountFen: line.amountFen,
    lifeLeftBp: null,
    isClosed: line.isClosed,
  };
}
