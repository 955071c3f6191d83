import { type Day, isWithin } from '../platform/clock';
import type { Fen } from '../platform/money';
import { listApplies, type PriceBuyer } from './choose-price';
import { compareRules, isForBuyer, type LimitSource, type OrderingRules } from './limits-for';
import type { Sku } from './model';
import { groupsOf } from './price-line';
import type { OrderingAsk, OrderingRule } from './rule-model';
import { caseOf } from './units';

/** 起送: what an order must come to. 0 asks nothing. */
export interface OrderMinimum {
  readonly amountFen: Fen;
  readonly cases: number;
  readonly weightGrams: number;
  /** Which rule each comes from; `none` is the seller's own minimum, or nothing. */
  readonly from: Readonly<Record<'amount' | 'cases' | 'weight', LimitSource>>;
}

export interface OrderMinimumQuestion {
  readonly sellerId: string;
  readonly buyer: PriceBuyer;
  readonly on: Day;
  /** What the seller asks of everybody, where no rule says otherwise; none when left out. */
  readonly sellerMinimumFen?: Fen;
}

/** What an order comes to, each of it as its minimum counts. */
export type OrderTotals = Pick<OrderMinimum, 'amountFen' | 'cases' | 'weightGrams'>;

export interface OrderMissing {
  readonly field: keyof OrderTotals;
  readonly asked: number;
  readonly missing: number;
}

/**
 * The minimum of an order: amount, cases and weight each from the nearest scope that says anything: customer →
 * contract or price list that applies to the buyer → level × region × channel → the seller's own. Rules that name goods
 * ask nothing of an order. 0 waives.
 */
export function orderMinimumFor(rules: OrderingRules, question: OrderMinimumQuestion): OrderMinimum {
  const { sellerMinimumFen = 0 } = question;
  const asked = rules.rules.filter((rule) => isForOrder(rule, rules, question)).sort(compareRules);
  const amount = nearest(asked, 'orderAmountFen', sellerMinimumFen);
  const cases = nearest(asked, 'orderCases', 0);
  const weight = nearest(asked, 'orderWeightGrams', 0);
  return {
    amountFen: amount.value,
    cases: cases.value,
    weightGrams: weight.value,
    from: { amount: amount.source, cases: cases.source, weight: weight.source },
  };
}

type OrderField = keyof Pick<OrderingAsk, 'orderAmountFen' | 'orderCases' | 'orderWeightGrams'>;

function nearest(rules: readonly OrderingRule[], field: OrderField, own: number) {
  for (const { [field]: value, scope, id } of rules) {
    if (value !== null) return { value, source: { scope, ruleId: id } as LimitSource };
  }
  return { value: own, source: { scope: 'none', ruleId: null } as LimitSource };
}

function isForOrder(
  rule: OrderingRule,
  rules: OrderingRules,
  { sellerId, buyer, on }: OrderMinimumQuestion,
): boolean {
  if (rule.sellerId !== sellerId || !isWithin(on, rule.startsOn, rule.endsOn)) return false;
  if (rule.skuId !== null || rule.category !== null || !isForBuyer(rule, rules, buyer)) return false;
  if (rule.priceListId === null) return true;
  const list = rules.lists.get(rule.priceListId);
  return list !== undefined && listApplies(list, buyer, on, groupsOf(rules, sellerId, buyer.id));
}

/** What an order lacks of its minimum; nothing when it is enough. */
export function checkOrderMinimum(totals: OrderTotals, minimum: OrderTotals): readonly OrderMissing[] {
  return (['amountFen', 'cases', 'weightGrams'] as const)
    .filter((field) => totals[field] < minimum[field])
    .map((field) => ({ field, asked: minimum[field], missing: minimum[field] - totals[field] }));
}

/** Whole cases in a quantity: what is loose counts for none. */
export const casesIn = (quantity: number, sku: Pick<Sku, 'baseUnit' | 'units'>): number =>
  Math.floor(quantity / caseOf(sku).factor);

/** What a quantity weighs: whole cases as packed where somebody weighed them, the rest by the base unit. */
export function weightOf(quantity: number, sku: Pick<Sku, 'baseUnit' | 'units' | 'weightGrams'>): number {
  const { factor, weightGrams } = caseOf(sku);
  const packed = weightGrams > 0 ? casesIn(quantity, sku) : 0;
  return packed * weightGrams + (quantity - packed * factor) * sku.weightGrams;
}
