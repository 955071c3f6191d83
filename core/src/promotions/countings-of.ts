import { bucketsOf, type Counted } from './count-keys';
import type { AppliedPromotion, Promotion } from './model';

/** Fen and uses that go into a count, or come out of it when they are negative. */
export interface Counting {
  readonly countId: string;
  readonly promotionId: string;
  readonly times: number;
  readonly costFen: number;
  /** How much the count may hold at most; null sets no bound. */
  readonly cap: number | null;
  /** How much it may cost at most; null sets no bound. */
  readonly budgetFen: number | null;
}

/** A promotion that an order uses. */
export interface PromotionTake {
  readonly promotion: Promotion;
  readonly counted: Counted;
  readonly applied: Omit<AppliedPromotion, 'countIds'>;
}

/** The counts an order changes, with what they may hold. */
export function countingsOf({ promotion, counted, applied }: PromotionTake): readonly Counting[] {
  return bucketsOf(promotion, counted).map(({ id, cap, counts }) => ({
    countId: id,
    promotionId: promotion.id,
    // A gate is passed once, however much it gives.
    times: counts === 'byEntity' ? 1 : applied.times,
    costFen: counts === 'total' ? applied.offFen + applied.giftFen : 0,
    cap,
    budgetFen: counts === 'total' ? promotion.budgetFen : null,
  }));
}
