import type { Client } from '@tongpan/bff';
import { addDays } from '@tongpan/core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('the pool and what owners agree about it', (engine) => {
  let shop: Shop;
  let one: Client;
  let other: Client;
  let headquarters: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    [one, other, headquarters] = await Promise.all([shop.as('d1'), shop.as('d2'), shop.as('hq')]);
  });
  afterAll(() => shop.close());

  const terms = () => ({
    commandId: shop.newId(),
    lenderId: 'D2',
    borrowerId: 'D1',
    scope: 'productLine' as const,
    scopeId: '饮品',
    quotaQuantity: 600,
    period: 'week' as const,
    price: { kind: 'fixed' as const, prices: [{ skuId: 'WATER', unitPriceE4: 17_000 }] },
    startsOn: shop.today,
    endsOn: addDays(shop.today, 90),
  });
  const seenBy = async (client: Client, agreementId: string) =>
    (await client.pool.agreements({ limit: 100 })).items.find((row) => row.agreementId === agreementId);
  const command = (agreementId: string) => ({ agreementId, commandId: shop.newId() });

  it('is proposed by one side and accepted by the other, not by who proposed it', async () => {
    const { agreementId } = await one.pool.propose(terms());
    expect(await seenBy(other, agreementId)).toMatchObject({
      ...{ state: 'proposed', proposedBy: 'D1', lenderName: 'D2 商号', quotaLeft: 600 },
      price: { kind: 'fixed', prices: [{ skuId: 'WATER', unitPriceE4: 17_000 }] },
    });
    expect(await codeOf(one.pool.accept(command(agreementId)))).toBe('pool.stateForbids');

    await other.pool.accept(command(agreementId));

    expect(await seenBy(one, agreementId)).toMatchObject({ state: 'active' });
    expect(await codeOf(other.pool.decline(command(agreementId)))).toBe('pool.stateForbids');
    await one.pool.end(command(agreementId));
    expect(await seenBy(other, agreementId)).toMatchObject({ state: 'ended' });
    expect(await codeOf(one.pool.end(command(agreementId)))).toBe('pool.stateForbids');
  });

  it('may be declined, and is then over', async () => {
    const { agreementId } = await other.pool.propose(terms());

    await one.pool.decline(command(agreementId));

    expect(await seenBy(other, agreementId)).toMatchObject({ state: 'declined' });
    expect(await codeOf(other.pool.end(command(agreementId)))).toBe('pool.stateForbids');
  });

  it('holds at once when HQ sets it for both, and is made once however often the command comes', async () => {
    const input = terms();

    const first = await headquarters.pool.propose(input);

    expect(await headquarters.pool.propose(input)).toEqual(first);
    expect(await codeOf(headquarters.pool.propose({ ...input, quotaQuantity: 1 }))).toBe('command.idReused');
    expect(await seenBy(one, first.agreementId)).toMatchObject({ state: 'active', proposedBy: 'HQ' });
    await headquarters.pool.end(command(first.agreementId));
  });

  it.each([
    ['with itself', { lenderId: 'D1', borrowerId: 'D1' }],
    ['for two others', { lenderId: 'D2', borrowerId: 'HQ' }],
    ['with a store', { lenderId: 'S1', borrowerId: 'D1' }],
    ['with nobody', { lenderId: 'NOBODY', borrowerId: 'D1' }],
  ])('is not made %s', async (_with, sides) => {
    expect(await codeOf(one.pool.propose({ ...terms(), ...sides }))).toBe('pool.partyUnknown');
  });

  it('must not end before it begins', async () => {
    expect(await codeOf(one.pool.propose({ ...terms(), endsOn: shop.today }))).toBe('request.invalid');
  });

  it('shows HQ all stock by SKU and owner, page by page, and a distributor its own', async () => {
    const walk = async (client: Client, ask: { ownerId?: string; skuId?: string } = {}) => {
      const rows = [];
      let cursor: string | null | undefined;
      do {
        const page = await client.pool.stock({ limit: 3, ...ask, ...(cursor ? { cursor } : {}) });
        rows.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor);
      return rows;
    };

    const all = await walk(headquarters);
    const keys = all.map(({ skuId, ownerId }) => `${skuId} ${ownerId}`);
    expect(keys).toEqual([...new Set(keys)].sort());
    expect(keys).toEqual(expect.arrayContaining(['WATER D1', 'WATER D2', 'WATER HQ', 'OIL HQ', 'MILK D1']));
    expect(new Set((await walk(one)).map(({ ownerId }) => ownerId))).toEqual(new Set(['D1']));
    expect(await walk(one, { ownerId: 'D2' })).toEqual(await walk(one));
    expect((await walk(headquarters, { ownerId: 'D2' })).map(({ ownerId }) => ownerId)).toEqual(['D2']);
    // Of the milk of 21 days 50 are twelve days old: nine left are more than a third.
    expect(await walk(one, { skuId: 'MILK' })).toMatchObject([{ onHand: 80, sellable: 80, ageing: 0 }]);
    await shop.addGoods({
      id: 'YOGHURT',
      shelfLifeDays: 21,
      lots: [
        { lotNo: 'Y-OLD', ageDays: 14, quantity: 9 },
        { lotNo: 'Y-NEW', ageDays: 13, quantity: 5 },
      ],
    });
    expect(await walk(one, { skuId: 'YOGHURT' })).toMatchObject([{ onHand: 14, sellable: 14, ageing: 9 }]);
  });

  it('says how much of the shared quota is left, to both sides', async () => {
    const { agreementId } = await headquarters.pool.propose({
      ...terms(),
      scope: 'sku',
      scopeId: 'WATER',
      quotaQuantity: 250,
    });

    const [lending] = (await other.pool.stock({ skuId: 'WATER' })).items;
    const [borrowing] = (await one.pool.stock({ skuId: 'WATER' })).items;

    expect(lending).toMatchObject({ ownerId: 'D2', lendQuotaLeft: 250, borrowQuotaLeft: 0 });
    expect(borrowing).toMatchObject({ ownerId: 'D1', lendQuotaLeft: 0, borrowQuotaLeft: 250 });
    await headquarters.pool.end(command(agreementId));
    expect((await one.pool.stock({ skuId: 'WATER' })).items).toMatchObject([{ borrowQuotaLeft: 0 }]);
  });

  it('keeps what a manager says of warehouses and of who is served from where', async () => {
    const input = {
      ...{ commandId: shop.newId(), warehouseId: 'W-D1', leadDays: 2, costRank: 5 },
      temperatureZones: ['ambient' as const, 'chilled' as const],
      servesRegions: ['33', '3101'],
    };
    await one.pool.setWarehouse(input);
    await one.pool.setContractWarehouse({
      commandId: shop.newId(),
      buyerId: 'S1',
      warehouseId: 'W-D1',
      isOnly: true,
    });

    const [kept] = await shop.rows<{ servesRegions: string; leadDays: number }>(
      `SELECT servesRegions, leadDays FROM warehouse WHERE id = 'W-D1'`,
    );
    expect(kept).toEqual({ servesRegions: '["33","3101"]', leadDays: 2 });
    expect(await shop.rows('SELECT * FROM contractWarehouse')).toMatchObject([{ buyerId: 'S1', isOnly: 1 }]);
    await one.pool.setContractWarehouse({
      commandId: shop.newId(),
      buyerId: 'S1',
      warehouseId: null,
      isOnly: false,
    });
    expect(await shop.rows('SELECT * FROM contractWarehouse')).toEqual([]);
    await one.pool.setWarehouse({
      ...input,
      commandId: shop.newId(),
      temperatureZones: ['ambient', 'chilled', 'frozen'],
      servesRegions: [],
    });
  });

  it('keeps shortage policies: the last word for a place holds, and one taken back is gone', async () => {
    const place = { buyerId: 'S1', skuId: 'WATER' };
    const say = (kind: 'cancelRest' | 'waitForFull', closeAfterDays: number | null) =>
      one.pool.setShortagePolicy({ commandId: shop.newId(), ...place, kind, closeAfterDays, rest: 'review' });

    await say('cancelRest', null);
    await say('waitForFull', 7);
    await one.pool.setShortagePolicy({
      commandId: shop.newId(),
      buyerId: '*',
      skuId: '*',
      kind: 'review',
      closeAfterDays: null,
      rest: 'review',
    });

    expect((await one.pool.shortagePolicies({})).items).toEqual([
      { buyerId: '*', skuId: '*', kind: 'review', closeAfterDays: null, rest: 'review' },
      { ...place, kind: 'waitForFull', closeAfterDays: 7, rest: 'review' },
    ]);
    const [first] = (await one.pool.shortagePolicies({ limit: 1 })).items;
    const { nextCursor } = await one.pool.shortagePolicies({ limit: 1 });
    const [second] = (await one.pool.shortagePolicies({ limit: 1, cursor: nextCursor ?? '' })).items;
    expect([first?.buyerId, second?.buyerId]).toEqual(['*', 'S1']);
    expect((await other.pool.shortagePolicies({})).items).toEqual([]);
    await one.pool.removeShortagePolicy({ commandId: shop.newId(), ...place });
    await one.pool.removeShortagePolicy({ commandId: shop.newId(), buyerId: '*', skuId: '*' });
    expect((await one.pool.shortagePolicies({})).items).toEqual([]);
  });

  it('previews how short goods would be shared, in cases, and promises nothing', async () => {
    await shop.addGoods({ id: 'RARE', onHand: 100 });
    const buyers = ['FAIR-A', 'FAIR-B', 'FAIR-C'];
    for (const [at, id] of buyers.entries()) {
      const store = await shop.openStore({ id });
      const quantity = [120, 240, 110][at] as number;
      await store.orders.place({ orderId: shop.newId(), lines: [{ skuId: 'RARE', quantity }] });
    }
    const before = await shop.ledger();

    const plan = await one.pool.fairShare({ skuId: 'RARE' });
    // Eight cases for 120, 240 and 110, dealt one by one: each to whoever wants most for every case it would then have.
    expect(plan).toMatchObject({ supply: 100, left: 4, packFactor: 12 });
    expect(plan.lines.map(({ buyerId, wanted, quantity }) => [buyerId, wanted, quantity])).toEqual([
      ['FAIR-A', 120, 24],
      ['FAIR-B', 240, 48],
      ['FAIR-C', 110, 24],
    ]);
    const preferred = await one.pool.fairShare({
      skuId: 'RARE',
      segments: [{ buyerId: 'FAIR-C', segment: 1 }],
    });
    expect(preferred.lines.map(({ quantity }) => quantity)).toEqual([0, 0, 96]);
    expect(await shop.ledger()).toEqual(before);
    expect((await other.pool.fairShare({ skuId: 'RARE' })).lines).toEqual([]);
  });

  endsWithBooks(() => shop);
});
