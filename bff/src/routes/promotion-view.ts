import {
  type Channel,
  type Coupon,
  type Decision,
  describePromotion,
  explainAccepted,
  explainDeclined,
  explainNear,
  type Field,
  type Offered,
  type Promotion,
  type PromotionDraft,
  type PromotionKind,
  type PromotionMeter,
} from '@tongpan/core';
import type { ParsedOf, Contract } from '../contract';
import { at } from './wire';

type PromotionInput = ParsedOf<Contract['promotions']['put']>['promotion'];

/** A promotion as it comes in: times are instants inside. */
export function readPromotion({ promotionId, startsAt, endsAt, ...rest }: PromotionInput): PromotionDraft {
  return { ...rest, id: promotionId, startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) };
}

type NameOf = (skuId: string) => string;

/** A promotion as its seller sees it, and how much of it is used. */
export function viewPromotion(promotion: Promotion, meter: PromotionMeter, skuName: NameOf) {
  const { id, startsAt, endsAt, audience } = promotion;
  return {
    promotionId: id,
    version: promotion.version,
    state: promotion.state,
    name: promotion.name,
    kind: promotion.kind,
    startsAt: at(startsAt),
    endsAt: at(endsAt),
    hours: promotion.hours,
    weekdays: [...promotion.weekdays],
    audience: {
      levels: [...audience.levels],
      regionPrefixes: [...audience.regionPrefixes],
      channels: audience.channels as Channel[],
      groupIds: [...audience.groupIds],
      buyerIds: [...audience.buyerIds],
      excludedBuyerIds: [...audience.excludedBuyerIds],
    },
    scope: {
      skuIds: [...promotion.scope.skuIds],
      categories: [...promotion.scope.categories],
      brands: [...promotion.scope.brands],
      productLines: [...promotion.scope.productLines],
      excludedSkuIds: [...promotion.scope.excludedSkuIds],
    },
    stacking: promotion.stacking,
    mutexGroups: [...promotion.mutexGroups],
    priority: promotion.priority,
    caps: promotion.caps,
    budgetFen: promotion.budgetFen,
    payers: promotion.payers.map(({ partyId, shareBp }) => ({ partyId, shareBp })),
    giftShortage: promotion.giftShortage,
    rule: promotion.rule as PromotionInput['rule'],
    label: describePromotion(promotion, { skuName }),
    used: meter.used,
    costFen: meter.costFen,
  };
}

/** A kind as a form asks for it. */
export const viewKind = (kind: PromotionKind) => ({
  kind: kind.name,
  title: kind.title,
  lane: kind.lane,
  counts: kind.counts,
  namesItsGoods: kind.namesItsGoods === true,
  example: kind.example as PromotionInput['rule'],
  fields: kind.fields.map((field) => ({ ...viewField(field), rows: (field.rows ?? []).map(viewField) })),
});

const viewField = ({ name, title, type, isOptional, min, max, choices, onlyIf }: Field) => ({
  name,
  title,
  type,
  isOptional: isOptional === true,
  min: min ?? null,
  max: max ?? null,
  choices: (choices ?? []).map((choice) => ({ value: choice.value, title: choice.title })),
  onlyIf: onlyIf ? { name: onlyIf.name, is: [...onlyIf.is] } : null,
});

/** What promotions do to a basket, and what they do not do, in words. */
export function viewQuotedPromotions({ promotions, giftNames, lines }: Decision) {
  if (!promotions) return [];
  const skus = new Map(lines.map(({ sku }) => [sku.id, sku]));
  const names = {
    skuName: (skuId: string) => skus.get(skuId)?.name ?? giftNames.get(skuId) ?? '',
    promotionName: (id: string) =>
      [...promotions.accepted, ...promotions.declined].find(
        ({ player }) => player.compiled.promotion.id === id,
      )?.player.compiled.promotion.name ?? '',
  };
  const headOf = (promotion: Promotion) => ({
    promotionId: promotion.id,
    name: promotion.name,
    kind: promotion.kind,
    label: describePromotion(promotion, names),
  });
  return [
    ...promotions.accepted.map((one) => {
      const { promotion } = one.player.compiled;
      return {
        ...headOf(promotion),
        isApplied: true,
        savedFen: one.offs.reduce((total, { offFen }) => total + offFen, one.freightOffFen),
        giftFen: one.giftFen,
        gifts: one.gifts.map(({ skuId, quantity }) => ({ skuId, skuName: names.skuName(skuId), quantity })),
        lines: promotions.shares
          .filter(({ promotionId }) => promotionId === promotion.id)
          .map(({ lineNo, offFen }) => ({ lineNo, offFen })),
        words: explainAccepted(one, names),
        nextStep: one.near && explainNear(one.near, names),
      };
    }),
    ...promotions.declined.map((one) => ({
      ...headOf(one.player.compiled.promotion),
      isApplied: false,
      savedFen: 0,
      giftFen: 0,
      gifts: [],
      lines: [],
      words: explainDeclined(one, names),
      nextStep: one.near && explainNear(one.near, names),
    })),
  ];
}

/** A promotion as a buyer is told of it. */
export const viewOffer = ({ promotion, label, isClaimable }: Offered) => ({
  promotionId: promotion.id,
  name: promotion.name,
  kind: promotion.kind,
  label,
  startsAt: at(promotion.startsAt),
  endsAt: at(promotion.endsAt),
  skuIds: [...promotion.scope.skuIds],
  isClaimable,
});

/** A coupon in its owner's wallet. */
export const viewCoupon = (
  coupon: Coupon,
  { sellerId, name }: Pick<Promotion, 'sellerId' | 'name'>,
  label: string,
  now: number,
) => ({
  couponId: coupon.id,
  promotionId: coupon.promotionId,
  supplierId: sellerId,
  name,
  label,
  state: coupon.state === 'open' && coupon.expiresAt <= now ? ('expired' as const) : coupon.state,
  claimedAt: at(coupon.claimedAt),
  expiresAt: at(coupon.expiresAt),
  orderId: coupon.orderId,
});
