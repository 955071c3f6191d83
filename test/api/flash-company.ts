import type { Client } from '@tongpan/bff';
import type { Shop } from './open-shop';

type Draft = Parameters<Client['flash']['create']>[0];

/** Goods of a flash sale of their own, and the sale as its seller drafts it: open since a second ago, for an hour. */
export async function draftSale(
  shop: Shop,
  { onHand = 100, ...draft }: Partial<Draft> & { readonly activityId: string; readonly onHand?: number },
) {
  const skuId = `SKU-${draft.activityId}`;
  await shop.addGoods({ id: skuId, onHand });
  const seller = await shop.as('d1');
  const now = shop.core.clock.now();
  const { activity } = await seller.flash.create({
    commandId: shop.newId(),
    skuId,
    title: '周五秒杀',
    unitPriceE4: 99_000,
    quota: 10,
    perBuyer: Math.min(2, draft.quota ?? 10),
    startsAt: new Date(now - 1_000).toISOString(),
    endsAt: new Date(now + 3_600_000).toISOString(),
    tokenSeconds: 300,
    ...draft,
  });
  return { seller, skuId, activity };
}

/** The same, published and its gate built. */
export async function openSale(shop: Shop, draft: Parameters<typeof draftSale>[1]) {
  const { seller, skuId, activity } = await draftSale(shop, draft);
  const { activityId, version } = activity;
  await seller.flash.publish({ commandId: shop.newId(), activityId, expectedVersion: version });
  await shop.core.flash.tend();
  return {
    seller,
    skuId,
    activityId,
    grab: (buyer: Client, quantity = 1, requestId = shop.newId()) =>
      buyer.flash.grab({ activityId, requestId, quantity }),
    /** A token's, or whatever the buyer got instead. */
    async win(buyer: Client, quantity = 1): Promise<string> {
      const { outcome, token } = await buyer.flash.grab({ activityId, requestId: shop.newId(), quantity });
      if (token === null) throw new Error(`the buyer got ${outcome}`);
      return token;
    },
    order: (buyer: Client, flashToken: string, quantity = 1, orderId = shop.newId()) =>
      buyer.orders.place({ orderId, lines: [{ skuId, quantity, flashToken }] }),
    /** quota = sold + held + free + released, as the seller sees it. */
    async counts() {
      const { sold, held, free, released } = (await seller.flash.activity({ activityId })).activity;
      return { sold, held, free, released };
    },
    lot: async () =>
      (
        await shop.rows<{ onHand: number; reserved: number }>(
          'SELECT onHand, reserved FROM lot WHERE skuId = ?',
          [skuId],
        )
      )[0],
  };
}
