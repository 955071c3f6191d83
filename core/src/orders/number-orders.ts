import type { Day } from '../platform/clock';
import type { Decision } from './decision';

/** How many orders sellers have had of a day; a seller that is absent has had none. */
export interface OrderCounts {
  readonly on: Day;
  readonly counts: readonly { readonly sellerId: string; readonly orderCount: number }[];
}

interface Counted {
  readonly decision: Pick<Decision, 'request'>;
  readonly counts: OrderCounts;
}

/** Numbers the orders of one day by id: the seller's code, the day, and how many the seller has had of it. */
export function numberOrders(ofDay: readonly Counted[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const { sellerId, orderCount } of ofDay[0]?.counts.counts ?? []) counts.set(sellerId, orderCount);
  return new Map(
    ofDay.map(({ decision: { request }, counts: { on } }) => {
      const { seller, orderId } = request;
      const count = (counts.get(seller.id) ?? 0) + 1;
      counts.set(seller.id, count);
      const short = on.slice(2).replaceAll('-', '');
      return [orderId, `${seller.code}-${short}-${String(count).padStart(4, '0')}`];
    }),
  );
}
