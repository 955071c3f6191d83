import type { Instant } from '../platform/clock';
import type { BasisPoints, Fen, PriceE4 } from '../platform/money';
import type { PromotionRule } from './model';

/** Goods of a cart that a promotion may count: all lines of one SKU together. */
export interface Item {
  /** Unique in a cart. */
  readonly key: string;
  readonly skuId: string;
  /** Base units that nothing of the promotion's groups has used. */
  readonly quantity: number;
  /** Base units in the cart, used or not. */
  readonly orderedQuantity: number;
  /** What those units cost when the lane began: conditions ask this. */
  readonly conditionFen: Fen;
  /** What those units cost now: benefits come off this. */
  readonly amountFen: Fen;
  /** At the list. */
  readonly unitPriceE4: PriceE4;
  /** Base units of a unit it is packed in; null when it is not packed so. The base unit is also called ''. */
  factorOf(unit: string): number | null;
  readonly lifeLeftBp: number | null;
}

/** A promotion's question: what comes of this? */
export interface Ask {
  /** In the scope, ascending by key. */
  readonly items: readonly Item[];
  /** Of SKUs that the rule itself looks for in the cart, in the scope or not, ascending by key. */
  readonly named: readonly Item[];
  /** What caps leave, in what the kind counts; Infinity without caps. */
  readonly limit: number;
  readonly freightFen: Fen;
  readonly at: Instant;
  readonly giftChoices: readonly string[];
  giftPriceE4(skuId: string): PriceE4 | null;
  readonly isFirstOrder: boolean;
  isNewItem(skuId: string): boolean;
  /** Base units the buyer holds tokens for. */
  readonly tokens: number;
}

/** Fen off some units of an item. */
export interface Off {
  readonly key: string;
  readonly quantity: number;
  readonly offFen: Fen;
}

export interface Gift {
  readonly skuId: string;
  /** In base units. */
  readonly quantity: number;
}

/** Gifts to choose from, as they are given once. */
export interface GiftChoices {
  readonly chooseCount: number;
  readonly gifts: readonly Gift[];
}

export interface UnitsUsed {
  readonly key: string;
  readonly quantity: number;
}

/** What a promotion does to a cart. */
export interface Effect {
  /** How often, in what the kind counts. */
  readonly times: number;
  readonly offs: readonly Off[];
  readonly gifts: readonly Gift[];
  /** The units that qualified or were given off: spent for its mutex groups. */
  readonly uses: readonly UnitsUsed[];
  readonly freightOffFen: Fen;
}

/** 差一点: what is missing to get something more. */
export interface Near {
  /** Missing units, or missing fen: one of the two. */
  readonly missing: { readonly quantity: number; readonly unit: string } | { readonly fen: Fen };
  /** Where the next step begins, for rules that have steps. */
  readonly from?: Near['missing'];
  /** Of which SKU; null: of any in the scope. */
  readonly skuId: string | null;
  /** What is gained, beside what is given already. */
  readonly gain:
    | { readonly kind: 'off'; readonly fen: Fen }
    | { readonly kind: 'percent'; readonly offBp: number }
    | { readonly kind: 'price'; readonly unitPriceE4: PriceE4 }
    /** Of several gifts the first; in base units. */
    | { readonly kind: 'gift'; readonly skuId: string; readonly quantity: number }
    /** Some goods together for one price. */
    | { readonly kind: 'setPrice'; readonly priceFen: Fen }
    /** Goods beside at a price of a base unit. */
    | { readonly kind: 'addOn'; readonly skuId: string; readonly unitPriceE4: PriceE4 }
    | { readonly kind: 'freight'; readonly fen: Fen };
}

export interface Outcome {
  /** Null: nothing comes of it. */
  readonly effect: Effect | null;
  readonly near: Near | null;
}

export const nothing: Outcome = { effect: null, near: null };

/** A price for units of one item, until `quantity` units have it. */
export interface PriceOffer {
  readonly key: string;
  readonly quantity: number;
  /** A price of a base unit, or a percentage or an amount a base unit off what the units cost at the list. */
  readonly price:
    { readonly unitPriceE4: PriceE4 } | { readonly offBp: BasisPoints } | { readonly offE4: PriceE4 };
}

export interface PriceOutcome {
  readonly offers: readonly PriceOffer[];
  /** Base units that all offers together may price; without it only caps limit them. */
  readonly atMost?: number;
  readonly near: Near | null;
}

/** How the console asks for a field of a rule, and how it is checked. */
export interface Field {
  readonly name: string;
  /** What the field is called on a form. */
  readonly title: string;
  readonly type:
    | 'fen'
    | 'priceE4'
    | 'bp'
    | 'quantity'
    | 'unit'
    | 'sku'
    | 'skus'
    | 'flag'
    | 'day'
    | 'choice'
    | 'instant'
    | 'kind'
    | 'rule'
    | 'rows';
  readonly isOptional?: boolean;
  /** Asked only where another field, of its row or of the rule around it, has one of these values. */
  readonly onlyIf?: { readonly name: string; readonly is: readonly (string | boolean)[] };
  /** Of numbers. */
  readonly min?: number;
  readonly max?: number;
  /** Of a `choice`. */
  readonly choices?: readonly { readonly value: string; readonly title: string }[];
  /** The fields of a row, for `rows`: at least one row, at most 20. */
  readonly rows?: readonly Field[];
}

