import type { Fen, Tx } from '../platform';
import type { Shipment } from './model';
import { orderStore } from './store';

/** What of an order others are told in a few words. */
export interface ToldOrder {
  readonly orderId: string;
  readonly number: string;
  readonly sellerId: string;
  readonly payableFen: Fen;
  readonly firstSkuName: string;
  readonly lineCount: number;
}

/** Orders in a few words, by id. */
export async function loadToldOrders(
  tx: Tx,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, ToldOrder>> {
  const store = orderStore(tx);
  const heads = new Map((await store.lineHeads(orderIds)).map((head) => [head.orderId, head]));
  const orders = await store.orders(orderIds);
  return new Map(
    orders.map(({ id, number, sellerId, payableFen }) => {
      const { firstSkuName = '', lineCount = 0 } = heads.get(id) ?? {};
      return [id, { orderId: id, number, sellerId, payableFen, firstSkuName, lineCount }];
    }),
  );
}

/** One shipment of an order. */
export const loadShipment = async (
  tx: Tx,
  orderId: string,
  shipmentId: string,
): Promise<Shipment | undefined> =>
  (await orderStore(tx).shipments(orderId)).find(({ id }) => id === shipmentId);
