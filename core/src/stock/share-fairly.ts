import { sum } from '../platform/money';
import { shareInPacks } from './share-fairly-in-packs';

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
  /** Who gets the packs that proportion leaves over: the lower, the sooner. */
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
 * then segment after segment is served in full; the segment the goods run out in gets
 * floor(S·wᵢ·dᵢ/Σw·d) in whole packs, what is over goes by priority, then by the larger fraction, then by id.
 * `supply` is what is still here to give (free, or promised to one of these demands). A share is whole
 * packs, or all that was wanted. Run again after part of it was shipped, it answers the same totals.
 */
export function shareFairly(supply: number, demands: readonly ShareDemand[], pack: number): FairShares {
  const all = supply + sum(demands.map(({ shipped }) => shipped));
  const keeps = new Map(demands.map((demand) => [demand.id, keptOf(demand)]));
  const kept = new Map<string, number>();
  let given = shareBySegment(all, demands, pack);
  for (;;) {
    // Who would get less than it keeps is given just that, and the rest is shared again without it.
    const lacking = demands.filter(({ id }) => !kept.has(id) && (given.get(id) ?? 0) < (keeps.get(id) ?? 0));
    if (lacking.length === 0) break;
    for (const { id } of lacking) kept.set(id, keeps.get(id) ?? 0);
    const open = demands.filter(({ id }) => !kept.has(id));
    given = shareBySegment(all - sum(kept.values()), open, pack);
  }
  const quantityOf = (id: string) => kept.get(id) ?? given.get(id) ?? 0;
  const shares = demands.map(({ id, shipped }) => ({
    id,
    quantity: quantityOf(id),
    toGive: quantityOf(id) - shipped,
  }));
  return { shares, left: all - sum(shares.map(({ quantity }) => quantity)) };
}

/** Each segment in turn, out of what the ones before it left. */
function shareBySegment(supply: number, demands: readonly ShareDemand[], pack: number): Map<string, number> {
  const given = new Map<string, number>();
  let left = Math.max(0, supply);
  const segments = [...new Set(demands.map(({ segment }) => segment))].sort((one, other) => one - other);
  for (const segment of segments) {
    const claims = demands
      .filter((demand) => demand.segment === segment)
      .map(({ id, wanted, weight, priority }) => ({
        id,
        most: wanted,
        weight: Math.max(1, weight),
        priority,
      }));
    for (const [id, quantity] of shareInPacks(left, claims, Math.max(1, pack))) {
      given.set(id, quantity);
      left -= quantity;
    }
  }
  return given;
}

/** What a demand keeps before anything is shared. */
const keptOf = ({ wanted, shipped, promised, isProtected }: ShareDemand): number =>
  isProtected ? Math.max(shipped, Math.min(wanted, shipped + promised)) : shipped;
