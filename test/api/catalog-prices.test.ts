import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, outcomeOf, type Shop } from './open-shop';

afterAll(removePlaces);

type List = Parameters<Client['catalog']['putPriceList']>[0];
type Lines = Parameters<Client['catalog']['putPriceLines']>[0];

forEachEngine('prices', (engine) => {
  let shop: Shop;
  let hq: Client;
  let seller: Client;
  let store: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    [hq, seller, store] = await Promise.all([shop.as('hq'), shop.as('d1'), shop.as('s1')]);
  });
  afterAll(() => shop.close());

  const putList = (given: Partial<List> = {}, by = seller) =>
    by.catalog.putPriceList({
      commandId: shop.newId(),
      name: '价目表',
      buyerId: null,
      groupId: null,
      level: null,
      regionPrefix: null,
      channel: null,
      priority: 0,
      startsOn: '2026-01-01',
      endsOn: null,
      expectedVersion: 0,
      ...given,
    });
  const aLine = (skuId: string, unitPriceE4: number, given: Partial<Lines['lines'][number]> = {}) => ({
    skuId,
    unitPriceE4,
    floorPriceE4: null,
    unitPrices: [],
    breaks: [],
    breakMode: 'allUnits' as const,
    ...given,
  });
  const putLines = (
    { priceListId, version }: { priceListId: string; version: number },
    lines: Lines['lines'],
    removedSkuIds: string[] = [],
    by = seller,
  ) =>
    by.catalog.putPriceLines({
      commandId: shop.newId(),
      priceListId,
      expectedVersion: version,
      lines,
      removedSkuIds,
    });
  const whyFor = (skuId: string, quantity = 12, unit?: string) =>
    seller.catalog.whyPrice({ skuId, buyerId: 'S1', quantity, ...(unit ? { unit } : {}) });

  it('come from the nearest list there is, and every list says why or why not', async () => {
    await shop.addGoods({ id: 'NEAR', pricesE4: { D1: 30_000 } });
    const { groupId } = await seller.catalog.putCustomerGroup({
      commandId: shop.newId(),
      name: '老客户',
      buyerIds: ['S1', 'S3'],
      expectedVersion: 0,
    });
    const given: readonly [string, Partial<List>, number][] = [
      ['级别', { level: 2 }, 29_000],
      ['区域', { regionPrefix: '3301' }, 28_000],
      ['渠道', { level: 2, regionPrefix: '33', channel: 'traditional' }, 27_000],
      ['老客户', { groupId }, 26_000],
      ['合同', { buyerId: 'S1' }, 25_000],
    ];
    const paid = async () => (await store.catalog.get({ skuId: 'NEAR' })).unitPriceE4;

    for (const [name, scope, unitPriceE4] of given) {
      await putLines(await putList({ name, ...scope }), [aLine('NEAR', unitPriceE4)]);
      expect(await paid()).toBe(unitPriceE4);
    }

    const { lists, amountFen, steps } = await whyFor('NEAR');
    expect(lists.map(({ name, answer }) => [name, answer])).toEqual([
      ['合同', 'chosen'],
      ['老客户', 'outranked'],
      ['渠道', 'outranked'],
      ['区域', 'outranked'],
      ['级别', 'outranked'],
      ['标准价', 'outranked'],
    ]);
    expect(amountFen).toBe(3_000);
    expect(steps.map(({ step }) => step)).toEqual(['list', 'amount']);
    const other = await seller.catalog.whyPrice({ skuId: 'NEAR', buyerId: 'S2', quantity: 12 });
    expect(other.lists.map(({ name, answer, notFor }) => [name, answer, notFor])).toEqual([
      ['老客户', 'notFor', ['group']],
      ['渠道', 'notFor', ['channel']],
      ['区域', 'chosen', []],
      ['级别', 'outranked', []],
      ['标准价', 'outranked', []],
    ]);
  });

  it('know the case’s own price, breaks and the floor', async () => {
    await shop.addGoods({ id: 'STEPS', pricesE4: { D1: 30_000 } });
    const list = await putList({ name: '阶梯', buyerId: 'S1' });
    await putLines(list, [
      aLine('STEPS', 30_000, {
        floorPriceE4: 28_000,
        unitPrices: [{ unit: '箱', priceE4: 348_000 }],
        breaks: [{ fromQuantity: 120, unitPriceE4: null, offBp: 500 }],
      }),
    ]);

    expect(await whyFor('STEPS', 29, '箱')).toMatchObject({ amountFen: 2 * 3_480 + 5 * 300 });
    expect(await whyFor('STEPS', 29)).toMatchObject({ amountFen: 8_700, belowFloorFen: 0 });
    expect(await whyFor('STEPS', 120, '箱')).toMatchObject({ amountFen: 33_060, belowFloorFen: 540 });
    expect((await store.catalog.get({ skuId: 'STEPS' })).casePriceFen).toBe(3_480);

    const own = await store.catalog.myPrice({ skuId: 'STEPS', quantity: 120, unit: '箱' });
    expect(own).toMatchObject({ amountFen: 33_060 });
    expect(own.steps.map(({ step }) => step)).toEqual(['list', 'unitPrice', 'break', 'amount']);
    expect(Object.keys(own).sort()).toEqual(['amountFen', 'quantity', 'skuId', 'steps', 'unitPriceE4']);
  });

  it('of a case of 12 do not outlive it: of 24 it costs what its bottles cost', async () => {
    await shop.addGoods({ id: 'REPACK', pricesE4: { D1: 30_000 } });
    const list = await putList({ name: '箱价', buyerId: 'S1' });
    await putLines(list, [aLine('REPACK', 30_000, { unitPrices: [{ unit: '箱', priceE4: 348_000 }] })]);
    const { skuId, packVersion: _, version, ...sheet } = await hq.catalog.sheet({ skuId: 'REPACK' });

    const units = sheet.units.map((unit) => ({ ...unit, factor: 24 }));
    await hq.catalog.putSku({
      commandId: shop.newId(),
      skuId,
      ...sheet,
      units,
      expectedVersion: version,
    });

    expect(await whyFor('REPACK', 24, '箱')).toMatchObject({ amountFen: 7_200 });
  });

  it('change under one editor at a time, and say how many changed', async () => {
    const list = await putList({ name: '两人' });
    const first = await putLines(list, [aLine('WATER', 20_000), aLine('TEA', 35_000)]);
    expect(first).toEqual({ added: 2, changed: 0, same: 0, removed: 0, version: 2 });

    const both = await Promise.all(
      [19_000, 18_000].map((price) => outcomeOf(putLines({ ...list, version: 2 }, [aLine('WATER', price)]))),
    );
    expect(both.sort()).toEqual(['catalog.versionChanged', 'ok']);
    const third = await putLines({ ...list, version: 3 }, [aLine('TEA', 35_000)], ['WATER', 'GUM']);
    expect(third).toEqual({ added: 0, changed: 0, same: 1, removed: 1, version: 4 });
    const page = await seller.catalog.priceLines({ priceListId: list.priceListId });
    expect(page).toMatchObject({ items: [{ skuId: 'TEA', skuName: '清谷乌龙茶' }], version: 4 });
  });

  it('tell what a change of many would come to before anything is written', async () => {
    await shop.addGoods({ id: 'SHIFT', pricesE4: { D1: 30_000 } });
    const list = await putList({ name: '试改' });
    await putLines(list, [
      aLine('SHIFT', 30_000, { floorPriceE4: 29_500, unitPrices: [{ unit: '箱', priceE4: 348_000 }] }),
      aLine('TEA', 35_000),
    ]);
    const { priceListId } = list;
    const preview = (change: Parameters<Client['catalog']['previewPriceLines']>[0]['change']) =>
      seller.catalog.previewPriceLines({ priceListId, change });
    const shift = { kind: 'shift', byE4: 0, stepE4: 100 } as const;

    const cheaper = await preview({ ...shift, byBp: -500, skuIds: ['SHIFT'] });
    const dearer = await preview({ ...shift, byBp: 2_000, skuIds: null, q: '乌龙' });
    const pasted = await preview({
      kind: 'set',
      rows: [
        { code: 'WATER', unitPriceE4: 20_000 },
        { code: 'NOTHING', unitPriceE4: 1 },
        { code: 'TEA', unitPriceE4: 0 },
      ],
    });
    const said = ({ items }: typeof cheaper) =>
      items.map((one) => [one.code, one.beforeE4, one.afterE4, one.findings.map(({ finding }) => finding)]);

    expect(said(cheaper)).toEqual([['SHIFT', 30_000, 28_500, ['belowFloor']]]);
    expect(said(dearer)).toEqual([['TEA', 35_000, 42_000, ['steep']]]);
    expect(said(pasted)).toEqual([
      ['WATER', null, 20_000, ['added']],
      ['NOTHING', null, null, ['skuUnknown']],
      ['TEA', 35_000, 0, ['notPositive', 'steep']],
    ]);
    expect(pasted.items.map(({ draft }) => draft !== null)).toEqual([true, false, false]);
    const drafts = cheaper.items.flatMap(({ draft }) => draft ?? []);
    await putLines({ priceListId, version: cheaper.version }, drafts);
    const page = await seller.catalog.priceLines({ priceListId, q: 'shift' });
    expect(page.items).toMatchObject([{ skuId: 'SHIFT', unitPriceE4: 28_500 }]);
    expect(page.items[0]?.unitPrices).toEqual([{ unit: '箱', factor: 12, priceE4: 330_600 }]);
  });

  it.each<[string, (list: Awaited<ReturnType<typeof putList>>) => Promise<unknown>]>([
    ['catalog.skuUnknown', (list) => putLines(list, [aLine('WATER', 1), aLine('NOTHING', 1)])],
    ['catalog.skuTwice', (list) => putLines(list, [aLine('WATER', 1), aLine('WATER', 2)])],
    [
      'catalog.unitNotPriceable',
      (list) => putLines(list, [aLine('WATER', 1, { unitPrices: [{ unit: '托', priceE4: 1 }] })]),
    ],
    [
      'catalog.breaksWrong',
      (list) =>
        putLines(list, [aLine('WATER', 1, { breaks: [{ fromQuantity: 5, unitPriceE4: 1, offBp: 1 }] })]),
    ],
  ])('refuse with %s, all of them', async (code, put) => {
    const list = await putList({ name: code });

    expect(await codeOf(put(list))).toBe(code);
    expect((await seller.catalog.priceLines({ priceListId: list.priceListId })).items).toEqual([]);
  });

  it.each<[string, Partial<List>]>([
    ['catalog.scopeMixed', { buyerId: 'S1', level: 2 }],
    ['catalog.datesWrong', { endsOn: '2026-01-01' }],
    ['catalog.groupUnknown', { groupId: 'NOBODY' }],
    ['catalog.versionChanged', { expectedVersion: 3 }],
  ])('are in no list that is refused with %s', async (code, given) => {
    expect(await codeOf(putList(given))).toBe(code);
  });

  it('of HQ are HQ’s own, and HQ may ask why anybody pays what it pays', async () => {
    const list = await putList({ name: '经销商合同', buyerId: 'D1' }, hq);
    await putLines(list, [aLine('WATER', 15_000)], [], hq);

    const ofHq = await hq.catalog.whyPrice({ skuId: 'WATER', buyerId: 'D1', quantity: 12 });
    const ofD1 = await hq.catalog.whyPrice({ skuId: 'WATER', buyerId: 'S3', sellerId: 'D1', quantity: 12 });

    expect(ofHq).toMatchObject({ unitPriceE4: 15_000, amountFen: 1_800 });
    expect(ofD1.lists.find(({ answer }) => answer === 'chosen')?.priceListId).toBeDefined();
    expect((await hq.catalog.priceLists({})).items.map(({ name }) => name)).toEqual(
      ['标准价', '经销商合同'].sort(),
    );
  });

  it('that are inverted are told to HQ: as they were set, and as they are listed', async () => {
    await shop.addGoods({ id: 'LADDER', pricesE4: { HQ: 30_000, D1: 29_000 } });
    const put = (firstWholesaleE4: number | null, expectedVersion: number) =>
      hq.catalog.putPriceLadder({
        commandId: shop.newId(),
        skuId: 'LADDER',
        factoryE4: 28_000,
        firstWholesaleE4,
        secondWholesaleE4: null,
        storeE4: 33_000,
        retailE4: 40_000,
        expectedVersion,
      });

    expect((await put(27_000, 0)).inversions).toMatchObject([{ lower: 'firstWholesale', lossE4: 1_000 }]);
    expect((await put(30_000, 1)).inversions).toEqual([]);
    expect(await codeOf(put(1, 1))).toBe('catalog.versionChanged');

    const { items } = await hq.catalog.priceLadders({ onlyInverted: 'true' });
    expect(items).toMatchObject([
      {
        skuId: 'LADDER',
        inversions: [],
        listedFactoryE4: 30_000,
        listedStoreSellerId: 'D1',
        listedInversions: [{ upper: 'factory', lower: 'store', lossE4: 1_000 }],
      },
    ]);
  });

  endsWithBooks(() => shop);
});
