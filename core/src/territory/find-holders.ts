import { isWithin, type Day } from '../platform/clock';
import { areaPrefix, closeness, liesWithin } from './areas';
import type { Grant } from './model';
import { servesChannel } from './resolve-place';

/** What a map is asked for; what is left out is not told apart. */
export interface HoldersQuestion {
  readonly on: Day;
  readonly productLine: string | null;
  readonly channel: string | null;
}

/** A distributor that is granted a division, or part of it. */
export interface Holder {
  readonly sellerId: string;
  readonly share: 'whole' | 'part';
  readonly exclusive: boolean;
  /** Granted only as far as nobody else is granted more closely. */
  readonly isRemainder: boolean;
}

interface Claim {
  readonly share: Holder['share'];
  readonly isRemainder: boolean;
}

/** Regular grants of whoever HQ supplies or stands below it: HQ itself is everywhere and would paint over all. */
const isOnMap = (grant: Grant, { on, productLine, channel }: HoldersQuestion): boolean =>
  grant.kind === 'regular' &&
  grant.level > 0 &&
  isWithin(on, grant.startsOn, grant.endsOn) &&
  (productLine === null || grant.productLine === '*' || grant.productLine === productLine) &&
  (channel === null || servesChannel(grant, channel));

/** What a grant says of a division as a whole; null where it says nothing or takes all of it out. */
function claimOn(grant: Grant, division: string): Claim | null {
  const excepted = grant.excludedAreas.map(areaPrefix);
  const claims = [
    ...grant.areas.map((area) => ({ prefix: areaPrefix(area), isRemainder: false })),
    ...grant.remainderAreas.map((area) => ({ prefix: areaPrefix(area), isRemainder: true })),
  ].filter(({ prefix }) => {
    const inner = prefix.length > division.length ? prefix : division;
    // As close or closer, an exception speaks against the claim.
    return !excepted.some((area) => liesWithin(inner, area) && closeness(area) >= closeness(prefix));
  });
  const over = claims.filter(({ prefix }) => liesWithin(division, prefix));
  const below = claims.filter(({ prefix }) => prefix !== division && liesWithin(prefix, division));
  if (over.length + below.length === 0) return null;
  const isHoled = excepted.some((area) => area !== division && liesWithin(area, division));
  const told = over.length > 0 ? over : below;
  return {
    share: over.length > 0 && !isHoled ? 'whole' : 'part',
    isRemainder: told.every(({ isRemainder }) => isRemainder),
  };
}

/**
 * Who is granted a division, each seller once, by id. Several may be: what an order comes to depends on its goods as
 * well, and is asked of `checkPassage`.
 */
export function findHolders(
  grants: readonly Grant[],
  divisionCode: string,
  question: HoldersQuestion,
): readonly Holder[] {
  const division = areaPrefix(divisionCode);
  const holders = new Map<string, Holder>();
  for (const grant of grants.filter((one) => isOnMap(one, question))) {
    const claim = claimOn(grant, division);
    if (claim === null) continue;
    const known = holders.get(grant.sellerId);
    holders.set(grant.sellerId, {
      sellerId: grant.sellerId,
      share: claim.share === 'whole' || known?.share === 'whole' ? 'whole' : 'part',
      exclusive: grant.exclusive || (known?.exclusive ?? false),
      isRemainder: claim.isRemainder && (known?.isRemainder ?? true),
    });
  }
  return [...holders.values()].sort((a, b) => (a.sellerId < b.sellerId ? -1 : 1));
}