/** Names a rule may speak of, for a person. */
export interface RuleWords {
  skuName(skuId: string): string;
}

export interface AnyKind<Rule> {
  readonly name: string;
  /** As the trade calls it. */
  readonly title: string;
  /** What its caps count: 件 units of goods, 次 times, 份 gifts, 套 sets. */
  readonly counts: 'units' | 'times' | 'gifts' | 'sets';
  readonly fields: readonly Field[];
  /** A rule as one would write it: a form begins with it, and tests hold every kind to it. */
  readonly example: Rule;
  /** What is wrong with a rule whose fields are sound, as codes; nothing when it is. */
  check?(rule: Rule): readonly string[];
  /** The rule in a few words for a label: 满100减10. */
  describe(rule: Rule, words: RuleWords): string;
  /** 任选赠: the gifts a buyer chooses from, and how many of them; null where nothing is to choose. */
  giftChoiceOf?(rule: Rule): GiftChoices | null;
  /** SKUs a rule gives, which the cart need not hold. */
  giftSkuIdsOf?(rule: Rule): readonly string[];
  /** SKUs a rule looks for in the cart, in the scope or not: parts of a set, goods sold more cheaply beside others. */
  cartSkuIdsOf?(rule: Rule): readonly string[];
  /** True for a kind that counts only the goods its rule names and asks for no scope. */
  readonly namesItsGoods?: boolean;
  /**
   * Whether one unit more can cost less: 99 bottles at full price, 100 at less. Where no promotion of a cart has such
   * cliffs, what is payable only grows with the quantity.
   */
  hasCliffs(rule: Rule): boolean;
}

/** A kind that prices units: exactly one promotion prices a unit. */
export interface PriceKind<Rule> extends AnyKind<Rule> {
  readonly lane: 'unitPrice';
  /** 特价: no rebate pays for goods at such prices, unless its seller lets it. */
  readonly isSpecialPrice?: boolean;
  price(rule: Rule, ask: Ask): PriceOutcome;
  /** Paid in steps, when it is: what of the goods' amount is due first. */
  plan?(rule: Rule, amountFen: Fen, quantity: number): PaymentPlan;
}

/** A kind that takes fen off, or gives goods. */
export interface BenefitKind<Rule> extends AnyKind<Rule> {
  readonly lane: 'quantity' | 'threshold' | 'coupon' | 'freight';
  apply(rule: Rule, ask: Ask): Outcome;
}

/** A kind that asks something more of another kind's promotion, and stands in its lane. */
export interface GateKind<Rule> extends AnyKind<Rule> {
  readonly lane: 'asInner';
  inner(rule: Rule): { readonly kind: string; readonly rule: PromotionRule };
  /** What the inner promotion is asked; null when it is not for this order. */
  admit(rule: Rule, ask: Ask): Ask | null;
}

/** A kind that orders earn and that is paid after sign-off. */
export interface LaterKind<Rule> extends AnyKind<Rule> {
  readonly lane: 'later';
  /** What is earned until now, of which some may be paid already. */
  earnedFen(rule: Rule, earned: Earned): Fen;
  /** What is missing for the next step. */
  near(rule: Rule, earned: Earned): Near | null;
}

/** What a buyer did in the window of a promotion that pays later. */
export interface Earned {
  /** Signed base units, net of returns, of the goods in the scope. */
  readonly quantity: number;
  /** What those cost. */
  readonly amountFen: Fen;
  /** Base units of a unit, where all goods in the scope are packed alike; null when they are not. */
  factorOf(unit: string): number | null;
  /** Photos of the display that were approved. */
  readonly proofCount: number;
}

/** 定金: what is paid when the order is placed, and what when the goods are there. */
export interface PaymentPlan {
  readonly depositFen: Fen;
  /** What the deposit counts for in the balance, at least as much as it is. */
  readonly depositWorthFen: Fen;
  readonly balanceFen: Fen;
  readonly balanceFrom: Instant;
  readonly balanceUntil: Instant;
  /** True for a deposit that goes back when its buyer does not pay the balance. */
  readonly isRefundable: boolean;
}

export type PromotionKind =
  PriceKind<PromotionRule> | BenefitKind<PromotionRule> | GateKind<PromotionRule> | LaterKind<PromotionRule>;

/** Declares a kind. In its file a rule has a type of its own, which `checkRule` vouches for. */
export const priceKind = <Rule>(kind: PriceKind<Rule>) => kind as unknown as PriceKind<PromotionRule>;
export const benefitKind = <Rule>(kind: BenefitKind<Rule>) => kind as unknown as BenefitKind<PromotionRule>;
export const gateKind = <Rule>(kind: GateKind<Rule>) => kind as unknown as GateKind<PromotionRule>;
export const laterKind = <Rule>(kind: LaterKind<Rule>) => kind as unknown as LaterKind<PromotionRule>;
