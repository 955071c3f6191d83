import type { Client } from '@tongpan/bff';
import { addDays, dayMs, recordDay, tallyAll } from '@tongpan/core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { afterSalesOf } from './after-sales-cases';
import { codeOf, endsWithBooks, openShop, type Shop } from './open-shop';
import { aPromotionOf } from './promotion-inputs';

afterAll(removePlaces);

/** What reports say of losses, slow stock, after-sales, promotions and diversion is what the rows behind it come to. */
forEachEngine('reports beside what was sold', (engine) => {
  let shop: Shop;
  let hq: Client;
  let seller: Client;
  let other: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    [hq, seller, other] = await Promise.all([shop.as('hq'), shop.as('d1'), shop.as('d2')]);
  });
  afterAll(() => shop.close());

  const period = () => ({ from: addDays(shop.today, -30), to: shop.today });
  const longAgo = () => ({ from: addDays(shop.today, -60), to: addDays(shop.today, -31) });
  const channel = () => ({ ...period(), side: 'channel' as const });
  const count = async () => {
    await shop.core.outbox.drain();
    await tallyAll(shop.core.database);
  };
  const numberOf = async (sql: string, parameters: (string | number)[] = []) =>
    Number((await shop.rows<{ value: number }>(sql, parameters))[0]?.value ?? 0);
  const cases = afterSalesOf(
    () => shop,
    () => seller,
  );

  describe('of after-sales', () => {
    let skuId: string;
    let storeId: string;
    let afterSalesId: string;
    beforeAll(async () => {
      const signed = await cases.aSigned();
      ({ skuId, storeId } = signed);
      ({ afterSalesId } = await signed.ask(4));
      await cases.approve(afterSalesId);
      await cases.receive(afterSalesId, [
        { lineNo: 1, restocked: 3, nearExpiry: 0, quarantined: 0, destroyed: 1, notReceived: 0 },
      ]);
      await signed.ask(1, { kind: 'claim', reason: 'damaged' });
      const elsewhere = await signed.ask(1, {
        lines: [{ shipmentId: signed.shipmentId, shipmentLineNo: 1, quantity: 1, lotNo: 'FROM-ELSEWHERE' }],
      });
      expect(elsewhere.suspectsDiversion).toBe(true);
      await count();
    });

    it('tell what was asked and given back, and lead to those requests', async () => {
      const { total, items } = await seller.insight.returns({ ...period(), by: 'kind' });

      expect(total).toMatchObject({
        requests: await numberOf(`SELECT COUNT(*) AS value FROM afterSales WHERE sellerId = 'D1'`),
        grantedFen: await numberOf(`SELECT SUM(grantedFen) AS value FROM afterSales WHERE sellerId = 'D1'`),
        askedFen: await numberOf('SELECT SUM(worthFen) AS value FROM afterSalesLine'),
        openRequests: 1,
        refusedRequests: 1,
        closedRequests: 1,
      });
      expect(total.grantedFen).toBeGreaterThan(0);
      expect(total.keptFen).toBe((await seller.insight.byDay(period())).total.keptFen);
      expect(items).toMatchObject([
        { key: 'return', name: '退货退款', requests: 2 },
        { key: 'claim', name: '索赔', requests: 1 },
      ]);
      for (const [by, filter] of [
        ['kind', { kind: 'return' }],
        ['reason', { reason: 'quality' }],
        ['buyer', { buyerId: storeId }],
      ] as const) {
        const rows = (await seller.insight.returns({ ...period(), by })).items;
        const behind = (await seller.afterSales.list({ side: 'seller', ...period(), ...filter })).items;
        const [wanted] = Object.values(filter);
        expect(rows.find(({ key }) => key === wanted)?.requests).toBe(behind.length);
      }
      expect((await seller.afterSales.list({ side: 'seller', ...longAgo() })).items).toEqual([]);
    });

    it('tell what became of the goods', async () => {
      const { items } = await seller.insight.returnedGoods(period());

      expect(items.find(({ key }) => key === skuId)).toMatchObject({
        requests: 3,
        asked: 6,
        restocked: 3,
        lost: 1,
      });
    });

    it('count goods from elsewhere as suspicions of diversion', async () => {
      const { total } = await seller.insight.diversions({ ...period(), by: 'buyer' });
      const behind = await seller.afterSales.list({ side: 'seller', suspectsDiversion: 'true' });

      expect(total.suspicions).toBe(behind.items.length);
      for (const [by, key, name] of [
        ['day', shop.today, shop.today],
        ['province', '33', '浙江省'],
        ['buyer', storeId, expect.any(String)],
      ] as const) {
        const { items } = await seller.insight.diversions({ ...period(), by });
        expect(items).toContainEqual(expect.objectContaining({ key, name, suspicions: 1 }));
      }
    });
  });

  it('tell what was stopped at a border, by seller, day and province', async () => {
    for (const [id, on, regionCode] of [
      ['B1', shop.today, '330203'],
      ['B2', addDays(shop.today, -1), '310115'],
      ['B3', addDays(shop.today, -40), '310115'],
    ] as const)
      await shop.run(
        `INSERT INTO territoryBlocked (id, orderId, lineNo, sellerId, buyerId, skuId, quantity, channel, regionCode,
                                       townCode, reason, grantId, \`on\`, at)
         VALUES (?, ?, 1, 'D1', 'S1', 'WATER', 12, 'traditional', ?, NULL, 'area', NULL, ?, 1)`,
        [id, id, regionCode, on],
      );

    const bySeller = await hq.insight.diversions({ ...channel(), by: 'seller' });
    const byProvince = await seller.insight.diversions({ ...period(), by: 'province' });
    const byDay = await seller.insight.diversions({ ...period(), by: 'day' });

    const behind = await hq.territory.blocked({
      sellerId: 'D1',
      from: period().from,
      to: addDays(shop.today, 1),
    });
    expect(behind.items).toHaveLength(2);
    expect(bySeller.items).toMatchObject([{ key: 'D1', blockedLines: 2, blockedOrders: 2 }]);
    expect(byProvince.items).toContainEqual(
      expect.objectContaining({ key: '31', name: '上海市', blockedLines: 1, suspicions: 0 }),
    );
    expect(byDay.items.map(({ key, blockedLines }) => [key, blockedLines])).toEqual([
      [addDays(shop.today, -1), 1],
      [shop.today, 1],
    ]);
    expect((await other.insight.diversions({ ...period(), by: 'day' })).items).toEqual([]);
    expect(await codeOf(seller.insight.diversions({ ...channel(), by: 'seller' }))).toBe('insight.notYours');
  });

  describe('of what is lost and what does not sell', () => {
    beforeAll(async () => {
      for (const id of ['SOLD-LOST', 'UNSOLD-LOST', 'SLOW']) await shop.addGoods({ id, onHand: 100 });
      const store = await shop.openStore({ id: 'LOSSES', limitFen: 100_000_000, regionCode: '330106' });
      const orderId = shop.newId();
      await store.orders.place({ orderId, lines: [{ skuId: 'SOLD-LOST', quantity: 40 }] });
      await seller.orders.ship({ orderId, shipmentId: shop.newId() });
      for (const [skuId, quantity] of [
        ['SOLD-LOST', 10],
        ['UNSOLD-LOST', 5],
      ] as const) {
        const [lot] = await shop.rows<{ id: string }>('SELECT id FROM lot WHERE skuId = ?', [skuId]);
        await seller.stock.destroy({
          ...{ lotId: lot?.id ?? '', commandId: shop.newId(), quantity },
          ...{ reason: '水浸', proof: '照片三张' },
        });
      }
      await count();
    });

    it('tell what was destroyed, at what it was sold for', async () => {
      const { total, items } = await seller.insight.losses(period());
      const sold = (await seller.insight.goods(period())).items.find(({ key }) => key === 'SOLD-LOST');

      const worthFen = Math.round(((sold?.keptFen ?? 0) * 10) / 40);
      expect(worthFen).toBeGreaterThan(0);
      expect(items).toMatchObject([
        { key: 'SOLD-LOST', destroyed: 10, expired: 0, lossFen: worthFen, unvaluedSkus: 0 },
        { key: 'UNSOLD-LOST', destroyed: 5, lossFen: 0, unvaluedSkus: 1 },
      ]);
      expect(total).toMatchObject({ skus: 2, lossFen: worthFen, unvaluedSkus: 1 });
      expect(items.reduce((units, { destroyed }) => units + destroyed, 0)).toBe(
        await numberOf(
          `SELECT SUM(-quantity) AS value FROM movement WHERE kind = 'destroy' AND documentKind = 'operation'`,
        ),
      );
      expect((await hq.insight.losses(channel())).items).toMatchObject([{ key: 'D1', lossFen: worthFen }]);
      expect((await seller.insight.losses(longAgo())).items).toEqual([]);
      expect((await other.insight.losses(period())).items).toEqual([]);
    });

    it('tell what has lain there and was sent to nobody', async () => {
      await shop.run(`UPDATE lot SET receivedAt = ? WHERE skuId IN ('SLOW', 'SOLD-LOST')`, [
        shop.core.clock.now() - 100 * dayMs,
      ]);
      await shop.core.database.transaction((tx) => recordDay(tx, 'W-D1', shop.today));
      const found = async (days: number) =>
        (await seller.insight.slowStock({ days })).items.filter(({ skuId }) => /SLOW|LOST/.test(skuId));

      expect(await found(90)).toMatchObject([{ skuId: 'SLOW', onHand: 100, lastShippedOn: null }]);
      expect(await found(120)).toEqual([]);
      const { total } = await seller.insight.slowStock({ days: 90 });
      expect(total.stockedSkus).toBe(
        await numberOf(`SELECT COUNT(DISTINCT skuId) AS value FROM lot WHERE ownerId = 'D1' AND onHand > 0`),
      );
      expect((await hq.insight.slowStock({ days: 90, side: 'channel' })).items).toContainEqual(
        expect.objectContaining({ skuId: 'SLOW' }),
      );
      expect((await other.insight.slowStock({ days: 90 })).items).toEqual([]);
    });
  });

  it('tell what orders with a promotion came to beside its cost, and lead to them', async () => {
    const store = await shop.openStore({ id: 'PROMOTED', limitFen: 100_000_000, regionCode: '330106' });
    const promotionId = shop.newId();
    const { audience } = aPromotionOf('D1');
    await seller.promotions.put({
      ...{ commandId: shop.newId(), expectedVersion: 0 },
      promotion: aPromotionOf('D1', {
        promotionId,
        audience: { ...audience, buyerIds: ['PROMOTED'] },
        rule: { tiers: [{ fromFen: 10_000, offFen: 1_000 }], isPerMultiple: false },
      }),
    });
    await seller.promotions.publish({ commandId: shop.newId(), promotionId, expectedVersion: 1 });
    await shop.addGoods({ id: 'PROMOTED', onHand: 10_000 });
    const orderIds = [shop.newId(), shop.newId(), shop.newId()];
    for (const orderId of orderIds)
      await store.orders.place({ orderId, lines: [{ skuId: 'PROMOTED', quantity: 600 }] });
    await seller.orders.ship({ orderId: orderIds[0] ?? '', shipmentId: shop.newId() });
    await store.orders.cancel({ orderId: orderIds[2] ?? '', commandId: shop.newId(), reason: '不要了' });
    await count();

    const { items, total } = await seller.insight.promoted(period());
    const behind = await seller.insight.orders({ ...period(), by: 'promotion', key: promotionId });

    const kept = behind.items.filter(({ isKept }) => isKept);
    expect(kept.map(({ orderId }) => orderId).sort()).toEqual(orderIds.slice(0, 2).sort());
    expect(behind.items).toHaveLength(2);
    expect(behind.name).toBe('年度满减');
    expect(items.find(({ key }) => key === promotionId)).toMatchObject({
      name: '年度满减',
      keptOrders: 2,
      keptFen: kept.reduce((sum, { payableFen }) => sum + payableFen, 0),
      costFen: 1_000,
    });
    expect(total.costFen).toBe(await numberOf('SELECT SUM(amountFen) AS value FROM promotionCost'));
    expect((await hq.insight.promoted(channel())).items).toMatchObject([{ key: promotionId }]);
    expect((await other.insight.promoted(period())).items).toEqual([]);
  });

  endsWithBooks(() => shop);
});
