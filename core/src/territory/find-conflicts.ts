import type { Day } from '../platform/clock';
import { areaCode, areaPrefix, closeness, liesWithin } from './areas';
import type { Grant } from './model';
import { excludesGoods, speaksOfGoods } from './resolve-place';

/** What is known of the SKUs that grants name. */
export interface KnownGoods {
  readonly id: string;
  readonly productLine: string;
  readonly category: string;
}

/** Where two grants of two sellers say the same thing of the same goods. */
export interface Overlap {
  readonly grantId: string;
  readonly sellerId: string;
  /** `conflict`: both exclusive, which may not be. `shared`: neither is. Else the exclusive one shuts the other out, or yields to it where that is closer. */
  readonly kind: 'conflict' | 'shared' | 'shutsOut' | 'shutOut';
  /** Codes of the areas both hold. */
  readonly areas: readonly string[];
  /** Product lines both hold, `*` when both hold all. */
  readonly productLines: readonly string[];
  /** SKUs both hold by name. */
  readonly skuIds: readonly string[];
  /** Empty is every channel. */
  readonly channels: readonly string[];
  readonly startsOn: Day;
  readonly endsOn: Day | null;
}

export type Goods = ReadonlyMap<string, KnownGoods>;

/** Exclusive grants the candidate would contradict: it may not be saved. */
export const findConflicts = (grants: readonly Grant[], candidate: Grant, goods: Goods): readonly Overlap[] =>
  findOverlaps(grants, candidate, goods).filter(({ kind }) => kind === 'conflict');

/**
 * Every other grant with which the candidate shares goods, area, channel and days, on one level; by id.
 * A permit overlaps with nothing, as it lets nothing through by itself.
 */
export function findOverlaps(grants: readonly Grant[], candidate: Grant, goods: Goods): readonly Overlap[] {
  return [...grants]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((grant) => overlapOf(candidate, grant, goods))
    .filter((overlap) => overlap !== null);
}

function overlapOf(candidate: Grant, other: Grant, goods: Goods): Overlap | null {
  if (other.id === candidate.id || other.sellerId === candidate.sellerId) return null;
  if (other.level !== candidate.level) return null;
  if (other.kind !== 'regular' || candidate.kind !== 'regular') return null;
  const days = sharedDays(candidate, other);
  const channels = sharedChannels(candidate.channels, other.channels);
  if (days === null || channels === null) return null;
  const { productLines, skuIds } = sharedGoods(candidate, other, goods);
  if (productLines.length === 0 && skuIds.length === 0) return null;
  const areas = sharedAreas(candidate, other);
  if (areas.length === 0) return null;
  return {
    grantId: other.id,
    sellerId: other.sellerId,
    kind: kindOf(candidate, other),
    areas,
    productLines,
    skuIds,
    channels,
    ...days,
  };
}

function kindOf(candidate: Grant, other: Grant): Overlap['kind'] {
  if (candidate.exclusive) return other.exclusive ? 'conflict' : 'shutsOut';
  return other.exclusive ? 'shutOut' : 'shared';
}

function sharedDays(a: Grant, b: Grant) {
  const startsOn = a.startsOn > b.startsOn ? a.startsOn : b.startsOn;
  const ends = [a.endsOn, b.endsOn].filter((day) => day !== null).sort();
  const endsOn = ends[0] ?? null;
  // A grant may have ended before it began; then it never was.
  return endsOn !== null && endsOn <= startsOn ? null : { startsOn, endsOn };
}

/** Null when they share none; empty when both serve every channel. */
function sharedChannels(a: readonly string[], b: readonly string[]): readonly string[] | null {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const shared = a.filter((channel) => b.includes(channel));
  return shared.length === 0 ? null : [...shared].sort();
}

/** A line or category that neither grant names stands for all of those. */
const unnamed = '\u0000';

/**
 * The lines in which some SKU nobody names lies in both grants, and the named SKUs that do. Any category may
 * occur in any line, and a SKU that is not known in any of them: what cannot be told apart is taken to overlap.
 */
function sharedGoods(a: Grant, b: Grant, goods: Goods) {
  const holds = (grant: Grant, asked: { skuId: string; productLine: string; category: string }) =>
    speaksOfGoods(grant, asked) && !excludesGoods(grant, asked);
  const lines = new Set(
    [a.productLine, b.productLine, unnamed].filter((line) => line !== '*' && line !== ''),
  );
  const categories = [
    unnamed,
    ...a.onlyCategories,
    ...b.onlyCategories,
    ...a.excludedCategories,
    ...b.excludedCategories,
  ];
  const bothHold = (skuId: string, productLine: string, category: string) => {
    const asked = { skuId, productLine, category };
    return holds(a, asked) && holds(b, asked);
  };
  const shared = [...lines].filter((line) =>
    categories.some((category) => bothHold(unnamed, line, category)),
  );
  const named = new Set([...a.includedSkuIds, ...b.includedSkuIds]);
  const skuIds = [...named].filter((skuId) => {
    const known = goods.get(skuId);
    if (known) return bothHold(skuId, known.productLine, known.category);
    return [...lines].some((line) => categories.some((category) => bothHold(skuId, line, category)));
  });
  return {
    productLines: shared.includes(unnamed) ? ['*'] : shared.sort(),
    skuIds: skuIds.sort(),
  };
}

interface Claim {
  readonly prefix: string;
  readonly isRemainder: boolean;
}

const claimsOf = ({ areas, remainderAreas }: Grant): readonly Claim[] => [
  ...areas.map((area) => ({ prefix: areaPrefix(area), isRemainder: false })),
  ...remainderAreas.map((area) => ({ prefix: areaPrefix(area), isRemainder: true })),
];

/** The areas in which both claims hold and neither grant excepts the whole. */
function sharedAreas(a: Grant, b: Grant): readonly string[] {
  const excepted = (grant: Grant) => grant.excludedAreas.map(areaPrefix);
  const shared = new Set<string>();
  for (const mine of claimsOf(a)) {
    for (const theirs of claimsOf(b)) {
      const prefix = meetingOf(mine, theirs);
      if (prefix === null) continue;
      // An exception speaks against its own grant unless the claim is closer than it.
      const lifted = (claim: Claim, grant: Grant) =>
        excepted(grant).some(
          (exception) => liesWithin(prefix, exception) && closeness(exception) >= closeness(claim.prefix),
        );
      if (!lifted(mine, a) && !lifted(theirs, b)) shared.add(areaCode(prefix));
    }
  }
  return [...shared].sort();
}

/** The smaller of two areas one of which lies in the other; null where a remainder gives way to the closer one. */
function meetingOf(a: Claim, b: Claim): string | null {
  const [inner, outer] = liesWithin(a.prefix, b.prefix) ? [a, b] : [b, a];
  if (!liesWithin(inner.prefix, outer.prefix)) return null;
  if (inner.prefix === outer.prefix) return inner.isRemainder === outer.isRemainder ? inner.prefix : null;
  return outer.isRemainder ? null : inner.prefix;
}
