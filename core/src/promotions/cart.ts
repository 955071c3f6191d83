import type { Instant } from '../platform/clock';
import type { Fen, PriceE4 } from '../platform/money';
import type { Coupon, PromotionUse } from './model';

/** What of a buyer an audience may ask for. */
export interface CartBuyer {
  readonly id: string;
  readonly level: number;
  readonly regionCode: string;
  readonly channel: string;
  /** The groups the seller has put it in. */
  readonly groupIds: ReadonlySet<string>;
}

/** A line at its listed price, as the lists of the seller give it. */
export interface CartLine {
  readonly lineNo: number;
  readonly skuId: string;
  readonly category: string;
  readonly brand: string;
  readonly productLine: string;
  /** In base units. */
  readonly quantity: number;
  /** The larger units it is packed in today, with the base unit at factor 1. */
  readonly units: readonly { readonly unit: string; readonly factor: number }[];
  readonly unitPriceE4: PriceE4;
  readonly amountFen: Fen;
  /** The share of life left of the lots it is bound to, for 临期 goods; null: any lots. */
  readonly lifeLeftBp: number | null;
  /** True for goods whose price is agreed already, such as a flash sale's: promotions leave them alone. */
  readonly isClosed: boolean;
}

export interface Cart {
  readonly buyer: CartBuyer;
  readonly at: Instant;
  readonly lines: readonly CartLine[];
  /** What delivery costs before promotions. */
  readonly freightFen: Fen;
  /** The same where it depends on what the goods cost after thresholds and coupons; then it counts instead. */
  readonly freightOf?: ((goodsFen: Fen) => Fen) | undefined;
  /** The coupons the buyer wants used; null: whatever is best for it. */
  readonly couponIds: readonly string[] | null;
  /** 任选赠: the gifts a buyer chose, by promotion; without a choice the first ones are given. */
  readonly giftChoices: ReadonlyMap<string, readonly string[]>;
  /** Base units a buyer may buy by its tokens of a flash sale, by promotion. */
  readonly tokens: ReadonlyMap<string, number>;
}

/** What promotions are decided on beside the cart. */
export interface CartFacts {
  /** What is used up; a promotion without limits need not be known. */
  useOf(promotionId: string): PromotionUse;
  /** The coupons of the buyer that may be used. */
  readonly coupons: readonly Coupon[];
  /** The listed price of goods that are given; null when the seller names none. */
  giftPriceE4(skuId: string): PriceE4 | null;
  /** Whether goods may be given to the buyer where the order goes. */
  mayGive(skuId: string): boolean;
  /** Of so many base units of a gift those that are there, after what the cart takes of them; left out, all of them. */
  giftLeft?(skuId: string, quantity: number): number;
  /** True when no member of the buyer's legal entity has ordered from the seller before. */
  readonly isFirstOrder: boolean;
  /** True when the buyer's legal entity never bought this. */
  isNewItem(skuId: string): boolean;
}
