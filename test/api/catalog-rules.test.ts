import type { Client } from '@tongpan/bff';
import { limitsFor, loadSkus, readRuleBooks, readSubstitutes, type Sku } from '@tongpan/core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, outcomeOf, type Shop } from './open-shop';

afterAll(removePlaces);

type Rule = Parameters<Client['catalog']['putOrderingRule']>[0];

forEachEngine('rules of ordering', (engine) => {
  let shop: Shop;
  let seller: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    seller = await shop.as('d1');
  });
  afterAll(() => shop.close());

  const put = (given: Partial<Rule> = {}) =>
    seller.catalog.putOrderingRule({
      commandId: shop.newId(),
      buyerId: null,
      priceListId: null,
      level: null,
      regionPrefix: null,
      channel: null,
      category: null,
      skuId: null,
      minimumQuantity: null,
      multipleQuantity: null,
      maximumQuantity: null,
      orderAmountFen: null,
      orderCases: null,
      orderWeightGrams: null,
      startsOn: '2026-01-01',
      endsOn: null,
      expectedVersion: 0,
      ...given,
    });
  const limitsOf = (buyerId: string, skuId: string) =>
    shop.core.database.read(async (tx) => {
      const trade = { sellerId: 'D1', buyerId, skuIds: [skuId] };
      const rules = (await readRuleBooks(tx, [trade], new Map())).rulesOf(trade);
      const sku = (await loadSkus(tx, [skuId])).get(skuId) as Sku;
      const buyer = { id: buyerId, level: 2, regionCode: '330106', channel: 'traditional' };
      return limitsFor(rules, { sellerId: 'D1', buyer, sku, priceListId: 'PL-D1', on: shop.today });
    });

  it('are put by scope, and the nearest one asks', async () => {
    expect(await limitsOf('S1', 'TEA')).toMatchObject({ minimumQuantity: 24, multipleQuantity: 12 });

    const ofCategory = await put({ category: '测试', minimumQuantity: 36 });
    expect(ofCategory.scope).toBe('category');
    expect(await limitsOf('S1', 'TEA')).toMatchObject({ minimumQuantity: 36, multipleQuantity: 12 });

    const ofList = await put({ priceListId: 'PL-D1', minimumQuantity: 48, multipleQuantity: 6 });
    const ofCustomer = await put({ buyerId: 'S1', skuId: 'TEA', minimumQuantity: 0 });
    expect([ofList.scope, ofCustomer.scope]).toEqual(['priceList', 'customer']);
    expect(await limitsOf('S1', 'TEA')).toMatchObject({ minimumQuantity: 0, multipleQuantity: 6 });
    expect(await limitsOf('S2', 'TEA')).toMatchObject({
      minimumQuantity: 48,
      from: { minimum: { scope: 'priceList', ruleId: ofList.ruleId }, maximum: { scope: 'sku' } },
    });

    const ended = { endsOn: shop.today, expectedVersion: 1, priceListId: 'PL-D1', minimumQuantity: 48 };
    await put({ ...ended, ruleId: ofList.ruleId });
    expect(await limitsOf('S2', 'TEA')).toMatchObject({ minimumQuantity: 36, multipleQuantity: 12 });
    const { items } = await seller.catalog.orderingRules({});
    expect(items.map(({ ruleId }) => ruleId).sort()).toEqual(
      [ofCategory, ofList, ofCustomer].map(({ ruleId }) => ruleId).sort(),
    );
  });

  it('of two editors let the first one write', async () => {
    const { ruleId } = await put({ skuId: 'WATER', minimumQuantity: 6 });
    const both = await Promise.all(
      [12, 24].map((minimumQuantity) =>
        outcomeOf(put({ ruleId, skuId: 'WATER', minimumQuantity, expectedVersion: 1 })),
      ),
    );

    expect(both.sort()).toEqual(['catalog.versionChanged', 'ok']);
  });

  it.each<[string, Partial<Rule>]>([
    ['catalog.ruleEmpty', { skuId: 'WATER' }],
    ['catalog.ruleMixed', { buyerId: 'S1', level: 2, minimumQuantity: 1 }],
    ['catalog.ruleMixed', { skuId: 'WATER', orderCases: 5 }],
    ['catalog.ruleTooWide', { minimumQuantity: 1 }],
    ['catalog.datesWrong', { skuId: 'WATER', minimumQuantity: 1, endsOn: '2025-12-31' }],
    ['catalog.quantityRange', { skuId: 'WATER', minimumQuantity: 9, maximumQuantity: 8 }],
    ['catalog.skuUnknown', { skuId: 'NOTHING', minimumQuantity: 1 }],
    ['catalog.categoryUnknown', { category: '没有', minimumQuantity: 1 }],
    ['catalog.versionChanged', { skuId: 'WATER', minimumQuantity: 1, expectedVersion: 2 }],
  ])('are refused with %s: %j', async (code, given) => {
    expect(await codeOf(put(given))).toBe(code);
  });

  it('let a seller approve substitutes, first choice first, and no list over one it has not seen', async () => {
    const putSubstitutes = (substituteSkuIds: string[], expectedSkuIds: string[]) =>
      seller.catalog.putSubstitutes({
        commandId: shop.newId(),
        skuId: 'TEA',
        substituteSkuIds,
        expectedSkuIds,
      });

    await putSubstitutes(['WATER', 'MILK'], []);

    expect(await codeOf(putSubstitutes(['MILK'], []))).toBe('catalog.versionChanged');
    expect(await codeOf(putSubstitutes(['TEA'], ['WATER', 'MILK']))).toBe('catalog.substituteItself');
    expect(await codeOf(putSubstitutes(['NOTHING'], ['WATER', 'MILK']))).toBe('catalog.skuUnknown');
    expect(await seller.catalog.substitutes({ skuId: 'TEA' })).toEqual({ skuIds: ['WATER', 'MILK'] });
    const trades = ['D1', 'D2'].map((sellerId) => ({ sellerId, buyerId: 'S1', skuIds: ['TEA'] }));
    const known = await shop.core.database.read((tx) => readSubstitutes(tx, trades));
    expect([known.get('D1 TEA'), known.get('D2 TEA')]).toEqual([['WATER', 'MILK'], undefined]);
    const other = await shop.as('d2');
    expect(await other.catalog.substitutes({ skuId: 'TEA' })).toEqual({ skuIds: [] });
  });

  endsWithBooks(() => shop);
});
