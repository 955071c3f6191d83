export { addPromotions } from './add-promotions-service';
export { checkPromotion } from './check-promotion';
export type { Accepted, Declined, WhyNot } from './applied';
export { promotionBooks } from './check-books';
export type { Counted } from './count-keys';
export type { Cart, CartBuyer, CartFacts, CartLine } from './cart';
export type { Compiled, Goods } from './compile-promotion';
export { type Explained, explainQuote, type QuoteWords } from './explain-promotion';
export type { CouponPage } from './coupon-service';
export { type GiftOption, offeredGifts } from './offered-gifts';
export { describePromotion } from './describe-promotion';
export type {
  PromotionCommand,
  PromotionDraft,
  PromotionMeter,
  PromotionQuery,
  PutPromotion,
} from './desk-service';
export type { Field, Near, PaymentPlan, PromotionKind } from './kind';
export { kinds as promotionKinds } from './kinds/all-kinds';
export { balanceWindowOf } from './kinds/pre-order';
export type { GoodsLabels, Offered } from './offers-service';
export { promotionService } from './service';
export { type LivePromotions, loadLivePromotions, type PromotionsWanted } from './live-service';
export type {
  AppliedPromotion,
  Coupon,
  LineShare,
  Promotion,
  PromotionCount,
  PromotionState,
  PromotionUse,
} from './model';
export { bookOf, type PromotionBook } from './promotion-book';
export { promotionTables } from './tables';
export { plainPromotion } from './plain';
export type { PromotionQuote } from './quote-promotions';
export { readPromotionBooks } from './standing-service';
export type { PromotionTake } from './countings-of';
export { givePromotionsBack, loadApplied, loadOriginals, takePromotions } from './use-service';
export type { PastOrder, Simulation } from './simulation';
export * from './costs';
export * from './flash';
export * from './rebates';
