import type { Client } from '@tongpan/bff';
import { addDays, useQuotas } from '@tongpan/core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('what may be promised', (engine) => {
  let shop: Shop;
  let store: Client;
  let distributor: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    [store, distributor] = await Promise.all([shop.as('s1'), shop.as('d1')]);
  });
  afterAll(() => shop.close());

  const summaryOf = async (skuId: string) => (await distributor.stock.summary({ skuId })).items[0];
  const place = (skuId: string, quantity: number, client = store, orderId = shop.newId()) =>
    client.orders.place({ orderId, lines: [{ skuId, quantity }] });
  const rulesOf = (order: { findings: readonly { rule: string }[] }) =>
    order.findings.map(({ rule }) => rule);
  const command = () => ({ commandId: shop.newId() });

  it('leaves what the seller keeps back: 安全保留', async () => {
    await shop.addGoods({ id: 'BUFFER', onHand: 100 });
    await distributor.stock.setBuffer({ ...command(), skuId: 'BUFFER', quantity: 10 });
    await distributor.stock.setBuffer({ ...command(), skuId: 'BUFFER', warehouseId: 'W-D1', quantity: 30 });

    expect(await summaryOf('BUFFER')).toMatchObject({ onHand: 100, buffer: 40, sellable: 70 });
    expect(rulesOf(await place('BUFFER', 71))).toContain('stock.short');

    await distributor.stock.setBuffer({ ...command(), skuId: 'BUFFER', warehouseId: 'W-D1', quantity: 0 });
    expect((await distributor.stock.buffers({})).items).toEqual([
      { warehouseId: null, warehouseName: null, skuId: 'BUFFER', skuName: '商品 BUFFER', quantity: 10 },
    ]);
  });

  it('lets a channel take its quota and no more: 渠道配额', async () => {
    await shop.addGoods({ id: 'QUOTA', onHand: 500 });
    const quota = { skuId: 'QUOTA', channel: 'traditional' as const, startsOn: shop.today, quantity: 50 };
    await distributor.stock.setQuota({ ...command(), ...quota });
    const orderId = shop.newId();

    expect((await place('QUOTA', 40, store, orderId)).state).toBe('approved');
    expect(rulesOf(await place('QUOTA', 11, await shop.openStore({ id: 'Q-OTHER' })))).toContain(
      'stock.short',
    );
    const catering = await shop.openStore({ id: 'Q-CATERING', channel: 'catering' });
    expect((await place('QUOTA', 100, catering)).state).toBe('approved');

    const used = async () =>
      (await distributor.stock.quotas({})).items.find(({ skuId }) => skuId === 'QUOTA')?.used;
    // The short order holds what was left of the quota while it waits.
    expect(await used()).toBe(50);
    await store.orders.cancel({ orderId, ...command() });
    expect(await used()).toBe(10);
    expect((await place('QUOTA', 30, await shop.openStore({ id: 'Q-THIRD' }))).state).toBe('approved');
  });

  it('lets a line take of its quota again when it is filled later', async () => {
    await shop.addGoods({ id: 'AGAIN', onHand: 500 });
    const quota = { skuId: 'AGAIN', channel: 'traditional' as const, startsOn: shop.today, quantity: 50 };
    await distributor.stock.setQuota({ ...command(), ...quota });
    const use = { orderId: shop.newId(), lineNo: 1, sellerId: 'D1', ...quota, quantity: 20 };
    const take = (quantity: number) =>
      shop.core.database.transaction((tx) => useQuotas(tx, [{ ...use, quantity }]));
    await take(20);
    await take(5);

    const row = (await distributor.stock.quotas({})).items.find(({ skuId }) => skuId === 'AGAIN');
    expect(row?.used).toBe(25);
  });

  it('does not cut a quota below what is used', async () => {
    await shop.addGoods({ id: 'CUT', onHand: 500 });
    const quota = { skuId: 'CUT', channel: 'traditional' as const, startsOn: shop.today };
    await distributor.stock.setQuota({ ...command(), ...quota, quantity: 50 });
    await place('CUT', 20);

    expect(await codeOf(distributor.stock.setQuota({ ...command(), ...quota, quantity: 19 }))).toBe(
      'stock.quotaUsed',
    );
    expect(await distributor.stock.setQuota({ ...command(), ...quota, quantity: 20 })).toMatchObject({
      quantity: 20,
      used: 20,
    });
    const ended = { ...quota, endsOn: shop.today, quantity: 90 };
    expect(await codeOf(distributor.stock.setQuota({ ...command(), ...ended }))).toBe('stock.datesCrossed');
  });

  it('asks the life a rule of the customer asks', async () => {
    await shop.addGoods({ id: 'LIFE', lots: [{ lotNo: 'LIFE-1', ageDays: 100, quantity: 100 }] });
    const ruleId = shop.newId();
    const rule = { ruleId, scope: 'buyerSku' as const, subject: 'S1', goods: 'LIFE', startsOn: shop.today };
    await distributor.stock.addLifeRule({ ...rule, minimumDays: 300 });

    expect(rulesOf(await place('LIFE', 10))).toEqual(expect.arrayContaining(['stock.short', 'stock.ageing']));
    expect((await distributor.stock.lifeRules({})).items).toMatchObject([{ ruleId, minimumDays: 300 }]);
    await distributor.stock.removeLifeRule({ ruleId, ...command() });
    expect((await place('LIFE', 10)).state).toBe('approved');
    const again = distributor.stock.removeLifeRule({ ruleId, ...command() });
    expect(await codeOf(again)).toBe('stock.lifeRuleUnknown');
  });

  it('has the usual markdowns until the seller sets its own', async () => {
    expect((await distributor.stock.markdowns({})).items).toContainEqual({ fromBp: 3_333, markdownBp: 500 });
    const bands = [
      { fromBp: 0, markdownBp: 4_000 },
      { fromBp: 5_000, markdownBp: 100 },
    ];

    await distributor.stock.setMarkdowns({ ...command(), bands });

    expect((await distributor.stock.markdowns({})).items).toEqual(bands);
    expect((await (await shop.as('d2')).stock.markdowns({})).items).not.toEqual(bands);
    await distributor.stock.setMarkdowns({ ...command(), bands: [] });
    expect((await distributor.stock.markdowns({})).items).toHaveLength(5);
  });

  it('counts what is confirmed to come, from the day it comes: ATP', async () => {
    await shop.addGoods({ id: 'COMING', onHand: 20 });
    const inboundId = shop.newId();
    const day = (days: number) => addDays(shop.today, days);
    await distributor.stock.putInbound({
      inboundId,
      warehouseId: 'W-D1',
      skuId: 'COMING',
      expectedOn: day(5),
      quantity: 100,
    });
    expect(await summaryOf('COMING')).toMatchObject({ timeline: [{ on: day(0), quantity: 20 }] });

    await distributor.stock.confirmInbound({ inboundId, ...command() });
    expect(await summaryOf('COMING')).toMatchObject({
      sellable: 20,
      availableToPromise: 20,
      timeline: [
        { on: day(0), quantity: 20 },
        { on: day(5), quantity: 120 },
      ],
    });

    const lot = { lotNo: 'C-NEW', producedOn: day(-2) };
    await distributor.stock.receiveInbound({ inboundId, ...command(), ...lot, quantity: 60 });
    expect(await summaryOf('COMING')).toMatchObject({
      sellable: 80,
      timeline: [{ quantity: 80 }, { on: day(5), quantity: 120 }],
    });
    const tooMuch = distributor.stock.receiveInbound({ inboundId, ...command(), ...lot, quantity: 41 });
    expect(await codeOf(tooMuch)).toBe('stock.overReceived');
    expect(
      await distributor.stock.receiveInbound({ inboundId, ...command(), ...lot, quantity: 40 }),
    ).toMatchObject({
      state: 'received',
      received: 100,
    });
    expect(await codeOf(distributor.stock.cancelInbound({ inboundId, ...command() }))).toBe(
      'stock.inboundClosed',
    );
  });

  it('drops what is expected no longer', async () => {
    await shop.addGoods({ id: 'DROPPED', onHand: 20 });
    const inboundId = shop.newId();
    const expected = { warehouseId: 'W-D1', skuId: 'DROPPED', expectedOn: shop.today, quantity: 100 };
    await distributor.stock.putInbound({ inboundId, ...expected, isConfirmed: true });
    expect(await summaryOf('DROPPED')).toMatchObject({ sellable: 20, availableToPromise: 120 });

    await distributor.stock.cancelInbound({ inboundId, ...command() });

    expect(await summaryOf('DROPPED')).toMatchObject({ availableToPromise: 20 });
    expect((await distributor.stock.inbounds({ state: 'cancelled' })).items).toMatchObject([{ inboundId }]);
  });

  endsWithBooks(() => shop);
});
