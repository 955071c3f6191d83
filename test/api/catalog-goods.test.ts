import type { Answer, Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, outcomeOf, type Shop } from './open-shop';

afterAll(removePlaces);

type Sheet = Parameters<Client['catalog']['putSku']>[0];

forEachEngine('the range', (engine) => {
  let shop: Shop;
  let hq: Client;
  let store: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    [hq, store] = await Promise.all([shop.as('hq'), shop.as('s1')]);
  });
  afterAll(() => shop.close());

  const aCase = {
    unit: '箱',
    factor: 12,
    sellable: true,
    priceable: true,
    barcode: '',
    weightGrams: 0,
    volumeMl: 0,
  };
  const aSheet = (skuId: string, given: Partial<Sheet> = {}): Sheet => ({
    commandId: shop.newId(),
    skuId,
    name: `新品 ${skuId}`,
    spec: '500ml×12',
    brand: '清谷',
    category: '测试',
    productLine: '饮品',
    barcode: '',
    baseUnit: '瓶',
    units: [aCase],
    weightGrams: 520,
    volumeMl: 600,
    temperatureZone: 'ambient',
    invoiceEntity: '',
    shelfLifeDays: 365,
    shelfLifeMonths: null,
    stopSaleDays: 10,
    taxRateBp: 1_300,
    minimumQuantity: 0,
    multipleQuantity: 1,
    maximumQuantity: null,
    status: 'active',
    expectedVersion: 0,
    ...given,
  });
  const codesOf = (page: Answer<'catalog', 'search'>) => page.items.map(({ skuId }) => skuId);

  it('grows by a SKU, and says the same to whoever says it twice', async () => {
    const sheet = aSheet('NEW', { shelfLifeMonths: 12, shelfLifeDays: 1 });

    const first = await hq.catalog.putSku(sheet);

    expect(first).toMatchObject({ skuId: 'NEW', version: 1, packVersion: 1, shelfLifeDays: 365 });
    expect(await hq.catalog.putSku(sheet)).toEqual(first);
    expect(await codeOf(hq.catalog.putSku({ ...sheet, name: '别的' }))).toBe('command.idReused');
    expect(await hq.catalog.sheet({ skuId: 'NEW' })).toEqual(first);
  });

  it('keeps each pack a SKU ever had, and a scan tells which one a code stands on', async () => {
    const [oldCode, newCode] = ['16901234567899', '6901234567892'];
    const made = await hq.catalog.putSku(aSheet('PACK', { units: [{ ...aCase, barcode: oldCode }] }));
    const units = [{ ...aCase, factor: 24, barcode: newCode }];

    const changed = await hq.catalog.putSku(aSheet('PACK', { units, expectedVersion: made.version }));

    expect([made.packVersion, changed.packVersion]).toEqual([1, 2]);
    const packs = (await hq.catalog.packVersions({ skuId: 'PACK' })).items;
    expect(packs.map(({ packVersion, units: [unit] }) => [packVersion, unit?.factor])).toEqual([
      [2, 24],
      [1, 12],
    ]);
    expect(await store.catalog.scan({ barcode: newCode })).toMatchObject({
      unit: '箱',
      factor: 24,
      isTodaysPack: true,
      sku: { skuId: 'PACK', unitPriceE4: null },
    });
    expect(await store.catalog.scan({ barcode: oldCode })).toMatchObject({ factor: 12, isTodaysPack: false });
    expect(await codeOf(store.catalog.scan({ barcode: '690' }))).toBe('catalog.barcodeUnknown');
  });

  it('stays in its pack when only a name or a code changes', async () => {
    await hq.catalog.putSku(aSheet('CALM'));

    const sheet = await hq.catalog.putSku(aSheet('CALM', { name: '新名', expectedVersion: 1 }));

    expect(sheet).toMatchObject({ name: '新名', version: 2, packVersion: 1 });
  });

  it('of two editors lets the first one write, and one at once', async () => {
    await hq.catalog.putSku(aSheet('TWO'));
    const both = await Promise.all(
      ['甲', '乙'].map((name) => outcomeOf(hq.catalog.putSku(aSheet('TWO', { name, expectedVersion: 1 })))),
    );

    expect(both.sort()).toEqual(['catalog.versionChanged', 'ok']);
    expect((await hq.catalog.sheet({ skuId: 'TWO' })).version).toBe(2);
  });

  it.each<[string, Partial<Sheet>]>([
    ['catalog.categoryUnknown', { category: '没有' }],
    ['catalog.brandUnknown', { brand: '没有' }],
    ['catalog.barcodeWrong', { barcode: '6901234567891' }],
    ['catalog.barcodeTaken', { barcode: '69WATER' }],
    ['catalog.barcodeTwice', { barcode: 'QG-1', units: [{ ...aCase, barcode: 'QG-1' }] }],
    ['catalog.unitTwice', { units: [aCase, { ...aCase, factor: 24 }] }],
    ['catalog.factorWrong', { units: [aCase, { ...aCase, unit: '提' }] }],
    ['catalog.quantityRange', { minimumQuantity: 24, maximumQuantity: 12 }],
    ['catalog.shelfLifeWrong', { shelfLifeDays: 10 }],
    ['catalog.versionChanged', { expectedVersion: 1 }],
  ])('refuses with %s and writes nothing', async (code, given) => {
    expect(await codeOf(hq.catalog.putSku(aSheet('BAD', given)))).toBe(code);
    expect(await codeOf(hq.catalog.sheet({ skuId: 'BAD' }))).toBe('catalog.skuUnknown');
  });

  it('never changes the unit that everything is counted in', async () => {
    const { version } = await hq.catalog.putSku(aSheet('COUNTED'));

    const refused = codeOf(
      hq.catalog.putSku(aSheet('COUNTED', { baseUnit: '罐', expectedVersion: version })),
    );

    expect(await refused).toBe('catalog.baseUnitFixed');
  });

  it('takes a SKU out of sale and back in', async () => {
    await shop.addGoods({ id: 'ONOFF', name: '上下架' });
    const setTo = (status: 'active' | 'inactive', expectedVersion: number) =>
      hq.catalog.setSkuStatus({ commandId: shop.newId(), skuId: 'ONOFF', status, expectedVersion });
    expect(codesOf(await store.catalog.search({ q: 'ONOFF' }))).toEqual(['ONOFF']);

    await setTo('inactive', 1);
    expect(codesOf(await store.catalog.search({ q: 'ONOFF' }))).toEqual([]);

    await setTo('active', 2);
    expect(codesOf(await store.catalog.search({ q: 'ONOFF' }))).toEqual(['ONOFF']);
    expect(await codeOf(setTo('inactive', 2))).toBe('catalog.versionChanged');
  });

  it('is found by its branch of categories, in their order', async () => {
    const put = (category: string, parentId: string | null, expectedVersion = 0) =>
      hq.catalog.putCategory({
        commandId: shop.newId(),
        category,
        name: `${category}类`,
        parentId,
        position: 5,
        expectedVersion,
      });
    await put('DRINK', null);
    await put('TEAS', 'DRINK');
    await shop.addGoods({ id: 'LEAF', category: 'TEAS', name: '叶子' });

    expect(codesOf(await store.catalog.search({ category: 'DRINK' }))).toEqual(['LEAF']);
    expect(codesOf(await store.catalog.search({ category: 'TEAS' }))).toEqual(['LEAF']);
    const teas = (await store.catalog.categories({})).items.find(({ category }) => category === 'TEAS');
    expect(teas).toMatchObject({ name: 'TEAS类', parentId: 'DRINK', skuCount: 1 });
    expect(await codeOf(put('DRINK', 'TEAS', 1))).toBe('catalog.categoryMisplaced');
    expect(await codeOf(put('TEAS', 'NOWHERE', 1))).toBe('catalog.categoryUnknown');
    expect(await codeOf(put('TEAS', null, 7))).toBe('catalog.versionChanged');
    expect(await put('TEAS', null, 1)).toMatchObject({ parentId: null, version: 2 });
  });

  it('keeps brands with their names', async () => {
    const put = (expectedVersion: number, name: string) =>
      hq.catalog.putBrand({ commandId: shop.newId(), brandId: 'QS', name, position: 1, expectedVersion });

    await put(0, '清山');

    expect(await put(1, '清山源')).toMatchObject({ name: '清山源', version: 2 });
    expect(await codeOf(put(1, '迟到'))).toBe('catalog.versionChanged');
    const { items } = await store.catalog.brands({});
    expect(items.find(({ brandId }) => brandId === 'QS')?.name).toBe('清山源');
  });

  it('ranks what is exactly meant first, then what begins so, then what contains it', async () => {
    await shop.addGoods({ id: 'R-IN', name: '柠檬雪梨汁' });
    await shop.addGoods({ id: 'R-BEGIN', name: '雪梨汁' });
    await shop.addGoods({
      id: 'R-CODE',
      name: '别的水',
      barcode: 'XL1',
      units: [{ ...aCase, barcode: 'XL2' }],
    });
    await shop.addGoods({ id: 'XL', name: '包装箱' });

    expect(codesOf(await store.catalog.search({ q: '雪梨' }))).toEqual(['R-BEGIN', 'R-IN']);
    expect(codesOf(await store.catalog.search({ q: 'xueli' }))).toEqual(['R-BEGIN', 'R-IN']);
    expect(codesOf(await store.catalog.search({ q: 'xl' }))).toEqual([
      'XL',
      'R-BEGIN',
      'R-CODE',
      'R-IN',
      'CAP',
    ]);
    expect(codesOf(await store.catalog.search({ q: 'XL2' }))).toEqual(['R-CODE']);
    expect(codesOf(await store.catalog.search({ q: '汁 柠檬' }))).toEqual(['R-IN']);
    expect(codesOf(await store.catalog.search({ q: '100%' }))).toEqual([]);
  });

  it('is walked page by page in that order, nothing twice and nothing left out', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.catalog.search({ q: 'xl', limit: 1, ...(cursor ? { cursor } : {}) });
      seen.push(...codesOf(page));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);

    expect(seen).toEqual(['XL', 'R-BEGIN', 'R-CODE', 'R-IN', 'CAP']);
  });

  it('is to a buyer what its supplier sells, and to a seller all of it if it asks', async () => {
    const distributor = await shop.as('d1');

    expect(codesOf(await store.catalog.search({ q: 'GUM' }))).toEqual([]);
    expect(codesOf(await distributor.catalog.search({ q: 'GUM' }))).toEqual([]);
    expect(codesOf(await distributor.catalog.search({ q: 'GUM', range: 'all' }))).toEqual(['GUM']);
    expect(codesOf(await hq.catalog.search({ q: 'GUM' }))).toEqual(['GUM']);
    expect(await codeOf(store.catalog.search({ q: 'GUM', range: 'all' }))).toBe('access.denied');
  });

  endsWithBooks(() => shop);
});
