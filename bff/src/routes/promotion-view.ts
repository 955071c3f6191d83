import {
  balanceWindowOf,
  type Channel,
  type Coupon,
  type Decision,
  describePromotion,
  explainQuote,
  type Field,
  mixedUnits,
  offeredGifts,
  type Offered,
  type Promotion,
  type PromotionDraft,
  type PromotionKind,
  type PromotionMeter,
  type Simulation,
  suggestAdd,
} from '@tongpan/core';
import type { ParsedOf, Contract } from '../contract';
import { at, atOrNull } from './wire';

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
    giftSubstitutes: [...promotion.giftSubstitutes],
    giftPayE4: promotion.giftPayE4,
    rule: promotion.rule as PromotionInput['rule'],
    label: describePromotion(promotion, { skuName }),
    used: meter.used,
    costFen: meter.costFen,
    warnedShare: warnedShareOf(promotion, meter),
  };
}

/** Of the budget as it is now: one that was raised has not been warned of yet. */
function warnedShareOf({ budgetFen }: Promotion, { warnings }: PromotionMeter): number | null {
  const shares = warnings.flatMap((one) => (one.budgetFen === budgetFen ? [one.share] : []));
  return shares.length === 0 ? null : Math.max(...shares);
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
  const lineOf = new Map(lines.map((line) => [line.sku.id, line]));
  const words = {
    skuName: (skuId: string) => lineOf.get(skuId)?.sku.name ?? giftNames.get(skuId) ?? '',
    quantity(skuId: string, quantity: number) {
      const line = lineOf.get(skuId);
      return line ? mixedUnits(quantity, line.caseUnit, line.caseFactor, line.sku.baseUnit) : `${quantity}件`;
    },
  };
  const looked = new Map(
    [...promotions.accepted, ...promotions.declined].map((one) => [one.player.compiled.promotion.id, one]),
  );
  const nextAddOf = (promotionId: string) => {
    const one = looked.get(promotionId);
    const add = one?.near ? suggestAdd(one.near, one.player.compiled, lines) : null;
    return (
      add && {
        skuId: add.skuId,
        skuName: words.skuName(add.skuId),
        quantity: add.quantity,
        mixedUnits: words.quantity(add.skuId, add.quantity),
      }
    );
  };
  const accepted = new Map(promotions.accepted.map((one) => [one.player.compiled.promotion.id, one]));
  return explainQuote(promotions, words).map(({ promotionId, name, label, isAccepted, said, next }) => {
    const one = isAccepted ? accepted.get(promotionId) : undefined;
    return {
      promotionId,
      name,
      kind: looked.get(promotionId)?.player.compiled.promotion.kind ?? '',
      label,
      isApplied: isAccepted,
      savedFen: (one?.offs ?? []).reduce((total, { offFen }) => total + offFen, one?.freightOffFen ?? 0),
      giftFen: one?.giftFen ?? 0,
      gifts: (one?.gifts ?? []).map(({ skuId, quantity }) => ({
        skuId,
        skuName: words.skuName(skuId),
        quantity,
      })),
      lines: one
        ? promotions.shares
            .filter((share) => share.promotionId === promotionId)
            .map(({ lineNo, offFen }) => ({ lineNo, offFen }))
        : [],
      words: said,
      nextStep: next,
      nextAdd: next === null ? null : nextAddOf(promotionId),
      giftChoice: viewGiftChoice(one ? offeredGifts(one) : null, words.skuName),
    };
  });
}

const viewGiftChoice = (choice: ReturnType<typeof offeredGifts>, skuName: NameOf) =>
  choice && {
    chooseCount: choice.chooseCount,
    options: choice.options.map(({ skuId, quantity, isChosen }) => ({
      skuId,
      skuName: skuName(skuId),
      quantity,
      isChosen,
    })),
  };

/** What a promotion would have done, for those who decide about it. */
export const viewSimulation = (simulation: Simulation) => ({
  orderCount: simulation.orderCount,
  ordersTouched: simulation.ordersTouched,
  discountFen: simulation.discountFen,
  giftFen: simulation.giftFen,
  costFen: simulation.costFen,
  byPayer: simulation.byPayer.map(({ partyId, fen }) => ({ partyId, fen })),
  buyersGainFen: simulation.buyersGainFen,
  breachCount: simulation.breaches.length,
  breaches: simulation.breaches
    .slice(0, shownBreaches)
    .map(({ orderId, lineNo, skuId, amountFen, floorFen }) => ({
      orderId,
      lineNo,
      skuId,
      amountFen,
      floorFen,
    })),
  budgetOutAt: atOrNull(simulation.budgetOutAt),
  marginBeforeFen: simulation.marginBeforeFen,
  marginAfterFen: simulation.marginAfterFen,
  linesWithoutCost: simulation.linesWithoutCost,
});

const shownBreaches = 50;

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
  balance: viewBalance(balanceWindowOf(promotion)),
});

const viewBalance = (window: ReturnType<typeof balanceWindowOf>) =>
  window && { from: at(window.from), until: at(window.until) };

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
