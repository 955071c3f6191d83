import { addDays, type Day } from '../platform/clock';
import type { BasisPoints } from '../platform/money';

/**
 * Share of shelf life that goods must still have when they arrive, by channel. Trade practice:
 * modern trade and e-commerce warehouses two thirds, convenience and traditional half, catering a third.
 */
const lifeByChannel: Readonly<Record<string, BasisPoints>> = {
  // Two thirds, rounded down: a lot at exactly two thirds of its life suits.
  modern: 6_666,
  ecommerce: 6_666,
  convenience: 5_000,
  traditional: 5_000,
  special: 5_000,
  catering: 3_333,
};

/** Days between an order and its goods' planned arrival. */
export const deliveryDays = 1;

/** What of a buyer decides how fresh its goods must be. */
export interface LifeBuyer {
  readonly channel: string;
  /** Its own share of shelf life; null: as its channel does. */
  readonly minimumLifeBp: BasisPoints | null;
}

/** The first day a lot must outlast to suit a buyer: its share of life counted from planned arrival. */
export function lastsUntil(on: Day, shelfLifeDays: number, buyer: LifeBuyer): Day {
  const shareBp = buyer.minimumLifeBp ?? lifeByChannel[buyer.channel] ?? 0;
  const days = Math.ceil((shelfLifeDays * shareBp) / 10_000);
  // Even a buyer who asks nothing gets no goods that expire on arrival.
  return addDays(on, deliveryDays + Math.max(days, 1));
}
