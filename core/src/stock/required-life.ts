import { addDays, type Day } from '../platform/clock';
import type { BasisPoints } from '../platform/money';

/**
 * Share of shelf life that goods must still have when they arrive, by channel. Trade practice:
 * modern trade and e-commerce warehouses two thirds, convenience and traditional half, catering a third.
 */
const lifeByChannel: Readonly<Record<string, BasisPoints>> = {
  modern: 6_667,
  ecommerce: 6_667,
  convenience: 5_000,
  traditional: 5_000,
  special: 5_000,
  catering: 3_333,
};

/** Days between an order and its goods' planned arrival. */
export const deliveryDays = 1;

/** The first day a lot must outlast to suit a buyer: its share of life counted from planned arrival. */
export function lastsUntil(
  on: Day,
  shelfLifeDays: number,
  buyer: { readonly channel: string; readonly minimumLifeBp: number | null },
): Day {
  const shareBp = buyer.minimumLifeBp ?? lifeByChannel[buyer.channel] ?? 0;
  const days = Math.ceil((shelfLifeDays * shareBp) / 10_000);
  // Even a buyer who asks nothing gets no goods that expire on arrival.
  return addDays(on, deliveryDays + Math.max(days, 1));
}
