import type { Party } from '../../partners';
import type { Fen } from '../../platform/money';
import { coversArea } from '../../territory/rules';
import type { ChargeWay, DeliveryReason, DeliveryRule, DeliveryTerms } from './model';

/** An order as its delivery is charged. */
export interface Delivery {
  readonly buyer: Pick<Party, 'id' | 'channel'>;
  readonly regionCode: string;
  /** What the goods cost after thresholds and coupons. */
  readonly goodsFen: Fen;
  readonly weightGrams: number;
  readonly cases: number;
  readonly isPickup: boolean;
}

/** What delivery costs, in fen, and why. */
export interface DeliveryCharge {
  readonly version: number;
  readonly chargeFen: Fen;
  readonly isPickup: boolean;
  readonly offersPickup: boolean;
  readonly reason: DeliveryReason;
  /** 再买多少免运费: what is missing in goods until nothing is charged; null where no amount makes it free. */
  readonly missingFen: Fen | null;
}

/** The version that holds at an instant; the later one of two that start together. */
export const deliveryTermsAt = (versions: readonly DeliveryTerms[], at: number): DeliveryTerms | null =>
  versions.reduce<DeliveryTerms | null>(
    (best, one) =>
      one.startsAt <= at &&
      (!best ||
        one.startsAt > best.startsAt ||
        (one.startsAt === best.startsAt && one.version > best.version))
        ? one
        : best,
    null,
  );

/**
 * What a seller charges for delivering an order. The nearest rule counts: a buyer's own before a division's, the
 * smaller division first, before a channel's, before everybody's. Total: where no rule fits nothing is charged.
 */
export function chargeDelivery(terms: DeliveryTerms, delivery: Delivery): DeliveryCharge {
  const { version, allowsPickup: offersPickup } = terms;
  const isPickup = offersPickup && delivery.isPickup;
  const nothing = { version, chargeFen: 0, isPickup, offersPickup, missingFen: null };
  if (isPickup) return { ...nothing, reason: 'pickup' };
  const rule = nearestRule(terms.rules, delivery);
  if (!rule) return { ...nothing, reason: 'noRule' };
  const { freeFromFen, charge } = rule;
  if (freeFromFen !== null && delivery.goodsFen >= freeFromFen) return { ...nothing, reason: 'free' };
  const chargeFen = chargeBy(charge, delivery);
  if (chargeFen === 0) return { ...nothing, reason: 'free' };
  const freeAtFen = freeAt(rule);
  return {
    ...nothing,
    chargeFen,
    reason: charge.kind,
    missingFen: freeAtFen === null || freeAtFen <= delivery.goodsFen ? null : freeAtFen - delivery.goodsFen,
  };
}

function nearestRule(
  rules: readonly DeliveryRule[],
  { buyer, regionCode }: Delivery,
): DeliveryRule | undefined {
  const fitting = rules.filter(
    (rule) =>
      (rule.buyerId === null || rule.buyerId === buyer.id) &&
      (rule.channel === null || rule.channel === buyer.channel) &&
      (rule.regionCode === null || coversArea(rule.regionCode, regionCode)),
  );
  // Of rules that are as near the one that was written first counts.
  return [...fitting].sort((left, right) => nearness(right) - nearness(left))[0];
}

/** A buyer outweighs any division, and a division any channel. */
const nearness = ({ buyerId, regionCode, channel }: DeliveryRule) =>
  (buyerId === null ? 0 : 100) + divisionDepth(regionCode) * 10 + (channel === null ? 0 : 1);

/** 0 without a division, then 1 for a province, 2 for a city, 3 for a district. */
const divisionDepth = (regionCode: string | null) =>
  regionCode === null ? 0 : regionCode.replace(/(00)+$/, '').length / 2;

function chargeBy(charge: ChargeWay, { goodsFen, weightGrams, cases }: Delivery): Fen {
  if (charge.kind === 'amount') {
    return charge.steps.reduce(
      (best, step) => (step.fromFen <= goodsFen && step.fromFen >= best.fromFen ? step : best),
      { fromFen: 0, chargeFen: 0 },
    ).chargeFen;
  }
  const measure = charge.kind === 'weight' ? weightGrams : cases;
  const beyond = Math.max(0, measure - charge.first);
  return charge.firstFen + Math.ceil(beyond / charge.further) * charge.furtherFen;
}

/** From what amount of goods on nothing is charged; null where none makes it free. */
function freeAt({ freeFromFen, charge }: DeliveryRule): Fen | null {
  const last = charge.kind === 'amount' ? [...charge.steps].sort((a, b) => b.fromFen - a.fromFen)[0] : null;
  const byStep = last?.chargeFen === 0 ? last.fromFen : null;
  if (freeFromFen === null || byStep === null) return freeFromFen ?? byStep;
  return Math.min(freeFromFen, byStep);
}
