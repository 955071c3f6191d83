import type { OrderFacts } from './model';

let made = 0;

/** An order as the indicators see it, placed `minutesAgo` before the one they judge. */
export function anOrderSeen({
  minutesAgo = 0,
  ...given
}: Partial<OrderFacts> & { readonly minutesAgo?: number } = {}): OrderFacts {
  made += 1;
  return {
    orderId: `order-${made}`,
    sellerId: 'seller',
    buyerId: 'buyer',
    addressId: 'address',
    payableFen: 10_000,
    quantities: { sku: 10 },
    placedAt: Date.UTC(2026, 0, 1, 4) - minutesAgo * 60_000,
    ...given,
  };
}
