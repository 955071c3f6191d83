import { type AnothersRowsOf, asks, everyones, own } from './row';

const promotionId = asks('promotion', 'promotions.unknown');
const change = { promotionId: asks('promotion', 'promotions.unknown', { expectedVersion: 2 }) };

export const promotionsAnothers: AnothersRowsOf<'promotions'> = {
  kinds: everyones,
  list: own,
  get: { promotionId },
  costs: { promotionId: 'another seller’s costs are no rows of mine' },
  put: own,
  publish: change,
  stop: change,
  conflicts: own,
  preview: { buyerId: asks('store', 'partners.notSupplied'), 'lines.skuId': 'goods are the whole channel’s' },
  simulate: own,
  offers: { supplierId: asks('seller', 'partners.notSupplied') },
  labels: {
    skuIds: 'goods are the whole channel’s',
    supplierId: asks('seller', 'partners.notSupplied'),
  },
  coupons: own,
  claimCoupon: { promotionId: asks('coupon', 'promotions.unknown') },
};
