import type { Client } from '@tongpan/bff';
import { dayMs, releaseSoftly, reserveSoftly, scanExpiry } from '@tongpan/core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('the expiry desk', (engine) => {
  let shop: Shop;
  let distributor: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    distributor = await shop.as('d1');
    const lot = (lotNo: string, ageDays: number) => ({ lotNo, ageDays, quantity: 50 });
    await shop.addGoods({
      id: 'YOGHURT',
      shelfLifeDays: 21,
      lots: [lot('Y-10', 10), lot('Y-11', 11), lot('Y-15', 15), lot('Y-17', 17), lot('Y-21', 21)],
    });
  });
  afterAll(() => shop.close());

  const alertsOf = async (query = {}) =>
    (await distributor.stock.alerts({ limit: 100, ...query })).items.filter(
      ({ skuId }) => skuId === 'YOGHURT',
    );
  const openNow = async () =>
    (await alertsOf({ state: 'open' })).map(({ lotNo, level }) => `${lotNo} ${level}`).sort();
  const scan = (days = 0) => scanExpiry(shop.core, shop.core.clock.now() + days * dayMs);
  const command = () => ({ commandId: shop.newId() });

  it('raises one alert for each lot and level, with a desk and a deadline', async () => {
    await scan();

    expect(await openNow()).toEqual(['Y-11 blue', 'Y-15 yellow', 'Y-17 red', 'Y-21 expired']);
    const [red] = await alertsOf({ level: 'red' });
    expect(red).toMatchObject({ desk: 'manager', quantity: 50, isOverdue: false, state: 'open' });
    expect(Date.parse(red?.dueAt ?? '') - Date.parse(red?.raisedAt ?? '')).toBe(dayMs);
  });

  it('raises nothing twice', async () => {
    const before = await shop.ledger();

    expect(await scan()).toMatchObject({ locked: 0, raised: 0, escalated: 0 });

    expect(await shop.ledger()).toEqual(before);
  });

  it('locks what has expired, out of one quality into the other', async () => {
    const { items } = await distributor.stock.lots({ skuId: 'YOGHURT', quality: 'expired' });
    expect(items).toMatchObject([{ lotNo: 'Y-21', onHand: 50, level: 'expired' }]);
    const moves = await distributor.stock.movements({ skuId: 'YOGHURT', kind: 'expire' });
    expect(moves.items.map(({ quantity, quality }) => [quantity, quality])).toEqual([
      [50, 'expired'],
      [-50, 'available'],
    ]);

    const lotId = items[0]?.lotId ?? '';
    const free = distributor.stock.moveQuality({ lotId, ...command(), to: 'inspection', reason: '再看看' });
    expect(await codeOf(free)).toBe('stock.qualityForbids');
  });

  it('goes on to the worse level, and leaves the better one behind', async () => {
    await scan(1);

    expect(await openNow()).toEqual(['Y-10 blue', 'Y-11 blue', 'Y-15 red', 'Y-17 red', 'Y-21 expired']);
    expect(await alertsOf({ state: 'escalated' })).toMatchObject([{ lotNo: 'Y-15', level: 'yellow' }]);
  });

  it('closes an alert with what was done, and counts what was in time', async () => {
    const red = (await alertsOf({ level: 'red', state: 'open' })).find(({ lotNo }) => lotNo === 'Y-17');
    const alertId = red?.alertId ?? '';
    const input = { alertId, ...command(), action: 'markdown' as const, outcome: '七折，三天卖完' };

    const handled = await distributor.stock.handleAlert(input);

    expect(handled).toMatchObject({ state: 'handled', action: 'markdown', outcome: '七折，三天卖完' });
    expect(await distributor.stock.handleAlert(input)).toEqual(handled);
    expect(await codeOf(distributor.stock.handleAlert({ ...input, ...command() }))).toBe('stock.alertClosed');
    await shop.run(`UPDATE expiryAlert SET dueAt = 1 WHERE lotNo = 'Y-15' AND level = 'red'`);
    const late = (await alertsOf({ level: 'red', state: 'open' })).find(({ lotNo }) => lotNo === 'Y-15');
    expect(late).toMatchObject({ isOverdue: true });
    await distributor.stock.handleAlert({ ...input, ...command(), alertId: late?.alertId ?? '' });

    const counts = (await distributor.stock.alertCounts({})).items.find(({ level }) => level === 'red');
    expect(counts).toMatchObject({ open: 0, overdue: 0, handledInTime: 1, handledLate: 1 });
  });

  it('adds up what is at each level, and lists the lots of one', async () => {
    const { items: byWarehouse } = await distributor.stock.levels({});
    const { items: bySku } = await distributor.stock.levels({ by: 'sku' });
    const { items: lots } = await distributor.stock.lots({ limit: 100 });
    const levels = [...new Set(lots.map(({ level }) => level))];
    /** Page after page, each of one lot. */
    const lotsAt = async (level: (typeof levels)[number]) => {
      const found: typeof lots = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: Awaited<ReturnType<typeof distributor.stock.lots>> = await distributor.stock.lots({
          level,
          limit: 1,
          ...(cursor ? { cursor } : {}),
        });
        found.push(...page.items);
        cursor = page.nextCursor;
      }
      return found;
    };

    for (const level of levels) {
      const found = await lotsAt(level);
      const onHand = found.reduce((total, lot) => total + lot.onHand, 0);
      const totalOf = (heaps: typeof byWarehouse) =>
        heaps.filter((heap) => heap.level === level).reduce((total, heap) => total + heap.onHand, 0);

      expect(found.map(({ lotId }) => lotId)).toEqual(
        lots.filter((lot) => lot.level === level).map(({ lotId }) => lotId),
      );
      expect([totalOf(byWarehouse), totalOf(bySku)]).toEqual([onHand, onHand]);
    }
    expect(levels.length).toBeGreaterThan(2);
    expect(bySku.every(({ name }) => name !== '')).toBe(true);
  });

  it('leaves an alert to its desk', async () => {
    const [expired] = await alertsOf({ level: 'expired', state: 'open' });
    const buyer = await shop.as('d1-buyer');
    const input = {
      alertId: expired?.alertId ?? '',
      ...command(),
      action: 'other' as const,
      outcome: '试试',
    };

    expect(await codeOf(buyer.stock.handleAlert(input))).toBe('stock.notYourDesk');
  });

  it('asks nobody about a lot that is empty', async () => {
    const { items } = await distributor.stock.lots({ skuId: 'YOGHURT', quality: 'expired' });
    const lotId = items[0]?.lotId ?? '';
    await distributor.stock.destroy({
      lotId,
      ...command(),
      quantity: 50,
      reason: '过期',
      proof: '监销单 17',
    });

    await scan(1);

    expect(await alertsOf({ state: 'gone' })).toMatchObject([{ lotNo: 'Y-21', level: 'expired' }]);
  });

  it('shows HQ an owner’s alerts on request, and others nothing', async () => {
    const headquarters = await shop.as('hq');
    const other = await shop.as('d2');

    expect((await headquarters.stock.alerts({ ownerId: 'D1' })).items.length).toBeGreaterThan(0);
    expect((await other.stock.alerts({ ownerId: 'D1' })).items).toEqual([]);
    expect((await other.stock.alertCounts({ ownerId: 'D1' })).items).toEqual([]);
  });

  it('keeps soft reservations for a while: they count as reserved, and come back whole', async () => {
    await shop.addGoods({ id: 'SOFT', onHand: 30 });
    const lotId = (await distributor.stock.lots({ skuId: 'SOFT' })).items[0]?.lotId ?? '';
    const summary = async () => (await distributor.stock.summary({ skuId: 'SOFT' })).items[0];
    const soft = shop.newId();
    const until = shop.core.clock.now() + 900_000;
    await shop.core.database.transaction((tx) =>
      reserveSoftly(tx, soft, 'D1', [{ lotId, quantity: 20 }], until),
    );

    expect(await summary()).toMatchObject({ softReserved: 20, reserved: 0, sellable: 10 });

    const freed = await shop.core.database.transaction((tx) => releaseSoftly(tx, [soft]));
    expect(freed).toEqual([{ lotId, quantity: 20 }]);
    expect(await shop.core.database.transaction((tx) => releaseSoftly(tx, [soft]))).toEqual([]);
    expect(await summary()).toMatchObject({ softReserved: 0, sellable: 30 });
  });

  endsWithBooks(() => shop);
});
