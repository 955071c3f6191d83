import type { Client } from '@tongpan/bff';
import { dayMs } from '@tongpan/core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { aShortOrder } from './a-short-order';
import { codeOf, endsWithBooks, openShop, refusalOf, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('an order after its review', (engine) => {
  let shop: Shop;
  let distributor: Client;
  let headquarters: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    [distributor, headquarters] = await Promise.all([shop.as('d1'), shop.as('hq')]);
  });
  afterAll(() => shop.close());

  const aShort = (more?: Parameters<typeof aShortOrder>[1]) => aShortOrder(shop, more);
  const approve = (orderId: string, accept: string[] = [], by: Client = distributor) =>
    by.orders.approve({ orderId, commandId: shop.newId(), accept });

  it('rejects with a reason the buyer reads, and gives everything back', async () => {
    const { store, orderId, account, reserved } = await aShort();

    await distributor.orders.reject({ orderId, commandId: shop.newId(), reason: '本周不送货' });

    const read = await store.orders.get({ orderId });
    expect(read).toMatchObject({ state: 'rejected', openHolds: [], actions: [], lines: [{ reserved: 0 }] });
    expect(read.trail.at(-1)).toMatchObject({ kind: 'rejected', detail: '本周不送货', actorName: 'd1 先生' });
    expect(await reserved()).toBe(0);
    expect(await account()).toMatchObject({ heldFen: 0, exposureFen: 0 });
    const blank = await refusalOf(
      distributor.orders.reject({ orderId, commandId: shop.newId(), reason: ' ' }),
    );
    expect([blank.status, blank.code]).toEqual([400, 'request.invalid']);
  });

  it('refuses to decide what has been decided', async () => {
    const { orderId } = await aShort();
    await approve(orderId, ['stock.short']);

    expect(await codeOf(approve(orderId))).toBe('orders.stateForbids');
    expect(await codeOf(distributor.orders.reject({ orderId, commandId: shop.newId(), reason: '不' }))).toBe(
      'orders.stateForbids',
    );
  });

  it.each(['held', 'approved'])(
    'gives stock and credit back when the buyer cancels a %s order',
    async (state) => {
      const { store, orderId, account, reserved } = await aShort();
      if (state === 'approved') await approve(orderId, ['stock.short']);

      const cancelled = await store.orders.cancel({ orderId, commandId: shop.newId(), reason: '订错了' });

      expect(cancelled).toMatchObject({
        state: 'cancelled',
        openHolds: [],
        actions: ['reopen'],
        lines: [{ reserved: 0 }],
      });
      expect(cancelled.trail.at(-1)).toMatchObject({ kind: 'cancelled', detail: '订错了' });
      expect(await reserved()).toBe(0);
      expect(await account()).toMatchObject({ heldFen: 0, exposureFen: 0 });
    },
  );

  it('does not cancel once something has been shipped', async () => {
    const { store, orderId } = await aShort();
    await approve(orderId, ['stock.short']);
    await distributor.orders.ship({
      orderId,
      shipmentId: shop.newId(),
      lines: [{ lineNo: 1, quantity: 1 }],
    });

    for (const client of [store, distributor, headquarters]) {
      expect(await codeOf(client.orders.cancel({ orderId, commandId: shop.newId() }))).toBe(
        'orders.stateForbids',
      );
    }
    expect((await store.orders.get({ orderId })).state).toBe('picking');
  });

  it('does not ship what is held, more than is promised, or a line there is not', async () => {
    const { orderId } = await aShort();
    const ship = (lines?: { lineNo: number; quantity: number }[]) =>
      codeOf(distributor.orders.ship({ orderId, shipmentId: shop.newId(), ...(lines ? { lines } : {}) }));

    expect(await ship()).toBe('orders.stateForbids');
    await approve(orderId, ['stock.short']);

    expect(await ship([{ lineNo: 1, quantity: 8 }])).toBe('orders.overShipped');
    expect(await ship([{ lineNo: 2, quantity: 1 }])).toBe('orders.overShipped');
    expect(
      await ship([
        { lineNo: 1, quantity: 4 },
        { lineNo: 1, quantity: 4 },
      ]),
    ).toBe('orders.overShipped');
    expect(await ship([])).toBe('orders.overShipped');
  });

  it('does not sign for more than was shipped, a line there is not, or one line twice', async () => {
    const { store, orderId } = await aShort();
    await approve(orderId, ['stock.short']);
    const shipmentId = shop.newId();
    await distributor.orders.ship({ orderId, shipmentId });
    const sign = (differences: { shipmentLineNo: number; short?: number; refused?: number }[]) =>
      codeOf(store.orders.sign({ orderId, shipmentId, commandId: shop.newId(), differences }));

    expect(await sign([{ shipmentLineNo: 1, short: 4, refused: 4 }])).toBe('orders.overSigned');
    expect(await sign([{ shipmentLineNo: 2, short: 1 }])).toBe('orders.overSigned');
    expect(
      await sign([
        { shipmentLineNo: 1, short: 1 },
        { shipmentLineNo: 1, refused: 1 },
      ]),
    ).toBe('orders.overSigned');
    expect((await store.orders.get({ orderId })).state).toBe('shipped');
  });

  it('takes back after 24 hours what a held order keeps, and leaves it held', async () => {
    const { store, orderId, account, reserved } = await aShort();
    const now = shop.core.clock.now();

    await shop.core.orders.releaseLapsed(now + dayMs - 60_000);
    expect(await reserved()).toBe(7);
    await shop.core.orders.releaseLapsed(now + dayMs + 60_000);

    expect(await reserved()).toBe(0);
    expect(await account()).toMatchObject({ heldFen: 0 });
    const lapsed = await store.orders.get({ orderId });
    expect(lapsed).toMatchObject({ state: 'held', lines: [{ reserved: 0 }] });
    expect(lapsed.trail.at(-1)).toMatchObject({ kind: 'lapsed', actorName: '系统' });
    expect(await approve(orderId, ['stock.short'])).toMatchObject({ state: 'approved', payableFen: 8_642 });
  });

  endsWithBooks(() => shop);
});
