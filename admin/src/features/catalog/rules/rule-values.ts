import type { api } from '../../../api';
import { fenOfYuan } from '../../../ui/format';
import type { OrderingRule } from './queries';

type RuleInput = Omit<
  Parameters<typeof api.catalog.putOrderingRule>[0],
  'commandId' | 'expectedVersion' | 'ruleId'
>;

/** Whom a rule is for: everybody, one customer, a price list, or a kind of customer. */
export type RuleAudience = 'everybody' | 'customer' | 'priceList' | 'kind';
/** What a rule is for: all goods, a category, or one SKU. */
export type RuleGoods = 'all' | 'category' | 'sku';

type Typed<Value> = Value | null | undefined;

/** An ordering rule as a form holds it; what is empty asks nothing. */
export interface RuleValues {
  readonly audience: RuleAudience;
  readonly buyerId?: string | undefined;
  readonly priceListId?: string | undefined;
  readonly level?: number | undefined;
  readonly regions?: readonly string[] | undefined;
  readonly channel?: OrderingRule['channel'] | undefined;
  readonly goods: RuleGoods;
  readonly category?: string | undefined;
  readonly skuId?: string | undefined;
  readonly minimumQuantity?: Typed<number>;
  readonly multipleQuantity?: Typed<number>;
  readonly maximumQuantity?: Typed<number>;
  readonly orderYuan?: Typed<number>;
  readonly orderCases?: Typed<number>;
  readonly orderKilograms?: Typed<number>;
  readonly startsOn: string;
  readonly endsOn?: string | undefined;
}

const GRAMS_PER_KILOGRAM = 1_000;
const FEN_PER_YUAN = 100;

const audienceOf = ({ buyerId, priceListId, level, regionPrefix, channel }: OrderingRule): RuleAudience => {
  if (buyerId !== null) return 'customer';
  if (priceListId !== null) return 'priceList';
  return level !== null || regionPrefix !== null || channel !== null ? 'kind' : 'everybody';
};
const goodsOf = ({ category, skuId }: OrderingRule): RuleGoods =>
  skuId !== null ? 'sku' : category !== null ? 'category' : 'all';

/** A rule as the form shows it. */
export const ruleValuesOf = (rule: OrderingRule): RuleValues => ({
  audience: audienceOf(rule),
  buyerId: rule.buyerId ?? undefined,
  priceListId: rule.priceListId ?? undefined,
  level: rule.level ?? undefined,
  regions: rule.regionPrefix === null ? [] : [rule.regionPrefix],
  channel: rule.channel ?? undefined,
  goods: goodsOf(rule),
  category: rule.category ?? undefined,
  skuId: rule.skuId ?? undefined,
  minimumQuantity: rule.minimumQuantity,
  multipleQuantity: rule.multipleQuantity,
  maximumQuantity: rule.maximumQuantity,
  orderYuan: rule.orderAmountFen === null ? null : rule.orderAmountFen / FEN_PER_YUAN,
  orderCases: rule.orderCases,
  orderKilograms: rule.orderWeightGrams === null ? null : rule.orderWeightGrams / GRAMS_PER_KILOGRAM,
  startsOn: rule.startsOn,
  endsOn: rule.endsOn ?? undefined,
});

const orNull = (value: Typed<number>) => value ?? null;

/** What the form holds as the server takes it: what does not belong to what is chosen is left out. */
export function ruleInputOf(values: RuleValues): RuleInput {
  const { audience, goods, orderYuan, orderKilograms } = values;
  const isKind = audience === 'kind';
  return {
    buyerId: audience === 'customer' ? (values.buyerId ?? null) : null,
    priceListId: audience === 'priceList' ? (values.priceListId ?? null) : null,
    level: isKind ? (values.level ?? null) : null,
    regionPrefix: isKind ? (values.regions?.[0] ?? null) : null,
    channel: isKind ? (values.channel ?? null) : null,
    category: goods === 'category' ? (values.category ?? null) : null,
    skuId: goods === 'sku' ? (values.skuId ?? null) : null,
    minimumQuantity: orNull(values.minimumQuantity),
    multipleQuantity: orNull(values.multipleQuantity),
    maximumQuantity: orNull(values.maximumQuantity),
    orderAmountFen: typeof orderYuan === 'number' ? fenOfYuan(orderYuan) : null,
    orderCases: orNull(values.orderCases),
    orderWeightGrams:
      typeof orderKilograms === 'number' ? Math.round(orderKilograms * GRAMS_PER_KILOGRAM) : null,
    startsOn: values.startsOn,
    endsOn: values.endsOn ?? null,
  };
}
