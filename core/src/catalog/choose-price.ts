import { type Day, isWithin } from '../platform/clock';
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
  isWithin(on, list.startsOn, list.endsOn) && whyNotFor(list, buyer, groupIds).length === 0;

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
  const found: NotFor[] = [];
  if (scope.buyerId !== null && scope.buyerId !== buyer.id) found.push('buyer');
  if (scope.groupId !== null && !groupIds.has(scope.groupId)) found.push('group');
  if (scope.level !== null && scope.level !== buyer.level) found.push('level');
  if (scope.regionPrefix !== null && !liesIn(buyer.regionCode, scope.regionPrefix)) found.push('region');
  if (scope.channel !== null && scope.channel !== buyer.channel) found.push('channel');
  return found;
}

/** `330000` and `33` both cover all of Zhejiang. */
const liesIn = (regionCode: string, prefix: string) => regionCode.startsWith(prefix.replace(/(00)+$/, ''));

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
