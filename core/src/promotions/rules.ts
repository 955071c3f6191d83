/** The decisions of promotions, without the service: what other domains' decisions may use. */
export { countingsOf } from './countings-of';
export { bucketsOf, useOf } from './count-keys';
export { bookOf } from './promotion-book';
export { quotePromotions } from './quote-promotions';
export { asksHistory, giftsBeside, relevantTo } from './relevant-to';
export { goodsOf } from './promotion-goods';
export { checkPromotion } from './check-promotion';
