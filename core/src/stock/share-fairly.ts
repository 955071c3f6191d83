import { sum } from '../platform/money';
import { type Claim, takeInTurn } from './take-in-turn';

/** What one order line wants of goods that are short. */
export interface ShareDemand {
  /** Tells demands apart, and orders equals. */
  readonly id: string;
  /** All the line wants, shipped or not; base units. */
  readonly wanted: number;
  /** What has left already: it is never taken back. */
  readonly shipped: number;
  /** What is promised and still here. */
  readonly promised: number;
  /** 保护订单: keeps what it is promised, whoever else goes without. */
  readonly isProtected: boolean;
  /** 优先级: 1 is served in full before 2 gets anything. */
  readonly segment: number;
  /** How much a unit of its demand counts beside the others of its segment; at least 1. */
  readonly weight: number;
  /** Who of two that stand alike gets a pack first: the lower. */
  readonly priority: number;
}

export interface Share {
  readonly id: string;
  /** All it gets, shipped or not: shipped + (the protected promise) ≤ quantity ≤ wanted. */
  readonly quantity: number;
  /** What of it is still to be promised or shipped. */
  readonly toGive: number;
}

export interface FairShares {
  /** In the order the demands came. */
  readonly shares: readonly Share[];
  /** What nobody gets: the demands are met, or less than a pack is left. */
  readonly left: number;
}

/**
 * Shares goods that are short: shipped goods stay where they are, protected orders keep their promises,
 * then segment after segment is served in full; the segment the goods run out in shares by weight × wanted, in
 * whole packs or all that was wanted. `supply` is what is still here to give (free, or promised to one of these
 * demands). Run again after part of it was shipped, it answers the same totals; more goods give nobody less.
 */
export function shareFairly(supply: number, demands: readonly ShareDemand[], pack: number): FairShares {
  const all = supply + sum(demands.map(({ shipped }) => shipped));
  const keeps = sum(demands.map(keptOf));
  const given = new Map<string, number>();
  let left = all - keeps;
  let isOver = false;
  const segments = [...new Set(demands.map(({ segment }) => segment))].sort((one, other) => one - other);
  for (const segment of segments) {
    const claims = demands.filter((demand) => demand.segment === segment).map(claimOf);
    const shares = isOver ? new Map<string, number>() : takeInTurn(left, claims, Math.max(1, pack));
    for (const { id, keeps: kept, most } of claims) {
      const quantity = shares.get(id) ?? kept;
      given.set(id, quantity);
      left -= quantity - kept;
      // Less than a pack may be left: it never goes to a later segment.
      if (quantity < most) isOver = true;
    }
  }
  const shares = demands.map(({ id, shipped }) => {
    const quantity = given.get(id) ?? 0;
    return { id, quantity, toGive: quantity - shipped };
  });
  return { shares, left };
}

const claimOf = (demand: ShareDemand): Claim => ({
  id: demand.id,
  most: demand.wanted,
  keeps: keptOf(demand),
  weight: Math.max(1, demand.weight),
  priority: demand.priority,
});

/** What a demand keeps before anything is shared. */
const keptOf = ({ wanted, shipped, promised, isProtected }: ShareDemand): number =>
  isProtected ? Math.max(shipped, Math.min(wanted, shipped + promised)) : shipped;
