import {
  type Caller,
  type Core,
  describePromotion,
  type Promotion,
  promotionKinds,
  type PromotionMeter,
} from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import {
  readPromotion,
  viewCoupon,
  viewKind,
  viewOffer,
  viewPromotion,
  viewSimulation,
} from './promotion-view';
import { viewQuote } from './quote-view';
import { at } from './wire';

/** Promotions: the desk where they are written, and what a buyer sees of them. */
export const promotionHandlers = (core: Core): HandlersOf<'promotions'> => {
  const view = async (promotion: Promotion, meter: PromotionMeter) =>
    viewPromotion(promotion, meter, await core.promotions.namesIn([promotion]));
  /** What a command has made of a promotion, with how much of it is used. */
  const viewWritten = async (caller: Caller, promotion: Promotion) =>
    view(promotion, (await core.promotions.promotion(caller, promotion.id)).meter);
  return {
    kinds: () => Promise.resolve({ items: promotionKinds.map(viewKind) }),
    list: async ({ from, until, ...query }, caller) => {
      const { items, nextCursor } = await core.promotions.promotions(caller, {
        ...query,
        from: from === undefined ? undefined : Date.parse(from),
        until: until === undefined ? undefined : Date.parse(until),
      });
      const nameOf = await core.promotions.namesIn(items.map(({ promotion }) => promotion));
      return {
        items: items.map(({ promotion, meter }) => viewPromotion(promotion, meter, nameOf)),
        nextCursor,
      };
    },
    get: async ({ promotionId }, caller) => {
      const { promotion, meter, versions, conflicts } = await core.promotions.promotion(caller, promotionId);
      return {
        promotion: await view(promotion, meter),
        versions: versions.map(({ version, definition, changedBy, changedAt }) => ({
          version,
          state: definition.state,
          changedBy,
          changedAt: at(changedAt),
        })),
        warnings: meter.warnings.map(({ share, budgetFen, warnedAt }) => ({
          share,
          budgetFen,
          warnedAt: at(warnedAt),
        })),
        conflicts: [...conflicts],
      };
    },
    costs: async (query, caller) => {
      const { items, nextCursor, nameOf } = await core.promotions.costs(caller, query);
      return {
        nextCursor,
        items: items.map(({ promotionId, name, sellerId, payerId, orders, shippedFen, returnedFen }) => ({
          promotionId,
          name,
          sellerId,
          sellerName: nameOf(sellerId),
          payerId,
          payerName: nameOf(payerId),
          orders,
          shippedFen,
          returnedFen,
          borneFen: shippedFen - returnedFen,
        })),
      };
    },
    put: async ({ promotion, ...command }, caller) =>
      viewWritten(
        caller,
        await core.promotions.putPromotion(caller, { ...command, promotion: readPromotion(promotion) }),
      ),
    publish: async (input, caller) =>
      viewWritten(caller, await core.promotions.publishPromotion(caller, input)),
    stop: async (input, caller) => viewWritten(caller, await core.promotions.stopPromotion(caller, input)),
    conflicts: async ({ promotion }, caller) => ({
      items: [...(await core.promotions.conflicts(caller, readPromotion(promotion)))],
    }),
    preview: async ({ promotion, buyerId, lines }, caller) =>
      viewQuote(
        await core.orders.previewPromotion(caller, { promotion: readPromotion(promotion), buyerId, lines }),
      ),
    simulate: async ({ promotion, days }, caller) =>
      viewSimulation(
        await core.orders.simulatePromotion(caller, { promotion: readPromotion(promotion), days }),
      ),
    offers: async ({ supplierId }, caller) => {
      const { sellerId, offers } = await core.promotions.offers(caller, supplierId);
      return { supplierId: sellerId, items: offers.map(viewOffer) };
    },
    labels: async ({ skuIds, supplierId }, caller) => ({
      items: (await core.promotions.labels(caller, skuIds, supplierId)).map(({ skuId, labels }) => ({
        skuId,
        labels: [...labels],
      })),
    }),
    coupons: async (page, caller) => {
      const { items, nextCursor } = await core.promotions.coupons(caller, page);
      const nameOf = await core.promotions.namesIn(items.map(({ promotion }) => promotion));
      return {
        nextCursor,
        items: items.map(({ coupon, promotion }) =>
          viewCoupon(coupon, promotion, describePromotion(promotion, { skuName: nameOf }), caller.at),
        ),
      };
    },
    claimCoupon: async (input, caller) => {
      const { coupon, promotion } = await core.promotions.claimCoupon(caller, input);
      const nameOf = await core.promotions.namesIn([promotion]);
      return viewCoupon(coupon, promotion, describePromotion(promotion, { skuName: nameOf }), caller.at);
    },
  };
};
