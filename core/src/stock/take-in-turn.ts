import { sum } from '../platform/money';

/** A claim on goods that are short. */
export interface Claim {
  readonly id: string;
  /** All it wants. */
  readonly most: number;
  /** What it has, whatever the others get; not beyond `most`. */
  readonly keeps: number;
  readonly weight: number;
  /** Who of two that stand alike comes first: the lower. */
  readonly priority: number;
}

/**
 * Gives `supply`, beyond what everybody keeps, pack by pack to whose weight × most is the greatest over what it
 * would then have: the highest-averages method of D'Hondt and Jefferson (Balinski and Young, "Fair
 * Representation", 1982). The sequence of packs is the same whatever the supply, and ends at the first pack that
 * does not fit: so more goods give nobody less, and nobody gets less than its proportion in whole packs. The last
 * pack of a claim may be a part of one. Answers what each has in the end.
 */
export function takeInTurn(
  supply: number,
  claims: readonly Claim[],
  pack: number,
): ReadonlyMap<string, number> {
  const start = shareBefore(supply, claims, pack);
  const given = new Map(claims.map((claim) => [claim.id, sharesAt(claim, start, pack)]));
  let left = supply - sum(claims.map((claim) => costOf(claim, 0, given.get(claim.id) ?? 0)));
  const next = claims
    .flatMap((claim) => {
      const has = given.get(claim.id) ?? 0;
      const then = Math.min(claim.most, has + pack);
      return then > has && isReached(claim, then, start + 1n) ? [{ claim, has, then }] : [];
    })
    .sort(byTurn);
  for (const { claim, has, then } of next) {
    const cost = costOf(claim, has, then);
    if (cost > left) break;
    given.set(claim.id, then);
    left -= cost;
  }
  return new Map(claims.map(({ id, keeps }) => [id, Math.max(keeps, given.get(id) ?? 0)]));
}

/** A fraction of the whole, out of `whole`: at 0 nobody has a share, at `whole` everybody has all it wants. */
const whole = 1n << 60n;

/** The greatest fraction at which the shares still fit; between it and the next one each claim has one pack at most. */
function shareBefore(supply: number, claims: readonly Claim[], pack: number): bigint {
  const costAt = (fraction: bigint) =>
    sum(claims.map((claim) => costOf(claim, 0, sharesAt(claim, fraction, pack))));
  let [least, most] = [0n, whole];
  while (least < most) {
    const middle = (least + most + 1n) / 2n;
    if (costAt(middle) <= supply) least = middle;
    else most = middle - 1n;
  }
  return least;
}

const worthOf = ({ weight, most }: Claim) => BigInt(weight) * BigInt(most);

/** A claim's share at a fraction: whole packs of it, or all it wants. */
function sharesAt(claim: Claim, fraction: bigint, pack: number): number {
  const exact = (worthOf(claim) * fraction) / whole;
  if (exact >= BigInt(claim.most)) return claim.most;
  const units = Number(exact);
  return units - (units % pack);
}

const isReached = (claim: Claim, units: number, fraction: bigint) =>
  worthOf(claim) * fraction >= BigInt(units) * whole;

/** What raising a claim's share takes of the supply: nothing of what it keeps anyway. */
const costOf = ({ keeps }: Claim, from: number, to: number) => Math.max(keeps, to) - Math.max(keeps, from);

interface Step {
  readonly claim: Claim;
  readonly then: number;
}

function byTurn(one: Step, other: Step): number {
  const difference = worthOf(other.claim) * BigInt(one.then) - worthOf(one.claim) * BigInt(other.then);
  if (difference !== 0n) return difference > 0n ? 1 : -1;
  if (one.claim.priority !== other.claim.priority) return one.claim.priority - other.claim.priority;
  return one.claim.id < other.claim.id ? -1 : 1;
}
