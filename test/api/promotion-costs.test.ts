import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { endsWithBooks, openShop, type Shop } from './open-shop';
import { aPromotionOf, type PromotionInput } from './promotion-inputs';
import { quoteAndPlace } from './quote-and-place';
import { uploadPhoto } from './upload-photo';

afterAll(removePlaces);

forEachEngine('what promotions cost whom', (engine) => {
  let shop: Shop;
  let seller: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    seller = await shop.as('d1');
  });
  afterAll(() => shop.close());

  const shared = [
    { partyId: 'D1', shareBp: 6_000 },
    { partyId: 'HQ', shareBp: 4_000 },
  ];
  const days = { from: '2026-01-01', until: '2027-12-31' };

  const publishFor = async (buyerId: string, given: Partial<PromotionInput>) => {
    const promotionId = shop.newId();
    const { audience } = aPromotionOf('D1');
    await seller.promotions.put({
      commandId: shop.newId(),
      expectedVersion: 0,
      promotion: aPromotionOf('D1', {
        promotionId,
        payers: shared,
        audience: { ...audience, buyerIds: [buyerId] },
        ...given,
      }),
    });
    await seller.promotions.publish({ commandId: shop.newId(), promotionId, expectedVersion: 1 });
    return promotionId;
  };
  const customer = async (id: string) => {
    await shop.addStore({ id, limitFen: 10_000_000 });
    return shop.as(id.toLowerCase());
  };
  /** What HQ and the seller bear of a promotion. */
  const borneOf = async (promotionId: string) => {
    const { items } = await seller.promotions.costs({ ...days, promotionId, limit: 20 });
    return Object.fromEntries(items.map(({ payerId, borneFen }) => [payerId, borneFen]));
  };
  const stop = (promotionId: string) =>
    seller.promotions.stop({ commandId: shop.newId(), promotionId, expectedVersion: 2 });

  it('is booked as goods ship, part by part, and comes to all of it with the last', async () => {
    const store = await customer('C1');
    const promotionId = await publishFor('C1', {
      rule: { tiers: [{ fromFen: 10_000, offFen: 1_001 }], isPerMultiple: false },
    });
    const { order } = await quoteAndPlace(shop, store, { lines: [{ skuId: 'WATER', quantity: 60 }] });
    const [orderId, lineNo] = [order.orderId, 1];

    expect(await borneOf(promotionId)).toEqual({});
    await seller.orders.ship({ orderId, shipmentId: shop.newId(), lines: [{ lineNo, quantity: 20 }] });
    // A third of 1,001 fen is 334; of it 40 % are 134.
    expect(await borneOf(promotionId)).toEqual({ D1: 200, HQ: 134 });
    await seller.orders.ship({ orderId, shipmentId: shop.newId() });
    expect(await borneOf(promotionId)).toEqual({ D1: 601, HQ: 400 });
    await stop(promotionId);
  });

  it('is shown to each payer, and to a payer only what it bears itself', async () => {
    const [hq, other] = [await shop.as('hq'), await shop.as('d2')];
    const seen = (client: Client) => client.promotions.costs({ ...days, side: 'payer', limit: 20 });

    expect((await seen(hq)).items).toMatchObject([
      { sellerId: 'D1', sellerName: expect.any(String), payerId: 'HQ', orders: 1, borneFen: 400 },
    ]);
    expect((await seen(seller)).items).toEqual([]);
    expect((await seen(other)).items).toEqual([]);
    expect((await hq.promotions.costs({ ...days, limit: 20 })).items).toEqual([]);
  });

  it('is less again by what the buyer did not accept', async () => {
    const store = await customer('C2');
    const promotionId = await publishFor('C2', {
      rule: { tiers: [{ fromFen: 10_000, offFen: 1_000 }], isPerMultiple: false },
    });
    const { order } = await quoteAndPlace(shop, store, { lines: [{ skuId: 'WATER', quantity: 100 }] });
    const [orderId, shipmentId] = [order.orderId, shop.newId()];
    await seller.orders.ship({ orderId, shipmentId });

    await store.orders.sign({
      commandId: shop.newId(),
      orderId,
      shipmentId,
      differences: [{ shipmentLineNo: 1, short: 0, damaged: 0, refused: 20 }],
    });

    expect(await borneOf(promotionId)).toEqual({ D1: 480, HQ: 320 });
    const { items } = await seller.promotions.costs({ ...days, promotionId, limit: 20 });
    expect(items).toMatchObject([
      { payerId: 'D1', orders: 1, shippedFen: 600, returnedFen: 120 },
      { payerId: 'HQ', orders: 1, shippedFen: 400, returnedFen: 80 },
    ]);
    await stop(promotionId);
  });

  it('is less again by what came back for money', async () => {
    const store = await customer('C5');
    const promotionId = await publishFor('C5', {
      rule: { tiers: [{ fromFen: 10_000, offFen: 1_000 }], isPerMultiple: false },
    });
    const { order } = await quoteAndPlace(shop, store, { lines: [{ skuId: 'WATER', quantity: 100 }] });
    const [orderId, shipmentId, afterSalesId] = [order.orderId, shop.newId(), shop.newId()];
    await seller.orders.ship({ orderId, shipmentId });
    await store.orders.sign({ commandId: shop.newId(), orderId, shipmentId });

    await store.afterSales.request({
      afterSalesId,
      orderId,
      kind: 'return',
      reason: 'quality',
      photos: [await uploadPhoto(store, shop.newId(), 'afterSales')],
      lines: [{ shipmentId, shipmentLineNo: 1, quantity: 25 }],
    });
    await seller.afterSales.approve({ commandId: shop.newId(), afterSalesId });
    expect(await borneOf(promotionId)).toEqual({ D1: 600, HQ: 400 });
    await seller.afterSales.receive({
      commandId: shop.newId(),
      afterSalesId,
      outcomes: [{ lineNo: 1, restocked: 25 }],
    });

    expect(await borneOf(promotionId)).toEqual({ D1: 450, HQ: 300 });
    await stop(promotionId);
  });

  it('counts gifts at what they are worth', async () => {
    const store = await customer('C3');
    const promotionId = await publishFor('C3', {
      kind: 'buyGet',
      scope: { skuIds: ['WATER'], categories: [], brands: [], productLines: [], excludedSkuIds: [] },
      rule: { buyQuantity: 10, getQuantity: 1, unit: '瓶', mode: 'added', counting: 'step' },
    });
    const { order } = await quoteAndPlace(shop, store, { lines: [{ skuId: 'WATER', quantity: 50 }] });

    await seller.orders.ship({ orderId: order.orderId, shipmentId: shop.newId() });

    expect(await borneOf(promotionId)).toEqual({ D1: 600, HQ: 400 });
    await stop(promotionId);
  });

  it('warns of a budget once at 80 % and once at 100 %', async () => {
    const store = await customer('C4');
    const promotionId = await publishFor('C4', {
      budgetFen: 1_000,
      rule: { tiers: [{ fromFen: 10_000, offFen: 400 }], isPerMultiple: false },
    });
    const warnedNow = async () => {
      await shop.core.promotions.warnOfBudgets(shop.core.clock.now());
      const { promotion, warnings } = await seller.promotions.get({ promotionId });
      return { share: promotion.warnedShare, warnings: warnings.map(({ share }) => share) };
    };
    const buy = () => quoteAndPlace(shop, store, { lines: [{ skuId: 'WATER', quantity: 50 }] });

    await buy();
    expect(await warnedNow()).toEqual({ share: null, warnings: [] });
    const { order } = await buy();
    expect(await warnedNow()).toEqual({ share: 80, warnings: [80] });
    await store.orders.cancel({ commandId: shop.newId(), orderId: order.orderId, reason: '不要了' });
    await buy();
    expect(await warnedNow()).toEqual({ share: 80, warnings: [80] });

    // Another budget is warned of anew.
    const { promotion } = await seller.promotions.get({ promotionId });
    const { version, state, label, used, costFen, warnedShare, ...draft } = promotion;
    expect([state, label, used, costFen, warnedShare]).toEqual(['live', expect.any(String), 2, 800, 80]);
    await seller.promotions.put({
      commandId: shop.newId(),
      expectedVersion: version,
      promotion: { ...draft, budgetFen: 800 },
    });
    expect(await warnedNow()).toEqual({ share: 100, warnings: [80, 80, 100] });
    const told = await shop.rows<{ payload: string }>(
      "SELECT payload FROM outboxEvent WHERE aggregate = ? AND name = 'promotions.budgetWarned' ORDER BY position",
      [`promotion:${promotionId}`],
    );
    expect(told.map(({ payload }) => (JSON.parse(payload) as { share: number }).share)).toEqual([
      80, 80, 100,
    ]);
    await seller.promotions.stop({ commandId: shop.newId(), promotionId, expectedVersion: version + 1 });
  });

  endsWithBooks(() => shop);
});
