import { dayOf, type Instant } from '../platform/clock';
import { kindOf } from './kinds/all-kinds';
import type { Promotion, PromotionCount, PromotionUse } from './model';

/** Whom and when an order counts for. */
export interface Counted {
  readonly buyerId: string;
  /** The legal entity of the buyer: stores under one licence are one customer to what is given once. */
  readonly entityId: string;
  readonly at: Instant;
}

interface Bucket {
  /** The row of the count. */
  readonly id: string;
  /** How much it may hold at most; null sets no bound. */
  readonly cap: number | null;
  readonly counts: 'total' | 'today' | 'byBuyer' | 'byBuyerToday' | 'byEntity';
}

/** The counts that a promotion's caps and budget ask for; one without limits keeps none. */
export function bucketsOf(promotion: Promotion, { buyerId, entityId, at }: Counted): readonly Bucket[] {
  const { id, caps, budgetFen, kind } = promotion;
  const buckets: Bucket[] = [];
  if (caps.total !== null || budgetFen !== null) {
    buckets.push({ id: `${id} all`, cap: caps.total, counts: 'total' });
  }
  if (caps.perDay !== null) buckets.push({ id: `${id} ${dayOf(at)}`, cap: caps.perDay, counts: 'today' });
  if (caps.perBuyer !== null) {
    buckets.push({ id: `${id} b ${buyerId}`, cap: caps.perBuyer, counts: 'byBuyer' });
  }
  if (caps.perBuyerDay !== null) {
    buckets.push({ id: `${id} b ${buyerId} ${dayOf(at)}`, cap: caps.perBuyerDay, counts: 'byBuyerToday' });
  }
  // What another kind gates is given once to a legal entity, however often it orders at the same moment.
  if (kindOf(kind)?.lane === 'asInner') {
    buckets.push({ id: `${id} e ${entityId}`, cap: 1, counts: 'byEntity' });
  }
  return buckets;
}

/** What is used up, as the counts say. */
export function useOf(
  buckets: readonly Bucket[],
  countOf: (countId: string) => Pick<PromotionCount, 'used' | 'costFen'> | undefined,
): PromotionUse {
  const use = { byBuyer: 0, byBuyerToday: 0, today: 0, total: 0, costFen: 0 };
  for (const { id, counts } of buckets) {
    // What is given once is asked of the orders there are; its count only guards the write.
    if (counts === 'byEntity') continue;
    const count = countOf(id);
    use[counts] = count?.used ?? 0;
    if (counts === 'total') use.costFen = count?.costFen ?? 0;
  }
  return use;
}
