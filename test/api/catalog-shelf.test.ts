import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, type Shop } from './open-shop';
import { aPromotionOf } from './promotion-inputs';

afterAll(removePlaces);

forEachEngine('goods before they are ordered', (engine) => {
  let shop: Shop;
  let seller: Client;
  let store: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    [seller, store] = await Promise.all([shop.as('d1'), shop.as('s1')]);
  });
  afterAll(() => shop.close());

  it('stand on one page: units, price steps, how the price comes about, and dates', async () => {
    const answer = await store.catalog.shelf({ skuId: 'WATER' });

    expect(answer).toMatchObject({
      supplierId: 'D1',
      sku: { skuId: 'WATER', unitPriceE4: 20_000, availability: 'plenty' },
      breakMode: 'allUnits',
      breaks: [],
      ageing: [],
    });
    expect(answer.units.map(({ factor, priceFen }) => priceFen / factor)).toEqual(
      answer.units.map(() => 200),
    );
    expect(answer.units[0]?.factor).toBe(1);
    expect(answer.priceSteps.map(({ step }) => step)).toEqual(['list', 'amount']);
    // The lot that expires first is sent first.
    const dates = answer.fresh;
    expect(dates && dates.producedOn < dates.expiresOn).toBe(true);
    expect(dates?.remainingBp).toBeLessThan(8_000);
  });

  it('say each step of a price, and what it costs from there on', async () => {
    const { priceListId, version } = await seller.catalog.putPriceList({
      commandId: shop.newId(),
      name: '合同价',
      buyerId: 'S1',
      groupId: null,
      level: null,
      regionPrefix: null,
      channel: null,
      priority: 0,
      startsOn: '2026-01-01',
      endsOn: null,
      expectedVersion: 0,
    });
    await seller.catalog.putPriceLines({
      commandId: shop.newId(),
      priceListId,
      expectedVersion: version,
      removedSkuIds: [],
      lines: [
        {
          skuId: 'TEA',
          unitPriceE4: 30_000,
          floorPriceE4: null,
          unitPrices: [],
          breaks: [
            { fromQuantity: 120, unitPriceE4: 28_000, offBp: null },
            { fromQuantity: 240, unitPriceE4: null, offBp: 1_000 },
          ],
          breakMode: 'slices',
        },
      ],
    });

    const answer = await store.catalog.shelf({ skuId: 'TEA' });

    expect(answer).toMatchObject({
      breakMode: 'slices',
      breaks: [
        { fromQuantity: 120, unitPriceE4: 28_000 },
        { fromQuantity: 240, unitPriceE4: 27_000 },
      ],
    });
    expect(answer.sku.minimumQuantity).toBe(24);
  });

  it('name the promotions that touch them and no others', async () => {
    const publish = async (skuId: string) => {
      const promotionId = shop.newId();
      const scope = { skuIds: [skuId], categories: [], brands: [], productLines: [], excludedSkuIds: [] };
      await seller.promotions.put({
        commandId: shop.newId(),
        expectedVersion: 0,
        promotion: aPromotionOf('D1', { promotionId, name: `${skuId}满减`, scope }),
      });
      await seller.promotions.publish({ commandId: shop.newId(), promotionId, expectedVersion: 1 });
      return promotionId;
    };
    const ofWater = await publish('WATER');
    const ofTea = await publish('TEA');

    const { promotions } = await store.catalog.shelf({ skuId: 'WATER' });

    expect(promotions.map(({ promotionId }) => promotionId)).toContain(ofWater);
    expect(promotions.map(({ promotionId }) => promotionId)).not.toContain(ofTea);
    expect(promotions[0]?.label).toContain('满');
  });

  it('show what is ageing at its price, by dates and without a lot or a warehouse', async () => {
    await shop.addGoods({ id: 'OLD-ONLY', lots: [{ lotNo: 'SECRET-LOT', ageDays: 250, quantity: 40 }] });
    const buyer = await shop.openStore({ id: 'B-SHELF' });

    const page = await buyer.catalog.shelf({ skuId: 'OLD-ONLY' });
    const { items } = await buyer.catalog.ageing({});

    expect(page.fresh).toBeNull();
    expect(page.ageing).toMatchObject([{ markdownBp: 1_500, unitPriceE4: 170_000 }]);
    expect(items.map(({ sku, ageing }) => [sku.skuId, ageing.unitPriceE4])).toContainEqual([
      'OLD-ONLY',
      170_000,
    ]);
    expect(JSON.stringify([page, items])).not.toMatch(/SECRET-LOT|warehouse|lotId/);
  });

  it('have no price and no ageing price where the seller has none', async () => {
    const answer = await store.catalog.shelf({ skuId: 'GUM' });

    expect(answer).toMatchObject({ units: [], priceSteps: [], sku: { unitPriceE4: null } });
  });

  it('are refused where there are none such', async () => {
    expect(await codeOf(store.catalog.shelf({ skuId: 'NO-SUCH' }))).toBe('catalog.skuUnknown');
  });

  it('tell which gifts a buyer may choose, and give the ones it chose', async () => {
    const promotionId = shop.newId();
    await seller.promotions.put({
      commandId: shop.newId(),
      expectedVersion: 0,
      promotion: aPromotionOf('D1', {
        promotionId,
        name: '任选赠',
        kind: 'otherGift',
        scope: { skuIds: ['NUTS'], categories: [], brands: [], productLines: [], excludedSkuIds: [] },
        rule: {
          buyQuantity: 2,
          unit: '',
          gifts: [
            { skuId: 'WATER', quantity: 1 },
            { skuId: 'TEA', quantity: 2 },
          ],
          chooseCount: 1,
          isPerMultiple: true,
        },
      }),
    });
    await seller.promotions.publish({ commandId: shop.newId(), promotionId, expectedVersion: 1 });
    const lines = [{ skuId: 'NUTS', quantity: 4 }];
    const said = async (giftChoices?: { promotionId: string; skuIds: string[] }[]) => {
      const quote = await store.orders.quote({ lines, ...(giftChoices ? { giftChoices } : {}) });
      const found = quote.promotions.find((one) => one.promotionId === promotionId);
      return { choice: found?.giftChoice, gifts: quote.lines.filter(({ giftOf }) => giftOf === promotionId) };
    };

    const unsaid = await said();
    const chosen = await said([{ promotionId, skuIds: ['TEA'] }]);

    expect(unsaid.choice).toEqual({
      chooseCount: 1,
      options: [
        { skuId: 'WATER', skuName: '清谷矿泉水', quantity: 2, isChosen: true },
        { skuId: 'TEA', skuName: '清谷乌龙茶', quantity: 4, isChosen: false },
      ],
    });
    expect(unsaid.gifts).toMatchObject([{ skuId: 'WATER', quantity: 2 }]);
    expect(chosen.choice?.options.map(({ isChosen }) => isChosen)).toEqual([false, true]);
    expect(chosen.gifts).toMatchObject([{ skuId: 'TEA', quantity: 4 }]);
    // What the promotion does not offer changes nothing.
    expect((await said([{ promotionId, skuIds: ['CAP'] }])).gifts).toMatchObject([{ skuId: 'WATER' }]);
  });

  it('say what comes to the next step of a promotion', async () => {
    const promotionId = shop.newId();
    await seller.promotions.put({
      commandId: shop.newId(),
      expectedVersion: 0,
      promotion: aPromotionOf('D1', {
        promotionId,
        rule: { tiers: [{ fromFen: 12_000, offFen: 1_000 }], isPerMultiple: false },
      }),
    });
    await seller.promotions.publish({ commandId: shop.newId(), promotionId, expectedVersion: 1 });
    const nextOf = async (quantity: number) => {
      const { promotions } = await store.orders.quote({ lines: [{ skuId: 'WATER', quantity }] });
      return promotions.find((one) => one.promotionId === promotionId);
    };

    const near = await nextOf(50);
    const there = await nextOf(50 + (near?.nextAdd?.quantity ?? 0));

    expect(near).toMatchObject({ isApplied: false, nextAdd: { skuId: 'WATER' } });
    expect(there).toMatchObject({ isApplied: true, nextStep: null, nextAdd: null });
  });

  endsWithBooks(() => shop);
});
