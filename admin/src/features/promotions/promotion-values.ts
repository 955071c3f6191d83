import { bpOf, percentText } from './percent';
import type { Kind, Promotion, PromotionDraft } from './model';
import { exampleOf, ruleOf, typedRuleOf, type TypedRule } from './rule-values';
import { dayAt, startOfDay } from '../../ui/shanghai';

/** A promotion as it stands in a form. */
export interface PromotionValues {
  readonly name: string;
  readonly kind: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly isAllDay: boolean;
  readonly fromMinute: number;
  readonly untilMinute: number;
  readonly weekdays: readonly number[];
  readonly audience: Promotion['audience'];
  readonly scope: Promotion['scope'];
  readonly stacking: Promotion['stacking'];
  readonly mutexGroups: readonly string[];
  readonly priority: number;
  readonly caps: Promotion['caps'];
  readonly budgetYuan: number | null;
  readonly payers: readonly { readonly partyId: string; readonly share: string }[];
  readonly giftShortage: Promotion['giftShortage'];
  readonly giftSubstitutes: readonly string[];
  readonly giftPayYuan: number | null;
  readonly rule: TypedRule;
}

export type Kinds = ReadonlyMap<string, Kind>;

const FEN_PER_YUAN = 100;
const E4_PER_YUAN = 10_000;
const WHOLE_DAY = { fromMinute: 0, untilMinute: 1_440 };
const USUAL_DAYS = 30;
const wholeScope = { skuIds: [], categories: [], brands: [], productLines: [], excludedSkuIds: [] };
const everybody = {
  levels: [],
  regionPrefixes: [],
  channels: [],
  groupIds: [],
  buyerIds: [],
  excludedBuyerIds: [],
};
const noCaps = { perOrder: null, perBuyer: null, perBuyerDay: null, perDay: null, total: null };

/** The start of a new promotion: from tomorrow for a month, for everybody, paid for by its seller. */
export function newValues(kind: Kind, kinds: Kinds, { now, sellerId }: { now: string; sellerId: string }) {
  const today = dayAt(now);
  const endsAt = startOfDay(today, 1 + USUAL_DAYS);
  const values: PromotionValues = {
    name: '',
    kind: kind.kind,
    startsAt: startOfDay(today, 1),
    endsAt,
    isAllDay: true,
    ...WHOLE_DAY,
    weekdays: [],
    audience: everybody,
    scope: wholeScope,
    stacking: 'stack',
    mutexGroups: [],
    priority: 50,
    caps: noCaps,
    budgetYuan: null,
    payers: [{ partyId: sellerId, share: '100%' }],
    giftShortage: 'owe',
    giftSubstitutes: [],
    giftPayYuan: null,
    rule: exampleOf(kind, endsAt, (name) => kinds.get(name)),
  };
  return values;
}

/** A written promotion as a form has it. */
export function valuesOf(promotion: PromotionDraft, kinds: Kinds): PromotionValues {
  const { hours, budgetFen, payers, rule, kind } = promotion;
  return {
    name: promotion.name,
    kind,
    startsAt: promotion.startsAt,
    endsAt: promotion.endsAt,
    isAllDay: hours === null,
    ...(hours ?? WHOLE_DAY),
    weekdays: promotion.weekdays,
    audience: promotion.audience,
    scope: promotion.scope,
    stacking: promotion.stacking,
    mutexGroups: promotion.mutexGroups,
    priority: promotion.priority,
    caps: promotion.caps,
    budgetYuan: budgetFen === null ? null : budgetFen / FEN_PER_YUAN,
    payers: payers.map(({ partyId, shareBp }) => ({ partyId, share: percentText(shareBp) })),
    giftShortage: promotion.giftShortage,
    giftSubstitutes: promotion.giftSubstitutes,
    giftPayYuan: promotion.giftPayE4 === null ? null : promotion.giftPayE4 / E4_PER_YUAN,
    rule: typedRuleOf(kinds.get(kind)?.fields ?? [], rule, (name) => kinds.get(name)),
  };
}

/** What a form holds, as it is sent; a kind that names its goods has no scope. */
export function draftOf(values: PromotionValues, promotionId: string, kinds: Kinds): PromotionDraft {
  const kind = kinds.get(values.kind);
  const { fromMinute, untilMinute } = values;
  return {
    promotionId,
    name: values.name.trim(),
    kind: values.kind,
    startsAt: values.startsAt,
    endsAt: values.endsAt,
    hours: values.isAllDay ? null : { fromMinute, untilMinute },
    weekdays: [...values.weekdays].sort((one, other) => one - other),
    audience: values.audience,
    scope: kind?.namesItsGoods ? wholeScope : values.scope,
    stacking: values.stacking,
    mutexGroups: [...values.mutexGroups],
    priority: values.priority,
    caps: capsOf(values.caps),
    budgetFen: values.budgetYuan === null ? null : Math.round(values.budgetYuan * FEN_PER_YUAN),
    payers: values.payers.map(({ partyId, share }) => ({ partyId, shareBp: bpOf(share) ?? 0 })),
    giftShortage: values.giftShortage,
    giftSubstitutes: values.giftShortage === 'substitute' ? [...values.giftSubstitutes] : [],
    giftPayE4:
      values.giftShortage === 'pay' && values.giftPayYuan != null
        ? Math.round(values.giftPayYuan * E4_PER_YUAN)
        : null,
    rule: ruleOf(kind?.fields ?? [], values.rule, (name) => kinds.get(name)),
  };
}

/** An emptied field of a form is undefined; the wire says null. */
const capsOf = (caps: Promotion['caps']): Promotion['caps'] => ({
  perOrder: caps.perOrder ?? null,
  perBuyer: caps.perBuyer ?? null,
  perBuyerDay: caps.perBuyerDay ?? null,
  perDay: caps.perDay ?? null,
  total: caps.total ?? null,
});

/** What the payers bear together, in basis points: must be all of it. */
export const sharesBp = (payers: PromotionValues['payers']) =>
  payers.reduce((total, payer) => total + (bpOf(payer.share ?? '') ?? 0), 0);

/** The same promotion as a new one, which nobody can confuse with it. */
export const copyOf = (values: PromotionValues): PromotionValues => ({
  ...values,
  name: `${values.name.slice(0, 57)} 副本`,
});
