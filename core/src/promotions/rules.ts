/** The decisions of promotions, without the service: what other domains' decisions may use. */
export { countingsOf } from './countings-of';
export { bucketsOf, useOf } from './count-keys';
export { bookOf } from './promotion-book';
export { quotePromotions } from './quote-promotions';
export { type LostGift, type PricedOrder, recomputeKept } from './recompute-kept';
export { asksHistory, giftsBeside, giftsOf, relevantTo } from './relevant-to';
export { goodsOf } from './promotion-goods';
export { checkPromotion } from './check-promotion';
export { sayFaults } from './check-rule';
export { simulatePromotion } from './simulate-promotion';
export { type FlashClaim, refuseSale, type SaleRefusal } from './flash/decide-sale';
export { fitsAudience } from './flash/fits-audience';
export { isFor } from './is-for-buyer';
export { isLive, mayBecome, phaseOf } from './flash/flash-phase';
export { flashBuyerId, readFlashToken } from './flash/model';
export { type RebateLine, rebateRoomFen, rebateShareFen } from './rebates/terms';
export { speciallyPricedLines } from './rebates/special-lines';
