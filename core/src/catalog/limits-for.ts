import { type Day, isWithin } from '../platform/clock';
import type { Known } from '../platform/collect';
import type { QuantityLimits } from './check-quantity';
import { type PriceBuyer, whyNotFor } from './choose-price';
import type { Sku } from './model';
import type { PriceList } from './price-model';
import { groupsOf, type Pricing } from './price-line';
import type { OrderingRule, RuleScope } from './rule-model';

/** What some sellers ask of some buyers' orders, read at once. */
export interface OrderingRules extends Pick<Pricing, 'groups'> {
  readonly rules: readonly OrderingRule[];
  /** The lists that rules name, by id. */
  readonly lists: Known<PriceList>;
}

/** Where a limit comes from. */
export interface LimitSource {
  /** `none` where nobody asks anything. */
  readonly scope: RuleScope | 'none';
  /** Null when it is the SKU's own. */
  readonly ruleId: string | null;
}

type Field = 'minimum' | 'multiple' | 'maximum';

/** 起订量, 倍数 and 限购 of one line, and which scope each comes from. */
export interface Limits extends QuantityLimits {
  readonly from: Readonly<Record<Field, LimitSource>>;
}

export interface LimitsQuestion {
  readonly sellerId: string;
  readonly buyer: PriceBuyer;
  readonly sku: QuantityLimits & Pick<Sku, 'id' | 'category'>;
  /** The list that prices the line; null when none does. */
  readonly priceListId: string | null;
  readonly on: Day;
}

/** Nearest first. */
const scopeOrder: readonly RuleScope[] = [
  'customer',
  'priceList',
  'levelRegionChannel',
  'category',
  'sku',
  'seller',
];

/**
 * Each limit by itself from the nearest scope that says anything: customer × SKU → contract or price list → level ×
 * region × channel → category → SKU. Null inherits, 0 waives; the SKU's own limits stand last.
 */
export function limitsFor(rules: OrderingRules, question: LimitsQuestion): Limits {
  const { sku } = question;
  const asked = rules.rules.filter((rule) => isForLine(rule, rules, question)).sort(compareRules);
  const minimum = nearest(asked, 'minimumQuantity', sku.minimumQuantity, 0);
  const multiple = nearest(asked, 'multipleQuantity', sku.multipleQuantity, 1);
  const maximum = nearest(asked, 'maximumQuantity', sku.maximumQuantity ?? 0, 0);
  return {
    minimumQuantity: minimum.value,
    multipleQuantity: Math.max(1, multiple.value),
    maximumQuantity: maximum.value || null,
    from: { minimum: minimum.source, multiple: multiple.source, maximum: maximum.source },
  };
}

type QuantityField = 'minimumQuantity' | 'multipleQuantity' | 'maximumQuantity';

function nearest(rules: readonly OrderingRule[], field: QuantityField, own: number, idle: number) {
  for (const { [field]: value, scope, id } of rules) {
    if (value !== null) return { value, source: { scope, ruleId: id } as LimitSource };
  }
  const source: LimitSource = { scope: own > idle ? 'sku' : 'none', ruleId: null };
  return { value: own, source };
}

function isForLine(rule: OrderingRule, rules: OrderingRules, question: LimitsQuestion): boolean {
  const { sellerId, buyer, sku, priceListId, on } = question;
  return (
    rule.sellerId === sellerId &&
    isWithin(on, rule.startsOn, rule.endsOn) &&
    (rule.skuId === null || rule.skuId === sku.id) &&
    (rule.category === null || rule.category === sku.category) &&
    (rule.priceListId === null || rule.priceListId === priceListId) &&
    isForBuyer(rule, rules, buyer)
  );
}

/** Whether a buyer is one of those a rule names. */
export const isForBuyer = (rule: OrderingRule, rules: OrderingRules, buyer: PriceBuyer): boolean =>
  whyNotFor({ ...rule, groupId: null }, buyer, groupsOf(rules, rule.sellerId, buyer.id)).length === 0;

/**
 * The order rules are asked in: scope, then what names the SKU before what names its category before what names
 * neither, then what asks more of the buyer, the narrower region, the later start, the id.
 */
export function compareRules(left: OrderingRule, right: OrderingRule): number {
  return (
    scopeOrder.indexOf(left.scope) - scopeOrder.indexOf(right.scope) ||
    goodsNamed(right) - goodsNamed(left) ||
    buyersNamed(right) - buyersNamed(left) ||
    (right.regionPrefix?.length ?? 0) - (left.regionPrefix?.length ?? 0) ||
    compareText(right.startsOn, left.startsOn) ||
    compareText(left.id, right.id)
  );
}

const goodsNamed = ({ skuId, category }: OrderingRule) => (skuId !== null ? 2 : category !== null ? 1 : 0);
const buyersNamed = ({ level, regionPrefix, channel }: OrderingRule) =>
  [level, regionPrefix, channel].filter((asked) => asked !== null).length;
const compareText = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

/** Where a rule stands, told by what it names. */
export function ruleScopeOf(
  rule: Pick<
    OrderingRule,
    'buyerId' | 'priceListId' | 'level' | 'regionPrefix' | 'channel' | 'category' | 'skuId'
  >,
): RuleScope {
  if (rule.buyerId !== null) return 'customer';
  if (rule.priceListId !== null) return 'priceList';
  if (rule.level !== null || rule.regionPrefix !== null || rule.channel !== null) return 'levelRegionChannel';
  if (rule.skuId !== null) return 'sku';
  return rule.category === null ? 'seller' : 'category';
}
