import { type Day, isWithin } from '../platform/clock';
import type { PriceList, PriceListKind, PriceListLine } from './model';

/** A SKU's price in one list, with the list it stands in. */
export type ListedPrice = PriceList & PriceListLine;

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
const lookupOrder: readonly PriceListKind[] = [
  'customer',
  'levelRegionChannel',
  'region',
  'level',
  'standard',
];

/**
 * The price one buyer pays for one SKU on one day, or null when no list names it.
 * Within a kind: higher priority, later start, then id, so that equal inputs give equal prices.
 */
export function choosePrice(prices: readonly ListedPrice[], buyer: PriceBuyer, on: Day): ListedPrice | null {
  let best: ListedPrice | null = null;
  for (const price of prices) {
    if (!applies(price, buyer, on)) continue;
    if (best === null || comparePrices(price, best) < 0) best = price;
  }
  return best;
}

function applies(list: PriceList, buyer: PriceBuyer, on: Day): boolean {
  return (
    isWithin(on, list.startsOn, list.endsOn) &&
    (list.buyerId === null || list.buyerId === buyer.id) &&
    (list.level === null || list.level === buyer.level) &&
    (list.regionPrefix === null || buyer.regionCode.startsWith(list.regionPrefix.replace(/(00)+$/, ''))) &&
    (list.channel === null || list.channel === buyer.channel)
  );
}

function comparePrices(left: ListedPrice, right: ListedPrice): number {
  return (
    lookupOrder.indexOf(left.kind) - lookupOrder.indexOf(right.kind) ||
    right.priority - left.priority ||
    compareText(right.startsOn, left.startsOn) ||
    compareText(left.priceListId, right.priceListId)
  );
}

const compareText = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);
