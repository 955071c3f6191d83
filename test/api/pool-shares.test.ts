import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, type Shop } from './open-shop';

afterAll(removePlaces);

/** Goods in cases of 12 that come in too few for the orders that wait for them. */
forEachEngine('goods that are short are shared', (engine) => {
  let shop: Shop;
  let seller: Client;
  let count = 0;

  beforeAll(async () => {
    shop = await openShop(engine);
    seller = await shop.as('d1');
  });
  afterAll(() => shop.close());

  const said = () => ({ commandId: shop.newId() });
  /** Two stores that wait for 60 each, the first one longer. */
  const twoWaiting = async () => {
    count += 1;
    const skuId = `SCARCE-${count}`;
    await shop.addGoods({ id: skuId, lots: [] });
    const ids = [`LONG-${count}`, `LATE-${count}`] as const;
    const orderIds: string[] = [];
    for (const id of ids) {
      const store = await shop.openStore({ id, channel: id.startsWith('LATE') ? 'catering' : 'traditional' });
      const orderId = shop.newId();
      orderIds.push(orderId);
      const lines = [{ skuId, quantity: 60, shortage: 'shipAndBackOrder' as const }];
      expect((await store.orders.place({ orderId, lines })).state).toBe('approved');
    }
    const receive = async (quantity: number) => {
      const lot = { lotNo: shop.newId(), producedOn: '2026-11-20', quantity };
      await seller.stock.receive({ receiptId: shop.newId(), warehouseId: 'W-D1', skuId, ...lot });
      await shop.core.orders.fillArrived(shop.core.clock.now());
    };
    const reserved = async () => {
      const found = await Promise.all(orderIds.map((orderId) => seller.orders.get({ orderId })));
      return found.map(({ lines }) => lines[0]?.reserved);
    };
    return { skuId, long: ids[0], late: ids[1], orderIds, receive, reserved };
  };

  it('by turn, as long as the seller has said nothing', async () => {
    const { receive, reserved } = await twoWaiting();

    await receive(60);

    expect(await reserved()).toEqual([60, 0]);
    await receive(60);
  });

  it('by the seller’s weights, in cases, and nothing given is ever taken back', async () => {
    const { skuId, late, orderIds, receive, reserved } = await twoWaiting();
    await seller.pool.setShareTerms({ ...said(), buyerId: late, channel: '*', segment: 5, weight: 2 });
    await seller.pool.setShareTerms({ ...said(), buyerId: '*', channel: '*', segment: 5, weight: 1 });

    await receive(60);
    expect(await reserved()).toEqual([24, 36]);
    const { lines } = await seller.pool.fairShare({ skuId });
    expect(lines.map(({ weight, segment, toGive }) => [weight, segment, toGive])).toEqual([
      [1, 5, 24],
      [2, 5, 36],
    ]);

    await shop.core.orders.fillArrived(shop.core.clock.now());
    expect(await reserved()).toEqual([24, 36]);
    await seller.orders.ship({ orderId: orderIds[0] as string, shipmentId: shop.newId() });
    await receive(24);
    expect(await reserved()).toEqual([0, 60]);
    await receive(40);
    expect(await reserved()).toEqual([36, 60]);
    await seller.pool.removeShareTerms({ ...said(), buyerId: late, channel: '*' });
  });

  it('to a channel that comes first, and to a customer by its own terms before its channel’s', async () => {
    const { receive, reserved } = await twoWaiting();
    await seller.pool.setShareTerms({ ...said(), buyerId: '*', channel: 'catering', segment: 1, weight: 1 });

    await receive(72);
    expect(await reserved()).toEqual([12, 60]);
    await receive(48);

    const again = await twoWaiting();
    await seller.pool.setShareTerms({ ...said(), buyerId: again.late, channel: '*', segment: 9, weight: 1 });
    await again.receive(72);
    expect(await again.reserved()).toEqual([60, 12]);
    expect((await seller.pool.shareTerms({})).items).toEqual(
      expect.arrayContaining([
        { buyerId: '*', channel: 'catering', segment: 1, weight: 1 },
        { buyerId: again.late, channel: '*', segment: 9, weight: 1 },
      ]),
    );
    expect((await (await shop.as('d2')).pool.shareTerms({})).items).toEqual([]);
  });

  it('by terms that somebody set for a customer of its own', async () => {
    const terms = { channel: '*' as const, segment: 1, weight: 1 };
    expect(await codeOf(seller.pool.setShareTerms({ ...said(), buyerId: 'S5', ...terms }))).toBe(
      'pool.partyUnknown',
    );
    const both = { ...said(), ...terms, buyerId: 'S1', channel: 'modern' as const };
    expect(await codeOf(seller.pool.setShareTerms(both))).toBe('request.invalid');
    expect(await codeOf(seller.pool.removeShareTerms({ ...said(), buyerId: 'S1', channel: '*' }))).toBe(
      'pool.termsUnknown',
    );
  });

  endsWithBooks(() => shop);
});
