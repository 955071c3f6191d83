import type { Shop } from './open-shop';

let count = 0;

/** A store and goods nobody else touches, 7 on hand at ¥12.3457, and an order for 10 of them. */
export async function aShortOrder(shop: Shop, more: { limitFen?: number; regionCode?: string } = {}) {
  count += 1;
  const [storeId, skuId] = [`R${count}`, `SKU-R${count}`];
  const store = await shop.openStore({ id: storeId, ...more });
  await shop.addGoods({ id: skuId, onHand: 7, pricesE4: { D1: 123_457 } });
  const orderId = shop.newId();
  const order = await store.orders.place({ orderId, lines: [{ skuId, quantity: 10 }] });
  return {
    store,
    storeId,
    skuId,
    orderId,
    order,
    account: async () => (await store.credit.mine({})).items[0],
    /** What is promised of its goods, by the lots themselves. */
    async reserved() {
      const [row] = await shop.rows<{ reserved: number }>(
        'SELECT SUM(reserved) AS reserved FROM lot WHERE skuId = ?',
        [skuId],
      );
      return row?.reserved;
    },
  };
}
