import {
  addKnownPoints,
  type BlockedAttempt,
  checkPassage,
  loadTerritory,
  type Passage,
  recordBlocked,
  returnPermits,
  takePermits,
} from '@tongpan/core';
import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, outcomeOf, refusalOf, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('passages', (engine) => {
  let shop: Shop;
  let hq: Client;
  let d1: Client;
  let d2: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    [hq, d1, d2] = await Promise.all([shop.as('hq'), shop.as('d1'), shop.as('d2')]);
  });
  afterAll(() => shop.close());

  const passage = (given: Partial<Passage> = {}): Passage => ({
    sellerId: 'D1',
    buyerId: 'S1',
    skuId: 'WATER',
    productLine: '饮品',
    category: '测试',
    regionCode: '330106',
    townCode: null,
    point: null,
    geocode: 'none',
    channel: 'traditional',
    quantity: 12,
    on: shop.today,
    ...given,
  });
  /** As the order path does: one load for the places of a batch, then pure questions. */
  const judge = (asked: Passage) =>
    shop.core.database.read(async (tx) =>
      checkPassage(await loadTerritory(tx, [asked.sellerId], [asked]), asked),
    );
  const commandId = () => shop.newId();

  it('are judged by the places they go to as by all there is', async () => {
    for (const regionCode of ['330106', '330203', '330602', '310115']) {
      const asked = passage({ regionCode });
      const byAll = await shop.core.database.read(async (tx) =>
        checkPassage(await loadTerritory(tx, ['D1']), asked),
      );
      expect(await judge(asked)).toEqual(byAll);
    }
    expect((await judge(passage())).answer).toBe('pass');
    expect(await judge(passage({ regionCode: '330602' }))).toMatchObject({
      answer: 'review',
      reason: 'permit',
    });
    expect(await judge(passage({ regionCode: '330203' }))).toMatchObject({ answer: 'block', reason: 'area' });
  });

  it('meet the exclusive grant of another, be it of a town alone', async () => {
    await hq.territory.putGrant({
      commandId: commandId(),
      grantId: 'TOWN',
      expectedVersion: 0,
      sellerId: 'D2',
      name: '三墩镇独家',
      productLine: '*',
      areas: ['330106109'],
      startsOn: shop.today,
      exclusive: true,
    });

    expect(await judge(passage({ townCode: '330106109' }))).toMatchObject({
      answer: 'block',
      reason: 'exclusive',
      grantId: 'TOWN',
    });
    expect(await judge(passage({ townCode: '330106011' }))).toMatchObject({ answer: 'pass' });
    expect(await judge(passage())).toMatchObject({ answer: 'review', reason: 'townUnknown' });
  });

  it('are explained to HQ and to the seller itself, who does not hear whose grant stands in the way', async () => {
    const asked = { skuId: 'WATER', regionCode: '330106', townCode: '330106109', channel: 'modern' } as const;

    const toHq = await hq.territory.check({ ...asked, sellerId: 'D1' });
    const toSeller = await d1.territory.check(asked);

    expect(toHq).toMatchObject({ answer: 'block', reason: 'exclusive', grant: { sellerName: 'D2 商号' } });
    expect(toHq.message).toBe('浙江省杭州市西湖区三墩镇由其他经销商独家经营');
    expect(toSeller).toEqual({ ...toHq, grant: null });
    expect(JSON.stringify(toSeller)).not.toContain('D2');
    expect(await d1.territory.check({ ...asked, townCode: '330106011' })).toMatchObject({
      answer: 'pass',
      grant: { grantId: 'G-D1' },
    });
    expect(await hq.territory.check({ ...asked, sellerId: 'D1', on: '2020-01-01' })).toMatchObject({
      answer: 'block',
      reason: 'date',
    });
  });

  it('of another seller are not told from those of one there is not', async () => {
    const asked = { skuId: 'WATER', regionCode: '330106', channel: 'modern' } as const;
    const told = async (sellerId: string) => {
      const { status, problem } = await refusalOf(d2.territory.check({ ...asked, sellerId }));
      return { status, code: problem.code, title: problem.title, detail: problem.detail };
    };

    expect(await told('D1')).toEqual(await told('NO-SUCH-THING'));
    expect((await told('D1')).code).toBe('territory.sellerUnknown');
    expect(await codeOf(hq.territory.check({ ...asked, sellerId: 'S1' }))).toBe('territory.sellerUnknown');
    expect(await codeOf(d2.territory.check({ ...asked, skuId: 'NO-SUCH-THING' }))).toBe(
      'territory.skuUnknown',
    );
    expect(await codeOf(d2.territory.check({ ...asked, regionCode: '999999' }))).toBe(
      'territory.areaUnknown',
    );
  });

  it('close to a known delivery in the granted area are looked at, as far as the policy of the day says', async () => {
    const point = { latitudeE6: 30_060_000, longitudeE6: 120_300_000 };
    await shop.core.database.transaction((tx) =>
      addKnownPoints(tx, [
        { id: 'P1', regionCode: '330109', townCode: null, latitudeE6: 30_090_000, longitudeE6: 120_300_000 },
      ]),
    );
    const beyond = passage({ regionCode: '330481', point, geocode: 'exact' });
    expect(await judge(beyond)).toMatchObject({ answer: 'block', reason: 'area' });

    const policy = { borderMetres: 5_000, absorptionBp: 15_000, startsOn: shop.today };
    await hq.territory.putPolicy({ ...policy, commandId: commandId(), sellerId: 'D1' });

    expect(await judge(beyond)).toMatchObject({
      answer: 'review',
      reason: 'border',
      grantId: 'G-D1',
      numbers: { metres: 3336, borderMetres: 5_000, nearRegionCode: '330109' },
    });
    expect((await hq.territory.policies({ sellerId: 'D1' })).items).toEqual([{ ...policy, sellerId: 'D1' }]);
  });

  it('beyond what an area absorbs are looked at', async () => {
    const capacity = {
      areaCode: '330100',
      productLine: '饮品',
      sellOutQuantity: 1_000,
      stockTargetQuantity: 100,
    };
    const put = (expectedVersion: number) =>
      hq.territory.putCapacity({ ...capacity, expectedVersion, commandId: commandId() });
    expect(await put(0)).toMatchObject({ areaName: '浙江省杭州市', version: 1 });
    expect(await codeOf(put(0))).toBe('territory.capacityChanged');
    expect(await put(1)).toMatchObject({ version: 2 });
    expect(
      await codeOf(
        hq.territory.putCapacity({
          ...capacity,
          areaCode: '999999',
          expectedVersion: 0,
          commandId: commandId(),
        }),
      ),
    ).toBe('territory.areaUnknown');
    expect((await hq.territory.capacities({})).items).toMatchObject([{ areaCode: '330100', version: 2 }]);

    const inHangzhou = { regionCode: '330108' };
    expect(await judge(passage({ ...inHangzhou, absorption: { quantity30Days: 1_600 } }))).toMatchObject({
      answer: 'pass',
    });
    expect(await judge(passage({ ...inHangzhou, absorption: { quantity30Days: 1_601 } }))).toMatchObject({
      answer: 'review',
      reason: 'absorption',
      numbers: { overQuantity: 1 },
    });
  });

  it('to an excepted delivery centre of a chain pass, until the exception ends', async () => {
    const toCentre = passage({ buyerId: 'S3', addressId: 'A-S3', regionCode: '330203' });
    const put = (expectedVersion: number, endsOn: string | null) =>
      hq.territory.putChainDelivery({
        commandId: commandId(),
        id: 'DC',
        chainId: 'S3',
        addressId: 'A-S3',
        startsOn: '2026-01-01',
        endsOn,
        expectedVersion,
      });
    expect((await judge(toCentre)).answer).toBe('block');

    await put(0, null);
    expect(await judge(toCentre)).toMatchObject({ answer: 'pass', reason: 'chainDelivery' });

    expect(await codeOf(put(0, null))).toBe('territory.chainDeliveryChanged');
    await put(1, shop.today);
    expect((await judge(toCentre)).answer).toBe('block');
    expect((await hq.territory.chainDeliveries({})).items).toMatchObject([{ id: 'DC', version: 2 }]);
  });

  it('under a permit use it up, at once as one after the other, and give back what was not sent', async () => {
    const permit = {
      commandId: commandId(),
      grantId: 'PERMIT',
      expectedVersion: 0,
      sellerId: 'D1',
      name: '衢州展销',
      productLine: '饮品',
      areas: ['330800'],
      startsOn: shop.today,
      endsOn: '2026-12-31',
      quantityCap: 30,
      reason: '展销会',
    };
    await hq.territory.putPermit(permit);
    const asked = passage({ regionCode: '330802' });
    const take = (orderId: string, quantity = 12) =>
      outcomeOf(
        shop.core.database
          .transaction((tx) =>
            takePermits(tx, [{ grantId: 'PERMIT', orderId, lineNo: 1, quantity }], shop.core.clock.now()),
          )
          .catch(() => Promise.resolve('refused')),
      );

    await Promise.all([take('O1'), take('O2'), take('O3')]);
    expect(await judge(asked)).toMatchObject({
      answer: 'block',
      reason: 'permitUsedUp',
      numbers: { quantityCap: 30, leftQuantity: 6 },
    });
    const [held] = await shop.rows<{ orderId: string }>(
      'SELECT orderId FROM territoryPermitUse ORDER BY orderId',
    );
    const orderId = held?.orderId ?? '';
    // Taken again, a line takes the new quantity and not both.
    await take(orderId, 18);
    expect(await judge(asked)).toMatchObject({ numbers: { leftQuantity: 0 } });
    expect(
      await codeOf(
        hq.territory.putPermit({ ...permit, commandId: commandId(), expectedVersion: 1, quantityCap: 29 }),
      ),
    ).toBe('territory.capBelowUse');

    await shop.core.database.transaction((tx) => returnPermits(tx, [orderId]));
    expect(await judge(asked)).toMatchObject({
      answer: 'review',
      reason: 'permit',
      numbers: { leftQuantity: 18 },
    });
  });

  it('that were stopped are kept once a line, listed by day and counted by reason, each seller its own', async () => {
    const day = '2026-10-01';
    const attempt = (orderId: string, lineNo: number, sellerId = 'D1'): BlockedAttempt => ({
      orderId,
      lineNo,
      passage: passage({ sellerId, regionCode: '330203', on: day }),
      answer: { reason: lineNo === 1 ? 'area' : 'line', grantId: null },
      at: shop.core.clock.now(),
    });
    const record = (attempts: readonly BlockedAttempt[]) =>
      shop.core.database.transaction((tx) => recordBlocked(tx, shop.newId, attempts));

    expect(await record([attempt('B1', 1), attempt('B1', 2), attempt('B2', 1)])).toBe(3);
    expect(await record([attempt('B1', 1), attempt('B2', 1)])).toBe(0);
    expect(await record([attempt('B3', 1, 'D2')])).toBe(1);

    const period = { from: day, to: '2026-10-02' };
    const own = await d1.territory.blocked(period);
    expect(own.items.map(({ orderId, lineNo }) => `${orderId}/${lineNo}`).sort()).toEqual([
      'B1/1',
      'B1/2',
      'B2/1',
    ]);
    expect(own.items[0]).toMatchObject({
      regionName: '浙江省宁波市海曙区',
      on: day,
      skuId: 'WATER',
      quantity: 12,
    });
    expect((await d1.territory.blockedCounts(period)).items).toEqual([
      {
        sellerId: 'D1',
        sellerName: 'D1 商号',
        on: day,
        reason: 'area',
        title: '区域未授权',
        count: 2,
        quantity: 24,
      },
      {
        sellerId: 'D1',
        sellerName: 'D1 商号',
        on: day,
        reason: 'line',
        title: '无产品线授权',
        count: 1,
        quantity: 12,
      },
    ]);
    expect((await d2.territory.blocked(period)).items).toHaveLength(1);
    for (const sellerId of ['D1', 'NO-SUCH-THING']) {
      expect((await d2.territory.blocked({ ...period, sellerId })).items).toEqual([]);
      expect((await d2.territory.blockedCounts({ ...period, sellerId })).items).toEqual([]);
    }
    expect((await hq.territory.blockedCounts(period)).items.map(({ count }) => count)).toEqual([2, 1, 1]);
    expect((await hq.territory.blocked({ ...period, sellerId: 'D2' })).items).toHaveLength(1);
    expect((await hq.territory.blocked({ from: '2026-10-02', to: '2026-10-03' })).items).toEqual([]);

    const first = await hq.territory.blocked({ ...period, limit: 3 });
    const second = await hq.territory.blocked({ ...period, limit: 3, cursor: first.nextCursor ?? '' });
    expect(new Set([...first.items, ...second.items].map(({ blockedId }) => blockedId)).size).toBe(4);
    expect(second.nextCursor).toBeNull();
  });

  it('go to divisions that can be looked up, down to the town', async () => {
    const names = async (parent: string) =>
      (await d1.territory.divisions({ parent })).items.map(({ name }) => name);

    expect(await names('*')).toHaveLength(34);
    expect(await names('330000')).toContain('杭州市');
    expect(await names('330100')).toContain('西湖区');
    expect(await names('330106')).toEqual(expect.arrayContaining(['三墩镇', '蒋村街道']));
    expect(await names('330106109')).toEqual([]);
    expect(await d1.territory.division({ code: '330106109' })).toEqual({
      code: '330106109',
      fullName: '浙江省杭州市西湖区三墩镇',
    });
    expect(await codeOf(d1.territory.division({ code: '330199' }))).toBe('territory.divisionUnknown');
  });

  endsWithBooks(() => shop);
});
