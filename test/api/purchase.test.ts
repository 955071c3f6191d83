import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('what follows an order', (engine) => {
  let shop: Shop;
  let store: Client;
  let distributor: Client;
  let headquarters: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    [store, distributor, headquarters] = await Promise.all([shop.as('s1'), shop.as('d1'), shop.as('hq')]);
  });
  afterAll(() => shop.close());

  const lotsOf = async (client: Client, skuId: string) => (await client.stock.lots({ skuId })).items;

  it('makes a distributor’s purchase its stock, by the same lots, and it can sell them', async () => {
    const orderId = shop.newId();
    const shipmentId = shop.newId();
    const unsold = await store.orders.quote({ lines: [{ skuId: 'OIL', quantity: 5 }] });
    expect(unsold).toMatchObject({ verdict: 'held', findings: [{ rule: 'stock.short' }] });

    const placed = await distributor.orders.place({ orderId, lines: [{ skuId: 'OIL', quantity: 60 }] });
    expect(placed).toMatchObject({ state: 'approved', sellerId: 'HQ', buyerId: 'D1', payableFen: 180_000 });
    await headquarters.orders.ship({ orderId, shipmentId });
    await distributor.orders.sign({
      orderId,
      shipmentId,
      commandId: shop.newId(),
      differences: [{ shipmentLineNo: 1, short: 1 }],
    });
    await shop.core.outbox.drain();

    const atSeller = await shop.rows<{ lotNo: string; producedOn: string; expiresOn: string }>(
      `SELECT lotNo, producedOn, expiresOn FROM lot WHERE ownerId = 'HQ' AND skuId = 'OIL' ORDER BY expiresOn`,
    );
    const arrived = await lotsOf(distributor, 'OIL');
    // Whole cases of 12 first: three of the lot that expires first, one bottle of which fell short.
    expect(arrived).toMatchObject([
      { ...atSeller[0], lotNo: 'OIL-A', warehouseId: 'W-D1', quality: 'available', onHand: 35, reserved: 0 },
      { ...atSeller[1], lotNo: 'OIL-B', warehouseId: 'W-D1', quality: 'available', onHand: 24, reserved: 0 },
    ]);
    const sold = await store.orders.place({
      orderId: shop.newId(),
      lines: [{ skuId: 'OIL', quantity: 5 }],
    });
    expect(sold).toMatchObject({ state: 'approved', sellerId: 'D1' });
  });

  it('tells of an arrival once, however often the outbox is drained', async () => {
    const before = await lotsOf(distributor, 'OIL');

    await Promise.all([shop.core.outbox.drain(), shop.core.outbox.drain()]);
    await shop.core.outbox.drain();

    expect(await lotsOf(distributor, 'OIL')).toEqual(before);
    expect(await shop.core.outbox.counts()).toMatchObject({ dead: 0 });
  });

  it('joins a second arrival of a lot to the first', async () => {
    const orderId = shop.newId();
    const shipmentId = shop.newId();
    await distributor.orders.place({ orderId, lines: [{ skuId: 'OIL', quantity: 30 }] });
    await headquarters.orders.ship({ orderId, shipmentId });
    await distributor.orders.sign({ orderId, shipmentId, commandId: shop.newId() });

    await shop.core.outbox.drain();

    const lots = await lotsOf(distributor, 'OIL');
    expect(lots.map(({ lotNo, onHand }) => [lotNo, onHand])).toEqual([
      ['OIL-A', 35],
      ['OIL-B', 54],
    ]);
  });

  it('does not ship where a grant has ended since the approval', async () => {
    const customer = await shop.openStore({ id: 'LEFTOUT', regionCode: '330109' });
    const orderId = shop.newId();
    await customer.orders.place({ orderId, lines: [{ skuId: 'CAP', quantity: 10 }] });
    await shop.run(`UPDATE salesOrder SET regionCode = '330203' WHERE id = ?`, [orderId]);

    const refused = await codeOf(distributor.orders.ship({ orderId, shipmentId: shop.newId() }));

    expect(refused).toBe('orders.regionBlocked');
    expect((await customer.orders.get({ orderId })).state).toBe('approved');
  });

  it('shows HQ a shadow score once the worker has come by, and nobody else', async () => {
    const orderId = shop.newId();
    await store.orders.place({ orderId, lines: [{ skuId: 'CAP', quantity: 10 }] });
    expect((await headquarters.orders.get({ orderId })).risk).toBeNull();

    await shop.core.outbox.drain();

    const seen = await Promise.all(
      [headquarters, distributor, store].map((one) => one.orders.get({ orderId })),
    );
    expect(seen.map(({ risk }) => risk === null)).toEqual([false, true, true]);
  });

  endsWithBooks(() => shop);
});
