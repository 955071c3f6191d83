import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { api } from '@/api';
import { inTurns } from '@/platform/in-turns';
import type { Order, Shipment } from './queries';

/** A shipment that is on its way to me, with the order it is of. */
export interface Incoming {
  readonly order: Order;
  readonly shipment: Shipment;
}

const pageRows = 20;

/** The shipments of an order that nobody has signed for. */
export const incomingOf = (order: Order): readonly Incoming[] =>
  order.shipments.filter(({ signedAt }) => signedAt === null).map((shipment) => ({ order, shipment }));

/** Orders that have gone out in part are few and come with the first page; the others page by page. */
const incomingQuery = infiniteQueryOptions({
  queryKey: ['orders', 'list', 'incoming'],
  queryFn: async ({ pageParam }) => {
    const limit = pageRows;
    const [shipped, inPart] = await Promise.all([
      api.orders.list({ side: 'buyer', state: 'shipped', cursor: pageParam || undefined, limit }),
      pageParam === '' ? api.orders.list({ side: 'buyer', state: 'picking', limit }) : { items: [] },
    ]);
    const found = new Map<string, Order>();
    const orderIds = [...inPart.items, ...shipped.items].map(({ orderId }) => orderId);
    await inTurns(orderIds, async (orderId) => {
      found.set(orderId, await api.orders.get({ orderId }));
    });
    return {
      items: orderIds.flatMap((orderId) => incomingOf(found.get(orderId) as Order)),
      nextCursor: shipped.nextCursor,
    };
  },
  initialPageParam: '',
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});

/** What suppliers have sent me and I have not signed for. */
export const useIncoming = (enabled: boolean) => useInfiniteQuery({ ...incomingQuery, enabled });
