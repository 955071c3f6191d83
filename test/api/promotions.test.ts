import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, type Shop } from './open-shop';
import { aPromotionOf, type PromotionInput } from './promotion-inputs';
import { quoteAndPlace } from './quote-and-place';

afterAll(removePlaces);

forEachEngine('promotions', (engine) => {
  let shop: Shop;
  let seller: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    seller = await shop.as('d1');
  });
  afterAll(() => shop.close());

  const scopeOf = (...skuIds: readonly string[]): PromotionInput['scope'] => ({
    skuIds: [...skuIds],
    categories: [],
    brands: [],
    productLines: [],
    excludedSkuIds: [],
  });
  const noCaps: PromotionInput['caps'] = {
    perOrder: null,
    perBuyer: null,
    perBuyerDay: null,
    perDay: null,
    total: null,
  };
  const onlyFor = (...buyerIds: readonly string[]): PromotionInput['audience'] => ({
    levels: [],
    regionPrefixes: [],
    channels: [],
    groupIds: [],
    buyerIds: [...buyerIds],
    excludedBuyerIds: [],
  });

  /** A live promotion for one customer, so that tests do not meet in each other's orders. */
  const publish = async (given: Partial<PromotionInput>) => {
    const promotionId = shop.newId();
    await seller.promotions.put({
      commandId: shop.newId(),
      expectedVersion: 0,
      promotion: aPromotionOf('D1', { promotionId, ...given }),
    });
    return seller.promotions.publish({ commandId: shop.newId(), promotionId, expectedVersion: 1 });
  };
  const stop = (promotionId: string, expectedVersion = 2) =>
    seller.promotions.stop({ commandId: shop.newId(), promotionId, expectedVersion });
  const customer = async (id: string) => {
    await shop.addStore({ id, limitFen: 10_000_000 });
    return shop.as(id.toLowerCase());
  };
  const meterOf = async (promotionId: string) => (await seller.promotions.get({ promotionId })).promotion;

  it('take money off, line by line, and the order comes to what the quote said', async () => {
    const store = await customer('P1');
    const { promotionId } = await publish({
      audience: onlyFor('P1'),
      rule: { tiers: [{ fromFen: 10_000, offFen: 1_000 }], isPerMultiple: false },
    });
    const basket = {
      lines: [
        { skuId: 'WATER', quantity: 50 },
        { skuId: 'CAP', quantity: 2 },
      ],
    };

    const { quote, order } = await quoteAndPlace(shop, store, basket);

    expect(quote.promotions.find((one) => one.promotionId === promotionId)).toMatchObject({
      isApplied: true,
      savedFen: 1_000,
    });
    expect(order.payableFen).toBe(50 * 200 + 2 * 800 - 1_000);
    expect(order.lines.map(({ amountFen, discountFen }) => amountFen + discountFen)).toEqual([10_000, 1_600]);
    expect(order.promotions).toMatchObject([{ promotionId, savedFen: 1_000 }]);
    await stop(promotionId);
  });

  it('say what is missing for the next step', async () => {
    const store = await customer('P2');
    const { promotionId } = await publish({
      audience: onlyFor('P2'),
      rule: { tiers: [{ fromFen: 12_000, offFen: 1_000 }], isPerMultiple: false },
    });

    const quote = await store.orders.quote({ lines: [{ skuId: 'WATER', quantity: 50 }] });

    const found = quote.promotions.find((one) => one.promotionId === promotionId);
    expect(found).toMatchObject({ isApplied: false, savedFen: 0 });
    expect(found?.nextStep).toContain('20.00');
    await stop(promotionId);
  });

  it('give goods as a line of their own, shipped and signed like any other', async () => {
    const store = await customer('P3');
    const { promotionId } = await publish({
      kind: 'buyGet',
      audience: onlyFor('P3'),
      scope: scopeOf('WATER'),
      rule: { buyQuantity: 10, getQuantity: 1, unit: '瓶', mode: 'added', counting: 'step' },
    });

    const { order } = await quoteAndPlace(shop, store, { lines: [{ skuId: 'WATER', quantity: 50 }] });

    expect(order.lines).toMatchObject([
      { lineNo: 1, quantity: 50, giftOf: null, amountFen: 10_000 },
      { lineNo: 2, quantity: 5, giftOf: promotionId, amountFen: 0, reserved: 5 },
    ]);
    const [orderId, shipmentId] = [order.orderId, shop.newId()];
    await seller.orders.ship({ orderId, shipmentId });
    const signed = await store.orders.sign({ commandId: shop.newId(), orderId, shipmentId });
    expect(signed.state).toBe('completed');
    await stop(promotionId);
  });

  it('are published with the floor in mind: what they take off holds no order', async () => {
    const store = await customer('P12');
    await shop.addGoods({
      id: 'FLOORED',
      name: '有底价的货',
      pricesE4: { D1: 20_000 },
      floorPriceE4: 19_000,
    });
    const { promotionId } = await publish({
      kind: 'discount',
      audience: onlyFor('P12'),
      scope: scopeOf('FLOORED'),
      rule: { mode: 'percent', offBp: 5_000 },
    });

    const { order } = await quoteAndPlace(shop, store, { lines: [{ skuId: 'FLOORED', quantity: 60 }] });

    expect(order).toMatchObject({ verdict: 'approved', payableFen: 6_000 });
    await stop(promotionId);
  });

  it('stop at once, and nothing that was drafted counts', async () => {
    const store = await customer('P4');
    const { promotionId } = await publish({
      kind: 'specialPrice',
      audience: onlyFor('P4'),
      scope: scopeOf('WATER'),
      rule: { unitPriceE4: 15_000 },
    });
    const basket = { lines: [{ skuId: 'WATER', quantity: 50 }] };
    expect((await store.orders.quote(basket)).payableFen).toBe(7_500);

    await stop(promotionId);

    expect((await store.orders.quote(basket)).payableFen).toBe(10_000);
  });

  it('hold their caps when many buy at once, and come back with a cancelled order', async () => {
    const store = await customer('P5');
    const { promotionId } = await publish({
      kind: 'specialPrice',
      audience: onlyFor('P5'),
      scope: scopeOf('WATER'),
      caps: { ...noCaps, total: 200 },
      rule: { unitPriceE4: 10_000 },
    });

    const orders = await Promise.all(
      Array.from({ length: 6 }, () =>
        store.orders.place({ orderId: shop.newId(), lines: [{ skuId: 'WATER', quantity: 60 }] }),
      ),
    );

    const cheap = orders.map(({ lines }) => (lines[0]?.discountFen ?? 0) / 100);
    expect(cheap.reduce((total, units) => total + units, 0)).toBe(200);
    expect(await meterOf(promotionId)).toMatchObject({ used: 200 });

    const first = orders.find(({ promotions }) => promotions.length > 0);
    const orderId = first?.orderId ?? '';
    await store.orders.cancel({ commandId: shop.newId(), orderId, reason: '不要了' });
    const { used } = await meterOf(promotionId);
    expect(used).toBeLessThan(200);
    expect(await stop(promotionId)).toMatchObject({ state: 'stopped', used });
  });

  it('stop at the budget', async () => {
    const store = await customer('P6');
    const { promotionId } = await publish({
      audience: onlyFor('P6'),
      budgetFen: 2_500,
      rule: { tiers: [{ fromFen: 10_000, offFen: 1_000 }], isPerMultiple: false },
    });
    const place = () =>
      store.orders.place({ orderId: shop.newId(), lines: [{ skuId: 'WATER', quantity: 50 }] });

    const saved = [];
    for (let times = 0; times < 3; times += 1) saved.push((await place()).promotions[0]?.savedFen ?? 0);

    expect(saved).toEqual([1_000, 1_000, 0]);
    expect(await meterOf(promotionId)).toMatchObject({ costFen: 2_000 });
    await stop(promotionId);
  });

  it('are used by coupon once, and the coupon comes back with the order', async () => {
    const store = await customer('P7');
    const { promotionId } = await publish({
      kind: 'coupon',
      audience: onlyFor('P7'),
      rule: { mode: 'off', fromFen: 5_000, offFen: 500, isStackable: false, validDays: 30 },
    });
    const basket = { lines: [{ skuId: 'WATER', quantity: 50 }] };
    expect((await store.orders.quote(basket)).payableFen).toBe(10_000);

    const coupon = await store.promotions.claimCoupon({ commandId: shop.newId(), promotionId });
    const again = store.promotions.claimCoupon({ commandId: shop.newId(), promotionId });
    expect(await codeOf(again)).toBe('promotions.couponTaken');
    const { order } = await quoteAndPlace(shop, store, basket);
    expect(order.payableFen).toBe(9_500);
    expect((await store.orders.quote(basket)).payableFen).toBe(10_000);

    await store.orders.cancel({ commandId: shop.newId(), orderId: order.orderId, reason: '不要了' });
    expect((await store.orders.quote({ ...basket, couponIds: [coupon.couponId] })).payableFen).toBe(9_500);
    expect((await store.orders.quote({ ...basket, couponIds: [] })).payableFen).toBe(10_000);
    await stop(promotionId);
  });

  it('are quoted anew when the goods of an order change, as they were when it was placed', async () => {
    const store = await customer('P8');
    const { promotionId } = await publish({
      audience: onlyFor('P8'),
      rule: { tiers: [{ fromFen: 10_000, offFen: 1_000 }], isPerMultiple: false },
    });
    const placed = await store.orders.place({
      orderId: shop.newId(),
      lines: [{ skuId: 'WATER', quantity: 60 }],
    });
    expect(placed.payableFen).toBe(11_000);
    await stop(promotionId);
    const edit = (quantity: number, expectedRevision: number, expectedPayableFen: number) =>
      store.orders.edit({
        commandId: shop.newId(),
        orderId: placed.orderId,
        expectedRevision,
        expectedPayableFen,
        lines: [{ skuId: 'WATER', quantity }],
        reason: '改数量',
      });

    expect(await edit(55, 1, 10_000)).toMatchObject({ payableFen: 10_000 });
    expect(await edit(40, 2, 8_000)).toMatchObject({ payableFen: 8_000, promotions: [] });
  });

  it('are written by one editor at a time, and never by a wrong rule', async () => {
    const { promotionId } = await publish({ audience: onlyFor('S1'), kind: 'thresholdOff' });
    const put = (rule: PromotionInput['rule'], expectedVersion: number) =>
      seller.promotions.put({
        commandId: shop.newId(),
        expectedVersion,
        promotion: aPromotionOf('D1', { promotionId, audience: onlyFor('S1'), rule }),
      });

    expect(await codeOf(put({ tiers: [] }, 2))).toBe('promotions.ruleWrong');
    expect(
      await codeOf(put({ tiers: [{ fromFen: 900_000_000, offFen: 100 }], isPerMultiple: false }, 1)),
    ).toBe('promotions.versionChanged');
    expect(
      await put({ tiers: [{ fromFen: 900_000_000, offFen: 100 }], isPerMultiple: false }, 2),
    ).toMatchObject({ version: 3, state: 'live' });
    await stop(promotionId, 3);
    expect(await codeOf(stop(promotionId, 4))).toBe('promotions.over');
  });

  it('are shown to those they are for, with labels on the goods', async () => {
    const store = await customer('P9');
    const { promotionId } = await publish({
      kind: 'specialPrice',
      name: '六月特价',
      audience: onlyFor('P9'),
      scope: scopeOf('WATER'),
      rule: { unitPriceE4: 15_000 },
    });

    const { items } = await store.promotions.offers({});
    expect(items).toContainEqual(expect.objectContaining({ promotionId, label: '特价¥1.50' }));
    const labels = await store.promotions.labels({ skuIds: 'WATER,TEA' });
    expect(labels.items).toEqual([
      { skuId: 'WATER', labels: [{ promotionId, kind: 'specialPrice', label: '特价¥1.50' }] },
    ]);
    expect((await (await shop.as('s1')).promotions.offers({})).items).toEqual([]);
    await stop(promotionId);
  });

  it('are tried on a basket before anybody is given them', async () => {
    await customer('P10');
    const preview = await seller.promotions.preview({
      promotion: aPromotionOf('D1', {
        kind: 'specialPrice',
        scope: scopeOf('WATER'),
        rule: { unitPriceE4: 15_000 },
      }),
      buyerId: 'P10',
      lines: [{ skuId: 'WATER', quantity: 50 }],
    });

    expect(preview).toMatchObject({ payableFen: 7_500, discountFen: 2_500 });
  });

  it('are held against past orders before they are published', async () => {
    const store = await customer('P11');
    await store.orders.place({ orderId: shop.newId(), lines: [{ skuId: 'CAP', quantity: 10 }] });

    const answer = await seller.promotions.simulate({
      promotion: aPromotionOf('D1', {
        kind: 'specialPrice',
        audience: onlyFor('P11'),
        scope: scopeOf('CAP'),
        rule: { unitPriceE4: 70_000 },
      }),
    });

    expect(answer).toMatchObject({ ordersTouched: 1, costFen: 1_000, buyersGainFen: 1_000, breachCount: 0 });
    expect(answer.byPayer).toEqual([{ partyId: 'D1', fen: 1_000 }]);
  });

  endsWithBooks(() => shop);
});
