import { addDays, dayOf, tallyAll } from '@tongpan/core';
import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, type Shop } from './open-shop';

afterAll(removePlaces);

const dayMs = 86_400_000;

/** What is told of orders is what they come to, and each desk hears what it can do something about. */
forEachEngine('figures and the desk', (engine) => {
  let shop: Shop;
  let hq: Client;
  let seller: Client;
  let store: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    hq = await shop.as('hq');
    seller = await shop.as('d1');
    await shop.addGoods({ id: 'RICE', onHand: 100_000 });
    await shop.addGoods({ id: 'SOY', onHand: 100_000 });
    store = await shop.openStore({ id: 'FIG', limitFen: 100_000_000, regionCode: '330106' });
  });
  afterAll(() => shop.close());

  const today = () => dayOf(shop.core.clock.now());
  const period = () => ({ from: addDays(today(), -30), to: today() });
  const place = async (quantity: number, skuId = 'RICE') => {
    const orderId = shop.newId();
    const order = await store.orders.place({ orderId, lines: [{ skuId, quantity }] });
    return { orderId, payableFen: order.payableFen };
  };
  const count = async () => {
    await shop.core.outbox.drain();
    await tallyAll(shop.core.database);
  };
  /** What the orders themselves come to. */
  const direct = async () => {
    const [row] = await shop.rows<{ orders: number; keptOrders: number; keptFen: number }>(
      `SELECT COUNT(*) AS orders, SUM(CASE WHEN state IN ('rejected', 'cancelled', 'shortClosed') THEN 0 ELSE 1 END) AS keptOrders,
              SUM(CASE WHEN state IN ('rejected', 'cancelled', 'shortClosed') THEN 0 ELSE payableFen END) AS keptFen
       FROM salesOrder WHERE sellerId = 'D1'`,
    );
    return {
      orders: Number(row?.orders),
      keptOrders: Number(row?.keptOrders),
      keptFen: Number(row?.keptFen),
    };
  };

  it('count what was placed, a change of it, and what was cancelled, as the orders stand', async () => {
    const kept = await place(30);
    const edited = await place(10);
    const cancelled = await place(20, 'SOY');
    await count();
    expect((await seller.insight.byDay(period())).total).toMatchObject(await direct());
    await store.orders.edit({
      orderId: edited.orderId,
      commandId: shop.newId(),
      expectedRevision: 1,
      lines: [{ skuId: 'RICE', quantity: 15 }],
    });
    await store.orders.cancel({ orderId: cancelled.orderId, commandId: shop.newId(), reason: '不要了' });
    await seller.orders.ship({ orderId: kept.orderId, shipmentId: shop.newId() });
    await count();

    const { total, days } = await seller.insight.byDay(period());

    expect(total).toMatchObject({ ...(await direct()), orders: 3, keptOrders: 2, touchlessOrders: 3 });
    expect(days).toEqual([{ day: today(), ...total }]);
    expect((await seller.insight.goods(period())).items).toEqual([
      expect.objectContaining({
        key: 'RICE',
        orders: 2,
        quantity: 45,
        shipped: 30,
        signed: 0,
        keptFen: total.keptFen,
      }),
    ]);
    const byBuyer = (await seller.insight.by({ ...period(), by: 'buyer' })).items;
    expect(byBuyer).toEqual([{ key: 'FIG', name: expect.any(String), ...total }]);
    const byProvince = (await seller.insight.by({ ...period(), by: 'province' })).items;
    expect(byProvince).toEqual([{ key: '33', name: '浙江省', ...total }]);
  });

  it('come to the same however often an order is counted', async () => {
    const before = await seller.insight.byDay(period());
    await shop.run('INSERT INTO insightTurn (orderId) SELECT id FROM salesOrder');
    await Promise.all([tallyAll(shop.core.database), tallyAll(shop.core.database)]);

    expect(await seller.insight.byDay(period())).toEqual(before);
  });

  it('are the seller’s own, and the channel’s for HQ', async () => {
    const { total } = await seller.insight.byDay(period());
    const other = await shop.as('d2');

    expect((await other.insight.byDay(period())).total.orders).toBe(0);
    expect((await hq.insight.byDay(period())).total.orders).toBe(0);
    expect((await hq.insight.byDay({ ...period(), side: 'channel' })).total).toEqual(total);
    expect((await hq.insight.by({ ...period(), side: 'channel', by: 'seller' })).items).toMatchObject([
      { key: 'D1', orders: total.orders },
    ]);
  });

  it.each([
    ['ends before it begins', '2026-02-01', '2026-01-31'],
    ['is longer than a year', '2026-01-01', '2027-01-02'],
  ])('refuse a period that %s', async (_, from, to) => {
    expect(await codeOf(seller.insight.byDay({ from, to }))).toBe('insight.periodUnfit');
  });

  it('stand beside the same weekday a week ago, up to the same hour', async () => {
    const before = await seller.insight.byDay(period());
    shop.passTime(7 * dayMs);
    const { payableFen } = await place(5);
    await count();

    const { sales } = await seller.insight.desk({});

    expect(sales).toHaveLength(1);
    expect(sales[0]).toMatchObject({
      side: 'own',
      today: { orders: 1, keptFen: payableFen },
      lastWeek: { orders: before.total.orders, keptFen: before.total.keptFen },
    });
    expect((await hq.insight.desk({})).sales.map(({ side }) => side)).toEqual(['own', 'channel']);
  });

  it('tell a desk what waits for it, and nobody else', async () => {
    const poor = await shop.openStore({ id: 'FIGPOOR', limitFen: 100, regionCode: '330106' });
    const orderId = shop.newId();
    await poor.orders.place({ orderId, lines: [{ skuId: 'RICE', quantity: 10 }] });

    const waits = async (client: Client) => (await client.insight.desk({})).waiting;

    expect(await waits(seller)).toContainEqual(
      expect.objectContaining({ kind: 'hold.credit', title: '信用挂起待审', count: 1, overdue: 0 }),
    );
    expect(await waits(await shop.as('d1-buyer'))).toEqual([]);
    expect((await waits(await shop.as('d2'))).filter(({ kind }) => kind.startsWith('hold.'))).toEqual([]);
    shop.passTime(2 * dayMs);
    expect(await waits(seller)).toContainEqual(
      expect.objectContaining({ kind: 'hold.credit', count: 1, overdue: 1 }),
    );
  });

  it('tell how orders were delivered: when they were signed for, whether on time and in full', async () => {
    const deliver = async (quantity: number, deliverOn: string | undefined, short: number) => {
      const [orderId, shipmentId] = [shop.newId(), shop.newId()];
      await store.orders.place({ orderId, lines: [{ skuId: 'RICE', quantity }], deliverOn });
      await seller.orders.ship({ orderId, shipmentId });
      return async () => {
        const differences = short > 0 ? [{ shipmentLineNo: 1, short }] : [];
        await store.orders.sign({ orderId, shipmentId, commandId: shop.newId(), differences });
      };
    };
    const sign = [
      await deliver(4, addDays(today(), 1), 0),
      await deliver(6, today(), 0),
      await deliver(8, addDays(today(), 3), 1),
      await deliver(5, undefined, 0),
    ];
    await sign[3]?.();
    shop.passTime(dayMs);
    for (const one of sign.slice(0, 3)) await one();
    await count();

    const delivered = await seller.insight.deliveries(period());

    expect(delivered.total).toEqual({
      orders: 4,
      promisedOrders: 3,
      onTimeOrders: 2,
      fullOrders: 3,
      otifOrders: 1,
      perfectOrders: 1,
      orderLines: 4,
      fullLines: 3,
    });
    expect(delivered).toMatchObject({ halfHours: 24, mostHours: 24 });
    expect(delivered.items.map(({ key, orders }) => [key, orders])).toEqual([
      [addDays(today(), -1), 1],
      [today(), 3],
    ]);
    const channel = await hq.insight.deliveries({ ...period(), side: 'channel', by: 'seller' });
    expect(channel.items).toMatchObject([{ key: 'D1', ...delivered.total }]);
  });

  endsWithBooks(() => shop);
});
