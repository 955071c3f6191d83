import type { Client } from '@tongpan/bff';
import type { Shop } from './open-shop';
import { uploadPhoto } from './upload-photo';

export type Asked = Parameters<Client['afterSales']['request']>[0];
type Outcomes = Parameters<Client['afterSales']['receive']>[0]['outcomes'];

let count = 0;

/** Orders that were signed for, and what their buyers and the distributor D1 do about them afterwards. */
export function afterSalesOf(shop: () => Shop, seller: () => Client) {
  const said = () => ({ commandId: shop().newId() });
  const aPhoto = (store: Client) => uploadPhoto(store, shop().newId(), 'afterSales');

  /** Ten units at ¥12.3457 in the hands of a store of its own; the bill is open. */
  const aSigned = async (given: { quantity?: number; limitFen?: number; onHand?: number } = {}) => {
    count += 1;
    const { quantity = 10, onHand = 40, ...more } = given;
    const [storeId, skuId] = [`AS${count}`, `AK${count}`];
    const store = await shop().openStore({ id: storeId, ...more });
    await shop().addGoods({ id: skuId, onHand, pricesE4: { D1: 123_457 } });
    return { storeId, skuId, ...(await signedOrder(store, [{ skuId, quantity }])) };
  };
  const signedOrder = async (store: Client, lines: { skuId: string; quantity: number }[]) => {
    const [orderId, shipmentId] = [shop().newId(), shop().newId()];
    await store.orders.place({ orderId, lines });
    await seller().orders.ship({ orderId, shipmentId });
    await store.orders.sign({ ...said(), orderId, shipmentId });
    const ask = async (quantity: number, more: Partial<Asked> = {}, shipmentLineNo = 1) =>
      store.afterSales.request({
        afterSalesId: shop().newId(),
        orderId,
        kind: 'return',
        reason: 'quality',
        photos: [await aPhoto(store)],
        lines: [{ shipmentId, shipmentLineNo, quantity }],
        ...more,
      });
    const account = async () => (await store.credit.mine({})).items[0];
    return { store, orderId, shipmentId, ask, account };
  };
  const approve = (
    afterSalesId: string,
    more: Partial<Parameters<Client['afterSales']['approve']>[0]> = {},
  ) => seller().afterSales.approve({ ...said(), afterSalesId, ...more });
  const receive = (afterSalesId: string, outcomes: Outcomes) =>
    seller().afterSales.receive({ ...said(), afterSalesId, outcomes });
  const onHand = async (skuId: string) =>
    Object.fromEntries(
      (
        await shop().rows<{ quality: string; onHand: number }>(
          'SELECT quality, SUM(onHand) AS onHand FROM lot WHERE skuId = ? GROUP BY quality ORDER BY quality',
          [skuId],
        )
      ).map(({ quality, onHand: units }) => [quality, Number(units)]),
    );
  const eventsOf = async (afterSalesId: string) =>
    (
      await shop().rows<{ name: string }>(
        'SELECT name FROM outboxEvent WHERE aggregate = ? ORDER BY position',
        [`afterSales:${afterSalesId}`],
      )
    ).map(({ name }) => name);
  return { said, aPhoto, aSigned, signedOrder, approve, receive, onHand, eventsOf };
}
