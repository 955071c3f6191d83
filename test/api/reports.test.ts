import type { Client } from '@tongpan/bff';
import { addDays, dayMs, recordDay, startOfDay, tallyAll } from '@tongpan/core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { aCustomer, creditSeller, openCreditSeller } from './credit-company';
import { codeOf, endsWithBooks, openShop, type Shop } from './open-shop';

afterAll(removePlaces);

/** What reports say beside what was sold, and the orders behind what was. */
forEachEngine('reports', (engine) => {
  let shop: Shop;
  let hq: Client;
  let seller: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    [hq, seller] = await Promise.all([shop.as('hq'), shop.as('d1')]);
  });
  afterAll(() => shop.close());

  const period = () => ({ from: addDays(shop.today, -30), to: shop.today });

  describe('of what is owed', () => {
    let boss: Client;
    let clerk: Client;
    beforeAll(async () => {
      await openCreditSeller(shop);
      [boss, clerk] = await Promise.all([shop.as('d9'), shop.as('d9-money')]);
      const slow = await aCustomer(shop, 'SLOW');
      await slow.owe(40_000, 5);
      await slow.owe(30_000, 95);
      const long = await slow.owe(10_000, 1);
      await slow.owe(20_000);
      await (await aCustomer(shop, 'PROMPT')).owe(25_000);
      await aCustomer(shop, 'NOTHING');
      const writeOffId = shop.newId();
      await clerk.credit.requestWriteOff({ writeOffId, billId: long.id, amountFen: 10_000, reason: '闭店' });
      await boss.credit.decideWriteOff({ writeOffId, commandId: shop.newId(), approve: true });
    });

    const owed = () => clerk.insight.receivables(period());

    it('tell each customer’s debt, what is late of it, and what a period brought, most first', async () => {
      const { total, items } = await owed();

      expect(items).toEqual([
        {
          key: 'SLOW',
          name: expect.any(String),
          receivableFen: 90_000,
          overdueFen: 70_000,
          over90Fen: 30_000,
          creditSalesFen: 20_000,
          writtenOffFen: 10_000,
        },
        {
          key: 'PROMPT',
          name: expect.any(String),
          receivableFen: 25_000,
          overdueFen: 0,
          over90Fen: 0,
          creditSalesFen: 25_000,
          writtenOffFen: 0,
        },
      ]);
      expect(total).toEqual({
        receivableFen: 115_000,
        overdueFen: 70_000,
        over90Fen: 30_000,
        creditSalesFen: 45_000,
        writtenOffFen: 10_000,
      });
    });

    it('do not count what was written off and came back', async () => {
      const before = (await owed()).total;
      const [written] = (
        await clerk.credit.receipts({ sellerId: creditSeller, buyerId: 'SLOW', limit: 100 })
      ).items.filter(({ kind }) => kind === 'writeOff');
      await boss.credit.reverseReceipt({
        receiptId: written?.receiptId ?? '',
        commandId: shop.newId(),
        reason: '又开了',
      });

      expect((await owed()).total).toEqual({
        ...before,
        receivableFen: before.receivableFen + 10_000,
        overdueFen: before.overdueFen + 10_000,
        writtenOffFen: 0,
      });
    });

    it('leave out bills of a day that is not asked for', async () => {
      const yesterday = addDays(shop.today, -1);
      const { total } = await clerk.insight.receivables({ from: yesterday, to: yesterday });

      expect(total).toMatchObject({ creditSalesFen: 0, writtenOffFen: 0 });
      expect(total.receivableFen).toBe((await owed()).total.receivableFen);
    });

    it('are each seller’s own; HQ hears of sellers, and not of their customers', async () => {
      const { total } = await owed();
      expect((await seller.insight.receivables(period())).items).toEqual([]);

      const channel = await hq.insight.receivables({ ...period(), side: 'channel' });

      expect(channel.items).toMatchObject([{ key: creditSeller, receivableFen: total.receivableFen }]);
      expect(await codeOf(clerk.insight.receivables({ ...period(), side: 'channel' }))).toBe(
        'insight.notYours',
      );
    });
  });

  describe('of what lay in stock', () => {
    beforeAll(async () => {
      await shop.addGoods({ id: 'PLENTY', onHand: 1_000 });
      await shop.addGoods({ id: 'SCARCE', onHand: 40 });
      const store = await shop.openStore({ id: 'SHELF', limitFen: 100_000_000, regionCode: '330106' });
      const orderId = shop.newId();
      await store.orders.place({
        orderId,
        lines: [
          { skuId: 'PLENTY', quantity: 100 },
          { skuId: 'SCARCE', quantity: 40 },
        ],
      });
      await seller.orders.ship({ orderId, shipmentId: shop.newId() });
      await shop.core.database.transaction((tx) => recordDay(tx, 'W-D1', shop.today));
    });

    it('tell days out of stock, what was sent, and how long the rest lasts', async () => {
      const { items, total } = await seller.insight.shelves(period());

      expect(items[0]).toMatchObject({
        key: 'SCARCE',
        skuDays: 1,
        stockOutDays: 1,
        onHandDays: 0,
        shipped: 40,
      });
      expect(items).toContainEqual(
        expect.objectContaining({
          key: 'PLENTY',
          baseUnit: expect.any(String),
          skuDays: 1,
          stockOutDays: 0,
          onHandDays: 900,
          shipped: 100,
        }),
      );
      expect(total).toMatchObject({
        skuDays: items.length,
        stockOutDays: items.filter(({ stockOutDays }) => stockOutDays > 0).length,
      });
    });

    it('tell what became of ageing goods by their deadline, and of those alone that are due', async () => {
      const now = shop.core.clock.now();
      const deadlines = [
        ['handled', now - dayMs, now - 2 * dayMs],
        ['handled', now - 2 * dayMs, now - dayMs],
        ['open', now - dayMs, null],
        ['escalated', now - dayMs, now - 2 * dayMs],
        ['gone', now - dayMs, now - 2 * dayMs],
        ['open', now + dayMs, null],
        ['handled', startOfDay(addDays(shop.today, -40)), startOfDay(addDays(shop.today, -41))],
      ] as const;
      const [lot] = await shop.rows<{ id: string }>(`SELECT id FROM lot WHERE skuId = 'PLENTY'`);
      const levels = ['blue', 'yellow', 'red', 'stopSale', 'expired', 'other', 'another'];
      for (const [index, [state, dueAt, closedAt]] of deadlines.entries())
        await shop.run(
          `INSERT INTO expiryAlert (id, lotId, level, ownerId, warehouseId, skuId, lotNo, expiresOn, quantity, desk,
                                    raisedAt, dueAt, state, action, outcome, closedBy, closedAt)
           VALUES (?, ?, ?, 'D1', 'W-D1', 'PLENTY', 'L1', '2030-01-01', 1, 'warehouse', 1, ?, ?, NULL, '', NULL, ?)`,
          [`A${index}`, lot?.id ?? '', levels[index] ?? '', dueAt, state, closedAt],
        );

      expect((await seller.insight.shelves(period())).total).toMatchObject({
        dueAlerts: 4,
        handledInTime: 1,
      });
      await shop.run('DELETE FROM expiryAlert');
    });

    it('are each owner’s own, and the channel’s for HQ by distributor', async () => {
      const { total } = await seller.insight.shelves(period());
      const other = await shop.as('d2');
      expect((await other.insight.shelves(period())).total.skuDays).toBe(0);

      const channel = await hq.insight.shelves({ ...period(), side: 'channel' });

      expect(channel.total).toEqual(total);
      expect(channel.items).toMatchObject([
        { key: 'D1', skuDays: total.skuDays, stockOutDays: total.stockOutDays },
      ]);
    });
  });

  describe('of goods by what they are', () => {
    beforeAll(async () => {
      const [tea, juice] = ['TEA-CUT', 'JUICE-CUT'];
      await shop.addGoods({ id: tea, onHand: 100_000 });
      await shop.addGoods({ id: juice, onHand: 100_000 });
      await shop.run(
        `INSERT INTO category (id, name, parentId, position, version) VALUES ('CUT-TOP', '饮料', NULL, 1, 1), ('CUT-TEA', '茶饮', 'CUT-TOP', 1, 1)`,
      );
      await shop.run(`INSERT INTO brand (id, name, position, version) VALUES ('CUT-B', '清谷', 1, 1)`);
      await shop.run(`UPDATE sku SET category = 'CUT-TEA', brand = 'CUT-B' WHERE id = ?`, [tea]);
      await shop.run(`UPDATE sku SET category = 'CUT-TOP', brand = '' WHERE id = ?`, [juice]);
      const store = await shop.openStore({ id: 'CUTS', limitFen: 100_000_000, regionCode: '330106' });
      for (const lines of [
        [
          { skuId: tea, quantity: 10 },
          { skuId: juice, quantity: 20 },
        ],
        [{ skuId: tea, quantity: 30 }],
      ])
        await store.orders.place({ orderId: shop.newId(), lines });
      await shop.core.outbox.drain();
      await tallyAll(shop.core.database);
    });

    it.each(['category', 'brand'] as const)('by %s: the money of all of them, and no more', async (by) => {
      const { items } = await seller.insight.ranges({ ...period(), by });
      const goods = (await seller.insight.goods(period())).items;
      const fenOf = (...skuIds: string[]) =>
        goods.filter(({ key }) => skuIds.includes(key)).reduce((total, { keptFen }) => total + keptFen, 0);

      const [tea, juice] = by === 'category' ? ['CUT-TEA', 'CUT-TOP'] : ['CUT-B', ''];
      expect(items).toContainEqual({
        key: tea,
        name: by === 'category' ? '饮料 / 茶饮' : '清谷',
        skus: 1,
        orderedSkus: 2,
        keptFen: fenOf('TEA-CUT'),
      });
      const ofJuice = items.find(({ key }) => key === juice);
      expect(ofJuice?.name).toBe(by === 'category' ? '饮料' : '');
      if (by === 'category') expect(ofJuice?.keptFen).toBe(fenOf('JUICE-CUT'));
      expect(items.reduce((total, { keptFen }) => total + keptFen, 0)).toBe(
        fenOf(...goods.map(({ key }) => key)),
      );
      expect((await (await shop.as('d2')).insight.ranges({ ...period(), by })).items).toEqual([]);
    });
  });

  describe('lead to orders', () => {
    let orderIds: readonly string[];
    const countAnew = async (ids: readonly string[]) => {
      await shop.core.outbox.drain();
      await tallyAll(shop.core.database);
      await shop.run(
        `INSERT INTO insightTurn (orderId) SELECT id FROM salesOrder WHERE id IN (${ids.map(() => '?').join()})`,
        [...ids],
      );
      await tallyAll(shop.core.database);
    };
    beforeAll(async () => {
      await shop.addGoods({ id: 'BEHIND1', onHand: 100_000 });
      await shop.addGoods({ id: 'BEHIND2', onHand: 100_000 });
      const store = await shop.openStore({ id: 'BEHIND', limitFen: 100_000_000, regionCode: '330106' });
      const placed: string[] = [];
      for (let day = 0; day < 10; day += 1) {
        const orderId = shop.newId();
        const skuId = day % 2 === 0 ? 'BEHIND1' : 'BEHIND2';
        await store.orders.place({ orderId, lines: [{ skuId, quantity: 10 }] });
        placed.push(orderId);
      }
      await store.orders.cancel({ orderId: placed[1] ?? '', commandId: shop.newId(), reason: '不要了' });
      await store.orders.cancel({ orderId: placed[2] ?? '', commandId: shop.newId(), reason: '不要了' });
      // Their days are spread over the past, as the figures have them.
      for (const [index, orderId] of placed.entries())
        await shop.run('UPDATE salesOrder SET placedAt = placedAt - ? WHERE id = ?', [
          index * 2 * dayMs,
          orderId,
        ]);
      await countAnew(placed);
      orderIds = placed;
    });

    type Wanted = Parameters<Client['insight']['orders']>[0];
    const behind = async (client: Client, wanted: Partial<Wanted>) => {
      const found: { orderId: string; isKept: boolean }[] = [];
      let cursor: string | undefined;
      do {
        const page = await client.insight.orders({ ...period(), ...wanted, limit: 2, cursor });
        found.push(...page.items.map(({ orderId, isKept }) => ({ orderId, isKept })));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return found;
    };

    it.each(['buyer', 'province', 'all'] as const)('by %s: as many as the figure says', async (by) => {
      const keys = { buyer: 'BEHIND', province: '33', all: '' };
      const figures =
        by === 'all'
          ? (await seller.insight.byDay(period())).total
          : (await seller.insight.by({ ...period(), by })).items.find(({ key }) => key === keys[by]);

      const found = await behind(seller, { by, key: keys[by] });

      expect(found).toHaveLength(figures?.orders ?? -1);
      expect(found.filter(({ isKept }) => isKept)).toHaveLength(figures?.keptOrders ?? -1);
      if (by === 'buyer') expect(found.map(({ orderId }) => orderId)).toEqual(orderIds);
    });

    it('by goods: those that are kept, day by day', async () => {
      const figures = (await seller.insight.goods(period())).items.find(({ key }) => key === 'BEHIND1');

      const found = await behind(seller, { by: 'goods', key: 'BEHIND1' });

      expect(figures?.orders).toBe(4);
      expect(found).toEqual([0, 4, 6, 8].map((index) => ({ orderId: orderIds[index], isKept: true })));
    });

    it('by goods of many days: no day is left out and none comes twice', async () => {
      await shop.addGoods({ id: 'OFTEN', onHand: 100_000 });
      const store = await shop.openStore({ id: 'OFTEN', limitFen: 100_000_000, regionCode: '330106' });
      const placed: string[] = [];
      for (let day = 0; day < 20; day += 1) {
        const orderId = shop.newId();
        await store.orders.place({ orderId, lines: [{ skuId: 'OFTEN', quantity: 10 }] });
        await shop.run('UPDATE salesOrder SET placedAt = placedAt - ? WHERE id = ?', [day * dayMs, orderId]);
        placed.push(orderId);
      }
      await countAnew(placed);
      const read: string[] = [];
      let cursor: string | undefined;
      let pages = 0;
      do {
        const page = await seller.insight.orders({
          ...period(),
          by: 'goods',
          key: 'OFTEN',
          limit: 50,
          cursor,
        });
        read.push(...page.items.map(({ orderId }) => orderId));
        cursor = page.nextCursor ?? undefined;
        pages += 1;
      } while (cursor !== undefined);

      expect(read).toEqual(placed);
      expect(pages).toBeGreaterThan(2);
    });

    it('name what they have in common, and nobody who is not a customer', async () => {
      const nameOf = async (client: Client, wanted: Partial<Wanted>) =>
        (await client.insight.orders({ ...period(), ...wanted })).name;
      const other = await shop.as('d2');

      expect(await nameOf(seller, { by: 'province', key: '33' })).toBe('浙江省');
      expect(await nameOf(seller, { by: 'goods', key: 'BEHIND1' })).toContain('BEHIND1');
      expect(await nameOf(seller, { by: 'buyer', key: 'BEHIND' })).toEqual(expect.any(String));
      expect(await nameOf(other, { by: 'buyer', key: 'BEHIND' })).toBeNull();
      expect(await nameOf(other, { by: 'goods', key: 'BEHIND1' })).toBeNull();
      expect(await behind(other, { by: 'all' })).toEqual([]);
    });

    it('are the channel’s for HQ, seller by seller', async () => {
      const mine = await behind(seller, { by: 'all' });

      expect(await behind(hq, { side: 'channel', by: 'seller', key: 'D1' })).toEqual(mine);
      expect(await behind(hq, { by: 'all' })).toEqual([]);
      expect(await codeOf(seller.insight.orders({ ...period(), side: 'channel' }))).toBe('insight.notYours');
      expect(await codeOf(seller.insight.orders({ ...period(), cursor: 'forged' }))).toBe(
        'request.cursorUnknown',
      );
    });
  });

  endsWithBooks(() => shop);
});
