import { isWithin } from '../platform/clock';
import { capacityAt, checkAbsorption } from './check-absorption';
import { coversPlace, areaPrefix } from './areas';
import { findBorder } from './find-border';
import type { Grant } from './model';
import type { BlockReason, Passage, PassageAnswer, PassageFinding, ReviewReason, Territory } from './passage';
import { policyOn } from './policy-on';
import { excludesGoods, isInForce, type Resolution } from './resolve-place';
import { resolveUnknownTown } from './resolve-unknown-town';

/** Blocks that another place would lift: what is said of a place that is not sure cannot be the last word. */
const placeBound: ReadonlySet<BlockReason> = new Set(['area', 'excludedArea', 'exclusive', 'remainder']);

/**
 * Whether a seller may send goods where they are to go. Grants decide (`resolvePlace`). What they give
 * passes, unless the place is not sure or the area has taken too much already; what they do not give is
 * blocked, unless a chain's delivery centre is excepted, a permit covers it, the place is not sure, or it
 * lies at the border: then a person looks. An unsure place never lifts a block of line, channel or day.
 */
export function checkPassage(territory: Territory, passage: Passage): PassageAnswer {
  const resolution = resolveUnknownTown(territory.grants, passage);
  const doubt = doubtOf(passage) ?? (resolution.townMatters ? townDoubt(passage) : null);
  if (resolution.may) {
    const finding = { reason: 'granted', grantId: resolution.grant.id, numbers: {} } as const;
    return withLooks('pass', finding, [doubt, absorptionOf(territory, passage)]);
  }
  const excepted = chainDeliveryFor(territory, passage);
  if (excepted) return withLooks('pass', excepted, [absorptionOf(territory, passage)]);

  const permit = permitFor(territory.grants, passage);
  const isPlaceBound = placeBound.has(resolution.reason);
  const border = isPlaceBound && !doubt ? findBorder(territory, passage) : null;
  const looks = [permit?.reason === 'permit' ? permit : null, isPlaceBound ? doubt : null, border].filter(
    (finding) => finding !== null,
  );
  const [first] = looks;
  if (!first) return { answer: 'block', ...(permit ?? blockedBy(resolution, passage)), also: [] };
  return withLooks('review', first, [...looks.slice(1), absorptionOf(territory, passage)]);
}

/** A pass that somebody should look at becomes a review, which leads with what there is to look at. */
function withLooks(
  answer: 'pass' | 'review',
  finding: PassageFinding,
  looks: readonly (PassageFinding | null)[],
): PassageAnswer {
  const { reason, grantId, numbers } = finding;
  if (looks.every((look) => look === null)) return { answer, reason, grantId, numbers, also: [] };
  const [first, ...rest] = looks.filter((look) => look !== null);
  if (!first) throw new Error('a look that is none');
  if (answer === 'review') return { answer, ...finding, also: [first, ...rest] };
  return { answer: 'review', ...first, grantId: first.grantId ?? finding.grantId, also: rest };
}

const look = (reason: ReviewReason, numbers: PassageFinding['numbers']): PassageFinding => ({
  reason,
  grantId: null,
  numbers,
});

/** What keeps the place from being sure: the geocoded address counts, not the typed one. */
function doubtOf({ geocode, regionCode, townCode, pointRegionCode }: Passage): PassageFinding | null {
  if (geocode === 'unclear') return look('geocodeUnclear', { regionCode });
  const other =
    pointRegionCode && pointRegionCode !== regionCode
      ? pointRegionCode
      : townCode !== null && !coversPlace(areaPrefix(townCode.slice(0, 6)), { regionCode, townCode })
        ? townCode
        : null;
  return other === null ? null : look('geocodeMismatch', { regionCode, otherRegionCode: other });
}

const townDoubt = ({ regionCode }: Passage) => look('townUnknown', { regionCode });

function absorptionOf({ capacities, policies }: Territory, passage: Passage): PassageFinding | null {
  if (!passage.absorption) return null;
  const capacity = capacityAt(capacities, passage, passage.productLine);
  if (!capacity) return null;
  const { quantity30Days } = passage.absorption;
  const { absorptionBp } = policyOn(policies, passage.sellerId, passage.on);
  const { sellOutQuantity, stockTargetQuantity, areaCode } = capacity;
  const answer = checkAbsorption({ quantity30Days, sellOutQuantity, stockTargetQuantity, absorptionBp });
  if (answer.overQuantity === 0) return null;
  return look('absorption', { areaCode, quantity30Days, ...answer, sellOutQuantity, stockTargetQuantity });
}

/** A delivery centre stands in for the area alone: the seller must hold the goods for the channel and day somewhere. */
function chainDeliveryFor({ chainDeliveries, grants }: Territory, passage: Passage): PassageFinding | null {
  const exception = chainDeliveries.find(
    ({ chainId, addressId, sellerId, startsOn, endsOn }) =>
      chainId === passage.buyerId &&
      addressId === passage.addressId &&
      (sellerId === '*' || sellerId === passage.sellerId) &&
      isWithin(passage.on, startsOn, endsOn),
  );
  if (!exception) return null;
  const held = grants
    .filter(({ sellerId, kind }) => sellerId === passage.sellerId && kind === 'regular')
    .filter((grant) => isInForce(grant, passage) && !excludesGoods(grant, passage))
    .sort((a, b) => (a.id < b.id ? -1 : 1))[0];
  if (!held) return null;
  return { reason: 'chainDelivery', grantId: held.id, numbers: { exceptionId: exception.id } };
}

const roomOf = ({ quantityCap, usedQuantity }: Grant) =>
  quantityCap === null ? Infinity : quantityCap - usedQuantity;

/** The permit that has room for the goods and ends first; else the one with most room, used up. */
function permitFor(grants: readonly Grant[], passage: Passage): PassageFinding | null {
  const covering = grants.filter(
    (grant) =>
      grant.kind === 'temporary' &&
      grant.sellerId === passage.sellerId &&
      isInForce(grant, passage) &&
      !excludesGoods(grant, passage) &&
      grant.areas.some((area) => coversPlace(areaPrefix(area), passage)) &&
      !grant.excludedAreas.some((area) => coversPlace(areaPrefix(area), passage)),
  );
  const usable = covering
    .filter((grant) => roomOf(grant) >= passage.quantity)
    .sort((a, b) => ((a.endsOn ?? '9') + a.id < (b.endsOn ?? '9') + b.id ? -1 : 1))[0];
  const permit = usable ?? covering.sort((a, b) => roomOf(b) - roomOf(a) || (a.id < b.id ? -1 : 1))[0];
  if (!permit) return null;
  const { quantityCap, endsOn } = permit;
  return {
    reason: usable ? 'permit' : 'permitUsedUp',
    grantId: permit.id,
    numbers: {
      quantity: passage.quantity,
      ...(quantityCap === null ? {} : { quantityCap, leftQuantity: Math.max(0, roomOf(permit)) }),
      ...(endsOn === null ? {} : { endsOn }),
    },
  };
}

function blockedBy(resolution: Resolution & { readonly may: false }, passage: Passage): PassageFinding {
  const { reason, grant } = resolution;
  const { regionCode, channel, productLine } = passage;
  const hasEnded = grant !== null && grant.endsOn !== null && grant.endsOn <= passage.on;
  const days = grant && { startsOn: grant.startsOn, ...(hasEnded && { endedOn: grant.endsOn ?? '' }) };
  const numbers = {
    regionCode: passage.townCode ?? regionCode,
    channel,
    productLine,
    ...(reason === 'date' ? days : null),
  };
  return { reason, grantId: grant?.id ?? null, numbers };
}
