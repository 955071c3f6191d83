import type { Instant } from '../../platform/clock';
import { type Fen, sum } from '../../platform/money';
import type { CartBuyer } from '../cart';
import { compilePromotion, type Goods } from '../compile-promotion';
import { type EarningLine, earnedOf } from '../earned-of';
import { isFor } from '../is-for-buyer';
import type { LaterKind, Near } from '../kind';
import type { Promotion, PromotionRule } from '../model';

/** Goods of one SKU that a buyer signed for in the window of a promotion, net of returns and without gifts. */
export type SignedGoods = Goods & EarningLine;

/** What a buyer did in the window of a promotion. */
export interface Signed {
  readonly buyer: CartBuyer;
  readonly goods: readonly SignedGoods[];
}

/** What a buyer has a right to, and by what. */
export interface Entitled {
  readonly promotionVersion: number;
  readonly quantity: number;
  readonly amountFen: Fen;
  readonly proofCount: number;
  readonly entitledFen: Fen;
}

/** What was settled before, and by which version. */
export interface SettledSoFar {
  readonly settledFen: Fen;
  /** The promotion as it stood at the last settlement; null when it is the version of today, or nothing was settled. */
  readonly lastPromotion: Promotion | null;
}

/**
 * What a buyer has a right to until now. Who has been paid stays in the promotion whatever becomes of its audience,
 * and a change of the rule takes nothing back: only returned goods do, by the rule they were paid by.
 */
export function entitle(
  promotion: Promotion,
  { buyer, goods }: Signed,
  proofCount: number,
  { settledFen, lastPromotion }: SettledSoFar,
): Entitled {
  const isMeant = settledFen > 0 || isFor(promotion.audience, buyer);
  const now = isMeant ? entitledBy(promotion, goods, proofCount) : nothingEntitled(promotion, proofCount);
  if (now.entitledFen >= settledFen || lastPromotion === null) return now;
  const before = entitledBy(lastPromotion, goods, proofCount);
  const keptFen = Math.min(settledFen, before.entitledFen);
  return keptFen > now.entitledFen ? { ...before, entitledFen: keptFen } : now;
}

/** What is missing for more; null when there is no more, or the promotion is not for the buyer. */
export function nextStep(
  promotion: Promotion,
  { buyer, goods }: Signed,
  proofCount: number,
  settledFen: Fen,
): Near | null {
  const compiled = compilePromotion(promotion);
  const isMeant = settledFen > 0 || isFor(promotion.audience, buyer);
  if (compiled?.lane !== 'later' || !isMeant) return null;
  const kind = compiled.kind as LaterKind<PromotionRule>;
  return kind.near(
    compiled.rule,
    earnedOf(
      goods.filter((one) => compiled.covers(one)),
      proofCount,
    ),
  );
}

function entitledBy(promotion: Promotion, goods: readonly SignedGoods[], proofCount: number): Entitled {
  const compiled = compilePromotion(promotion);
  if (compiled?.lane !== 'later') return nothingEntitled(promotion, proofCount);
  const kind = compiled.kind as LaterKind<PromotionRule>;
  const earned = earnedOf(
    goods.filter((one) => compiled.covers(one)),
    proofCount,
  );
  return {
    promotionVersion: promotion.version,
    quantity: earned.quantity,
    amountFen: earned.amountFen,
    proofCount,
    entitledFen: kind.earnedFen(compiled.rule, earned),
  };
}

const nothingEntitled = ({ version }: Promotion, proofCount: number): Entitled => ({
  promotionVersion: version,
  quantity: 0,
  amountFen: 0,
  proofCount,
  entitledFen: 0,
});

/** What settlements come to when a budget has so much left: those that take back count first, then buyers in turn. */
export function withinBudget(deltasFen: readonly Fen[], leftFen: number): readonly Fen[] {
  let left = leftFen - sum(deltasFen.filter((deltaFen) => deltaFen < 0));
  return deltasFen.map((deltaFen) => {
    if (deltaFen <= 0) return deltaFen;
    const paid = Math.max(0, Math.min(deltaFen, left));
    left -= paid;
    return paid;
  });
}

/** Goods are looked at so long after a promotion's end: what comes back until then is taken off. */
export const settledAfterDays = 90;

export interface Window {
  readonly from: Instant;
  /** Exclusive. */
  readonly until: Instant;
}

/** What is signed then counts: until the end, or until somebody stopped it. */
export const windowOf = ({ startsAt, endsAt }: Promotion, stoppedAt: Instant | null): Window => ({
  from: startsAt,
  until: Math.min(endsAt, stoppedAt ?? endsAt),
});
