import type { Promotion } from './model';

const isExclusive = ({ stacking }: Promotion) => stacking !== 'stack';

/** Two promotions that a buyer may meet at once and that cannot both count for it. */
export interface PromotionConflict {
  readonly promotionId: string;
  readonly name: string;
  /** A common mutex group, or one of the two that excludes others. */
  readonly why: 'mutexGroup' | 'exclusive';
  /** True when the other one comes first because of its priority. */
  readonly yields: boolean;
}

/** The promotions that stand against one: windows, audiences and goods touch, and they exclude each other. */
export function conflictsWith(
  promotion: Promotion,
  others: readonly Promotion[],
): readonly PromotionConflict[] {
  return others.flatMap((other): PromotionConflict[] => {
    if (other.id === promotion.id || !mayMeet(promotion, other)) return [];
    const shares = promotion.mutexGroups.some((group) => other.mutexGroups.includes(group));
    const excludes = isExclusive(promotion) || isExclusive(other);
    if (!shares && !excludes) return [];
    return [
      {
        promotionId: other.id,
        name: other.name,
        why: shares ? 'mutexGroup' : 'exclusive',
        yields: other.priority > promotion.priority,
      },
    ];
  });
}

function mayMeet(one: Promotion, other: Promotion): boolean {
  return (
    one.startsAt < other.endsAt &&
    other.startsAt < one.endsAt &&
    touch(one.audience.levels, other.audience.levels) &&
    touch(one.audience.channels, other.audience.channels) &&
    touch(one.audience.buyerIds, other.audience.buyerIds) &&
    touchRegions(one.audience.regionPrefixes, other.audience.regionPrefixes) &&
    touchGoods(one.scope, other.scope)
  );
}

/** An empty list is everybody. */
const touch = <Value>(one: readonly Value[], other: readonly Value[]) =>
  one.length === 0 || other.length === 0 || one.some((value) => other.includes(value));

const touchRegions = (one: readonly string[], other: readonly string[]) =>
  one.length === 0 ||
  other.length === 0 ||
  one.some((area) => other.some((place) => area.startsWith(place) || place.startsWith(area)));

/** Goods named by different kinds of names may be the same; only lists of one kind can be seen to be apart. */
function touchGoods(one: Promotion['scope'], other: Promotion['scope']): boolean {
  const named = ['skuIds', 'categories', 'brands', 'productLines'] as const;
  const namesOf = (scope: Promotion['scope']) => named.filter((name) => scope[name].length > 0);
  const [names, others] = [namesOf(one), namesOf(other)];
  const areAlike = names.length === 1 && others.length === 1 && names[0] === others[0];
  return !areAlike || touch(one[names[0] as 'skuIds'], other[names[0] as 'skuIds']);
}
