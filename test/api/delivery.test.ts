import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, type Shop } from './open-shop';
import { aPromotionOf, type PromotionInput } from './promotion-inputs';
import { quoteAndPlace } from './quote-and-place';
import { uploadPhoto } from './upload-photo';

afterAll(removePlaces);

type Terms = Parameters<Client['delivery']['put']>[0];
type Rule = Terms['rules'][number];

const aRule = (given: Partial<Rule> = {}): Rule => ({
  buyerId: null,
  regionCode: null,
  channel: null,
  charge: { kind: 'amount', steps: [{ fromFen: 0, chargeFen: 800 }] },
  freeFromFen: 50_000,
  ...given,
});

let count = 0;

forEachEngine('delivery charges', (engine) => {
  let shop: Shop;
  let seller: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    seller = await shop.as('d1');
  });
  afterAll(() => shop.close());

  const said = () => ({ commandId: shop.newId() });
  const put = async (rules: readonly Rule[], more: Partial<Terms> = {}) => {
    const { newestVersion: expectedVersion } = await seller.delivery.terms({});
    return seller.delivery.put({
      ...said(),
      expectedVersion,
      rules: [...rules],
      allowsPickup: false,
      ...more,
    });
  };
  /** A store of its own and goods at ¥20. */
  const aBuyer = async ({ onHand = 200, quantity = 10 } = {}) => {
    count += 1;
    const [id, skuId] = [`DS${count}`, `DK${count}`];
    const store = await shop.openStore({ id });
    await shop.addGoods({ id: skuId, onHand });
    const account = async () => (await store.credit.mine({})).items[0];
    return { id, skuId, store, account, basket: { lines: [{ skuId, quantity }] } };
  };
  const shipped = async (orderId: string, quantity?: number) => {
    const shipmentId = shop.newId();
    const lines = quantity === undefined ? undefined : [{ lineNo: 1, quantity }];
    await seller.orders.ship({ orderId, shipmentId, lines });
    return shipmentId;
  };
  const billsOf = async (store: Client, orderId: string) =>
    (await store.credit.bills({})).items
      .filter((bill) => bill.orderId === orderId)
      .map(({ amountFen }) => amountFen);

  it('are nothing without terms, and come with the next order once there are some', async () => {
    const { store, basket } = await aBuyer();
    expect((await store.orders.quote(basket)).freight).toBeNull();
    await put([aRule()]);
    const { quote, order } = await quoteAndPlace(shop, store, basket);
    expect(quote).toMatchObject({
      goodsFen: 20_000,
      payableFen: 20_800,
      freight: { freightFen: 800, offFen: 0, nextStep: '再买 ¥300.00 免运费', words: '按订单金额计' },
    });
    expect(order).toMatchObject({ state: 'approved', freight: { freightFen: 800, isPickup: false } });
    await put([]);
    expect((await store.orders.get({ orderId: order.orderId })).payableFen).toBe(20_800);
    await put([aRule()]);
  });

  it('travel with the first shipment and are billed once', async () => {
    const { store, account, basket } = await aBuyer();
    const { order } = await quoteAndPlace(shop, store, basket);
    const { orderId } = order;
    expect(await account()).toMatchObject({ heldFen: 20_800, shippedFen: 0 });
    const first = await shipped(orderId, 4);
    expect(await account()).toMatchObject({ heldFen: 12_000, shippedFen: 8_800 });
    const second = await shipped(orderId);
    expect(await account()).toMatchObject({ heldFen: 0, shippedFen: 20_800 });
    await store.orders.sign({ ...said(), orderId, shipmentId: second });
    expect(await billsOf(store, orderId)).toEqual([12_000]);
    await store.orders.sign({ ...said(), orderId, shipmentId: first });
    expect((await billsOf(store, orderId)).sort()).toEqual([12_000, 8_800]);
    expect(await account()).toMatchObject({ shippedFen: 0, receivableFen: 20_800 });
  });

  it('come back when the order is cancelled, is closed short of everything, or is refused at the door', async () => {
    const { store, account, basket } = await aBuyer();
    const cancelled = (await quoteAndPlace(shop, store, basket)).order;
    await store.orders.cancel({ ...said(), orderId: cancelled.orderId });
    expect(await account()).toMatchObject({ heldFen: 0 });

    const { order } = await quoteAndPlace(shop, store, basket);
    const [orderId, shipmentId] = [order.orderId, await shipped(order.orderId)];
    const differences = [{ shipmentLineNo: 1, refused: 10 }];
    await store.orders.sign({ ...said(), orderId, shipmentId, differences });
    expect(await account()).toMatchObject({ shippedFen: 0, receivableFen: 0 });
    expect(await store.orders.get({ orderId })).toMatchObject({
      payableFen: 20_000,
      freight: { freightFen: 0, words: '没有送达，不收运费' },
    });

    const short = await aBuyer({ onHand: 0 });
    const owed = { lines: [{ skuId: short.skuId, quantity: 10, shortage: 'shipAndBackOrder' as const }] };
    const waiting = await short.store.orders.place({ orderId: shop.newId(), ...owed });
    expect(waiting).toMatchObject({ payableFen: 20_800 });
    if (waiting.state === 'approved') {
      expect(await short.account()).toMatchObject({ heldFen: 800 });
      await seller.orders.shortClose({ ...said(), orderId: waiting.orderId, scope: 'rest', reason: '无货' });
      expect(await short.store.orders.get({ orderId: waiting.orderId })).toMatchObject({
        state: 'shortClosed',
        payableFen: 0,
      });
    }
    expect(await short.account()).toMatchObject({ heldFen: 0 });
  });

  it('are asked anew for other goods by the terms of the day it was placed', async () => {
    const { store, skuId, account, basket } = await aBuyer();
    const { order } = await quoteAndPlace(shop, store, basket);
    await put([aRule({ charge: { kind: 'amount', steps: [{ fromFen: 0, chargeFen: 9_900 }] } })]);
    const edit = (quantity: number, revision: number, expectedPayableFen: number) =>
      store.orders.edit({
        ...said(),
        orderId: order.orderId,
        expectedRevision: revision,
        lines: [{ skuId, quantity }],
        expectedPayableFen,
      });
    expect(await edit(20, 1, 40_800)).toMatchObject({ state: 'approved', freight: { freightFen: 800 } });
    expect(await edit(25, 2, 50_000)).toMatchObject({ freight: { freightFen: 0, words: '已满额，免运费' } });
    expect(await account()).toMatchObject({ heldFen: 50_000 });
    await put([aRule()]);
  });

  it('ask for thresholds first, and promotions on freight take them off', async () => {
    const { id, store, basket } = await aBuyer({ quantity: 26 });
    const publish = async (kind: string, rule: PromotionInput['rule']) => {
      const promotionId = shop.newId();
      const open = aPromotionOf('D1', { promotionId, kind, rule });
      const promotion = { ...open, audience: { ...open.audience, buyerIds: [id] } };
      await seller.promotions.put({ ...said(), expectedVersion: 0, promotion });
      await seller.promotions.publish({ ...said(), promotionId, expectedVersion: 1 });
    };
    await publish('thresholdOff', { tiers: [{ fromFen: 50_000, offFen: 3_000 }], isPerMultiple: false });
    expect(await store.orders.quote(basket)).toMatchObject({
      goodsFen: 49_000,
      payableFen: 49_800,
      freight: { nextStep: '再买 ¥10.00 免运费' },
    });
    await publish('freight', { mode: 'off', offFen: 300 });
    const { order } = await quoteAndPlace(shop, store, basket);
    expect(order).toMatchObject({
      payableFen: 49_500,
      freight: { freightFen: 500, offFen: 300, words: '按订单金额计，促销已减¥3.00' },
    });
  });

  it('are nothing for who fetches the goods where that is offered', async () => {
    const { store, basket } = await aBuyer();
    expect((await store.orders.quote({ ...basket, isPickup: true })).payableFen).toBe(20_800);
    await put([aRule()], { allowsPickup: true });
    const { order } = await quoteAndPlace(shop, store, { ...basket, isPickup: true });
    expect(order).toMatchObject({ payableFen: 20_000, freight: { freightFen: 0, isPickup: true } });
  });

  it.each([
    ['quality', 800],
    ['unsold', 0],
  ] as const)('go back with everything that came back because of %s', async (reason, freightFen) => {
    const { store, account, basket } = await aBuyer();
    const { order } = await quoteAndPlace(shop, store, basket);
    const [{ orderId }, shipmentId] = [order, await shipped(order.orderId)];
    await store.orders.sign({ ...said(), orderId, shipmentId });
    const { afterSalesId } = await store.afterSales.request({
      afterSalesId: shop.newId(),
      orderId,
      kind: 'return',
      reason,
      photos: [await uploadPhoto(store, shop.newId(), 'afterSales')],
      lines: [{ shipmentId, shipmentLineNo: 1, quantity: 10 }],
    });
    await seller.afterSales.approve({ ...said(), afterSalesId });
    const outcomes = [{ lineNo: 1, restocked: 10 }];
    const closed = await seller.afterSales.receive({ ...said(), afterSalesId, outcomes });
    expect(closed.money).toMatchObject({ refundFen: 20_000, freightFen, grantedFen: 20_000 + freightFen });
    expect(await account()).toMatchObject({ receivableFen: 800 - freightFen });
  });

  it('are the seller’s own: previewed, in versions, refused when somebody was quicker or they make no sense', async () => {
    const { id, basket } = await aBuyer({ quantity: 3 });
    const rules = [
      aRule({ buyerId: id, charge: { kind: 'cases', first: 1, firstFen: 600, further: 1, furtherFen: 250 } }),
    ];
    expect(
      await seller.delivery.preview({ ...basket, buyerId: id, rules, allowsPickup: false }),
    ).toMatchObject({
      goodsFen: 6_000,
      words: '按箱数计（首件+续件）',
      nextStep: '再买 ¥440.00 免运费',
    });
    const input = { ...said(), expectedVersion: 0, rules, allowsPickup: false };
    expect(await codeOf(seller.delivery.put(input))).toBe('delivery.termsStale');
    expect(await codeOf(put([aRule(), aRule()]))).toBe('delivery.rulesInvalid');
    expect(await codeOf(put([aRule({ buyerId: 'NOBODY' })]))).toBe('partners.notSupplied');
    const { terms, newestVersion, versions } = await seller.delivery.terms({});
    expect([terms?.version, versions[0]?.version]).toEqual([newestVersion, newestVersion]);
  });

  endsWithBooks(() => shop);
});
