import { aPromotionOf } from '../promotion-inputs';
import { type Answers, type RowsOf, buyer, no, out } from './row';

/** Managers of a seller: neither the purchaser of a distributor nor the bookkeeper of HQ. */
const manager = (code: string): Answers => [out, no, no, code, no, code, no];

const promotion = {
  ...aPromotionOf('D1', {
    promotionId: 'ACCESS-PROMOTION',
    scope: { skuIds: ['NO-SUCH-SKU'], categories: [], brands: [], productLines: [], excludedSkuIds: [] },
  }),
};
const nothing = { commandId: 'ACCESS-P1', promotionId: 'NO-SUCH-PROMOTION', expectedVersion: 1 };

/** Inputs change nothing: they ask, or name what there is not. */
export const promotionsRows: RowsOf<'promotions'> = {
  kinds: { input: {}, answers: manager('ok') },
  list: { input: {}, answers: manager('ok') },
  get: { input: { promotionId: 'NO-SUCH-PROMOTION' }, answers: manager('promotions.unknown') },
  costs: { input: { from: '2026-06-01', until: '2026-06-30' }, answers: manager('ok') },
  put: {
    input: { commandId: 'ACCESS-P2', expectedVersion: 0, promotion },
    answers: manager('promotions.skuUnknown'),
  },
  publish: { input: nothing, answers: manager('promotions.unknown') },
  stop: { input: { ...nothing, commandId: 'ACCESS-P3' }, answers: manager('promotions.unknown') },
  conflicts: { input: { promotion }, answers: manager('ok') },
  preview: {
    input: { promotion, buyerId: 'NOBODY', lines: [{ skuId: 'WATER', quantity: 50 }] },
    answers: manager('partners.notSupplied'),
  },
  simulate: {
    input: { promotion: { ...promotion, scope: { ...promotion.scope, skuIds: [] } } },
    answers: manager('ok'),
  },
  offers: { input: {}, answers: buyer('ok', 'ok') },
  labels: { input: { skuIds: 'WATER,TEA' }, answers: buyer('ok', 'ok') },
  coupons: { input: {}, answers: buyer('ok', 'ok') },
  claimCoupon: {
    input: { commandId: 'ACCESS-P4', promotionId: 'NO-SUCH-PROMOTION' },
    answers: buyer('promotions.unknown', 'promotions.unknown'),
  },
};
