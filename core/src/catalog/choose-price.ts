import { type Day, isWithin } from '../platform/clock';
import { liesIn } from '../platform/regions';
import type { BuyerScope, ListedPrice, PriceList, PriceListKind } from './price-model';

/** What of a buyer a price list may ask for. */
export interface PriceBuyer {
  readonly id: string;
  readonly level: number;
  readonly regionCode: string;
  readonly channel: string;
}

/** The key prices are looked up by. */
export const priceKey = (sellerId: string, skuId: string) => `${sellerId} ${skuId}`;

/** First hit wins: the nearer a list stands to the buyer, the earlier it is asked. */
export const lookupOrder: readonly PriceListKind[] = [
  'customer',
  'group',
  'levelRegionChannel',
  'region',
  'level',
  'standard',
];

/** Why a list is not for a buyer on a day. */
export type NotFor = 'notStarted' | 'ended' | 'buyer' | 'group' | 'level' | 'region' | 'channel';

const noGroups: ReadonlySet<string> = new Set();

/**
 * The price one buyer pays for one SKU on one day, or null when no list names it.
 * Within a kind: higher priority, later start, then id, so that equal inputs give equal prices.
 */
export function choosePrice(
  prices: readonly ListedPrice[],
  buyer: PriceBuyer,
  on: Day,
  groupIds: ReadonlySet<string> = noGroups,
): ListedPrice | null {
  let best: ListedPrice | null = null;
  for (const price of prices) {
    if (!listApplies(price, buyer, on, groupIds)) continue;
    if (best === null || compareLists(price, best) < 0) best = price;
  }
  return best;
}

/** Whether a list prices a buyer's orders of a day. */
export const listApplies = (list: PriceList, buyer: PriceBuyer, on: Day, groupIds: ReadonlySet<string>) =>
  isWithin(on, list.startsOn, list.endsOn) && isFor(list, buyer, groupIds);

/** Everything that keeps a list from a buyer on a day; nothing when it applies. */
export function whyNot(
  list: PriceList,
  buyer: PriceBuyer,
  on: Day,
  groupIds: ReadonlySet<string>,
): readonly NotFor[] {
  const day: NotFor[] =
    on < list.startsOn ? ['notStarted'] : isWithin(on, list.startsOn, list.endsOn) ? [] : ['ended'];
  return [...day, ...whyNotFor(list, buyer, groupIds)];
}

/** What a scope asks that a buyer is not. */
export function whyNotFor(
  scope: BuyerScope,
  buyer: PriceBuyer,
  groupIds: ReadonlySet<string>,
): readonly NotFor[] {
  return asks.flatMap(([why, isMet]) => (isMet(scope, buyer, groupIds) ? [] : [why]));
}

/** Whether a buyer is all that a scope asks. Every price and every rule of every line comes by here. */
function isFor(scope: BuyerScope, buyer: PriceBuyer, groupIds: ReadonlySet<string>): boolean {
  for (const [, isMet] of asks) if (!isMet(scope, buyer, groupIds)) return false;
  return true;
}

const asks: readonly (readonly [
  NotFor,
  (scope: BuyerScope, buyer: PriceBuyer, groupIds: ReadonlySet<string>) => boolean,
])[] = [
  ['buyer', ({ buyerId }, { id }) => buyerId === null || buyerId === id],
  ['group', ({ groupId }, _buyer, groupIds) => groupId === null || groupIds.has(groupId)],
  ['level', (scope, { level }) => scope.level === null || scope.level === level],
  ['region', ({ regionPrefix }, { regionCode }) => regionPrefix === null || liesIn(regionCode, regionPrefix)],
  ['channel', (scope, { channel }) => scope.channel === null || scope.channel === channel],
];

/** The order lists are asked in. */
export function compareLists(left: PriceList, right: PriceList): number {
  return (
    lookupOrder.indexOf(left.kind) - lookupOrder.indexOf(right.kind) ||
    right.priority - left.priority ||
    compareText(right.startsOn, left.startsOn) ||
    compareText(left.id, right.id)
  );
}

const compareText = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

/** Where a list stands, told by what it asks of a buyer. */
export function listKindOf({ buyerId, groupId, level, regionPrefix, channel }: BuyerScope): PriceListKind {
  if (buyerId !== null) return 'customer';
  if (groupId !== null) return 'group';
  if (channel !== null || (level !== null && regionPrefix !== null)) return 'levelRegionChannel';
  if (regionPrefix !== null) return 'region';
  return level === null ? 'standard' : 'level';
}
