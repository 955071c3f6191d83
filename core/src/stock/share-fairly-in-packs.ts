import { sum } from '../platform/money';

/** A claim on a share: it gets at most `most`, and short of that by weight × most. */
export interface Claim {
  readonly id: string;
  readonly most: number;
  readonly weight: number;
  readonly priority: number;
}

/** A claim and its exact share, as a fraction of two integers. */
interface Portion {
  readonly claim: Claim;
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * Shares `supply` by weight × claim, in whole packs; what the packs leave over goes by priority, then by the
 * larger fraction of a pack, then by id, a pack each. A claim that is met in full need not be whole packs.
 */
export function shareInPacks(
  supply: number,
  claims: readonly Claim[],
  pack: number,
): ReadonlyMap<string, number> {
  if (sum(claims.map(({ most }) => most)) <= supply) return new Map(claims.map(({ id, most }) => [id, most]));
  const portions = exactPortions(supply, claims);
  const given = new Map(portions.map((portion) => [portion.claim.id, inPacks(portion, pack)]));
  let left = supply - sum(given.values());
  const waiting = [...portions].sort((one, other) => comparePortions(one, other, pack));
  for (let gave = true; gave && left > 0;) {
    gave = false;
    for (const { claim } of waiting) {
      const has = given.get(claim.id) ?? 0;
      const step = Math.min(pack, claim.most - has);
      if (step <= 0 || step > left) continue;
      given.set(claim.id, has + step);
      left -= step;
      gave = true;
    }
  }
  return given;
}

/** The shares before packs. Who would get more than it claims gets its claim, and the rest is shared again. */
function exactPortions(supply: number, claims: readonly Claim[]): readonly Portion[] {
  const met = new Set<string>();
  for (;;) {
    const open = claims.filter(({ id }) => !met.has(id));
    const rest = BigInt(supply - sum(claims.flatMap(({ id, most }) => (met.has(id) ? [most] : []))));
    const total = open.reduce((weights, claim) => weights + weightOf(claim), 0n);
    // Compared as multiples of `total`, so that no fraction is ever rounded.
    const over = open.filter((claim) => rest * weightOf(claim) > BigInt(claim.most) * total);
    if (over.length === 0) {
      return claims.map((claim) =>
        met.has(claim.id) || total === 0n
          ? { claim, numerator: BigInt(claim.most), denominator: 1n }
          : { claim, numerator: rest * weightOf(claim), denominator: total },
      );
    }
    for (const { id } of over) met.add(id);
  }
}

const weightOf = ({ weight, most }: Claim) => BigInt(weight) * BigInt(most);

/** Whole packs of an exact share, or all of it where all is given. */
function inPacks({ claim, numerator, denominator }: Portion, pack: number): number {
  const whole = Number(numerator / denominator);
  return whole >= claim.most ? claim.most : whole - (whole % pack);
}

function comparePortions(one: Portion, other: Portion, pack: number): number {
  if (one.claim.priority !== other.claim.priority) return one.claim.priority - other.claim.priority;
  const [left, right] = [remainderOf(one, pack), remainderOf(other, pack)];
  const difference = right * one.denominator - left * other.denominator;
  if (difference !== 0n) return difference > 0n ? 1 : -1;
  return one.claim.id < other.claim.id ? -1 : 1;
}

/** What of a share is beyond its whole packs, over the share's own denominator. */
const remainderOf = ({ numerator, denominator }: Portion, pack: number) =>
  numerator % (BigInt(pack) * denominator);
