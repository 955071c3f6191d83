import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { afterSalesOf } from './after-sales-cases';
import { codeOf, endsWithBooks, openShop, type Shop } from './open-shop';
import { aPromotionOf, type PromotionInput } from './promotion-inputs';

afterAll(removePlaces);

let count = 0;

forEachEngine('money back after sales', (engine) => {
  let shop: Shop;
  let seller: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    seller = await shop.as('d1');
  });
  afterAll(() => shop.close());

  const { said, aSigned, signedOrder, approve, receive, onHand } = afterSalesOf(
    () => shop,
    () => seller,
  );

  it('go back as credit of the account where the order was paid', async () => {
    const { storeId, ask, account } = await aSigned();
    await seller.credit.receive({ receiptId: shop.newId(), buyerId: storeId, amountFen: 12_346 });

    const { afterSalesId } = await ask(10);
    await approve(afterSalesId);
    const closed = await receive(afterSalesId, [{ lineNo: 1, restocked: 10 }]);

    expect(closed.moneyBack).toMatchObject([{ amountFen: 12_346, paysThisOrder: false }]);
    expect(await account()).toMatchObject({ receivableFen: 0, unappliedFen: 12_346 });
  });

  it('split a refund between what is open and what was paid', async () => {
    const { storeId, ask, account } = await aSigned();
    await seller.credit.receive({ receiptId: shop.newId(), buyerId: storeId, amountFen: 12_000 });

    const { afterSalesId } = await ask(5);
    await approve(afterSalesId);
    const closed = await receive(afterSalesId, [{ lineNo: 1, restocked: 5 }]);

    expect(closed.moneyBack.map(({ amountFen, paysThisOrder }) => [amountFen, paysThisOrder])).toEqual([
      [346, true],
      [5_827, false],
    ]);
    expect(await account()).toMatchObject({ receivableFen: 0, unappliedFen: 5_827 });
  });

  describe('under promotions', () => {
    const publish = async (buyerId: string, given: Partial<PromotionInput>) => {
      const promotionId = shop.newId();
      const audience = {
        levels: [],
        regionPrefixes: [],
        channels: [],
        groupIds: [],
        buyerIds: [buyerId],
        excludedBuyerIds: [],
      };
      await seller.promotions.put({
        ...said(),
        expectedVersion: 0,
        promotion: aPromotionOf('D1', { promotionId, audience, ...given }),
      });
      await seller.promotions.publish({ ...said(), promotionId, expectedVersion: 1 });
      return promotionId;
    };
    const stop = (promotionId: string) =>
      seller.promotions.stop({ ...said(), promotionId, expectedVersion: 2 });
    const aCustomer = async () => {
      count += 1;
      const [storeId, skuId] = [`AP${count}`, `AQ${count}`];
      const store = await shop.openStore({ id: storeId });
      await shop.addGoods({ id: skuId, onHand: 200, pricesE4: { D1: 100_000 } });
      return { storeId, skuId, store };
    };

    it('take the lost benefit off, under the version the order had, though it was stopped since', async () => {
      const { storeId, skuId, store } = await aCustomer();
      const promotionId = await publish(storeId, {
        rule: { tiers: [{ fromFen: 10_000, offFen: 1_000 }], isPerMultiple: false },
      });
      const { ask } = await signedOrder(store, [{ skuId, quantity: 10 }]);
      await stop(promotionId);

      const { afterSalesId, expected } = await ask(2);

      expect(expected).toMatchObject({
        originalFen: 9_000,
        keptFen: 8_000,
        paidFen: 1_800,
        refundFen: 1_000,
      });
      await approve(afterSalesId);
      const closed = await receive(afterSalesId, [{ lineNo: 1, restocked: 2 }]);
      expect(closed).toMatchObject({ grantedFen: 1_000, money: { basis: 'recomputed' } });
      const rest = await ask(8);
      expect(rest.expected).toMatchObject({ dueFen: 9_000, earlierFen: 1_000, refundFen: 8_000 });
    });

    it('take the gifts off that stay, and not those that come back', async () => {
      const { storeId, skuId, store } = await aCustomer();
      const promotionId = await publish(storeId, {
        kind: 'buyGet',
        scope: { skuIds: [skuId], categories: [], brands: [], productLines: [], excludedSkuIds: [] },
        rule: { buyQuantity: 10, getQuantity: 1, unit: '', mode: 'added', counting: 'step' },
      });
      const { ask, orderId, shipmentId } = await signedOrder(store, [{ skuId, quantity: 20 }]);
      await stop(promotionId);
      const { lines } = await store.afterSales.form({ orderId });
      expect(lines.map(({ accepted, isGift }) => [accepted, isGift])).toEqual([
        [20, false],
        [2, true],
      ]);

      const kept = await ask(10);
      expect(kept.expected).toMatchObject({ giftsFen: 1_000, refundFen: 9_000 });
      await store.afterSales.withdraw({ ...said(), afterSalesId: kept.afterSalesId });
      const back = await ask(10, {
        lines: [
          { shipmentId, shipmentLineNo: 1, quantity: 10 },
          { shipmentId, shipmentLineNo: 2, quantity: 1 },
        ],
      });
      expect(back.expected).toMatchObject({ giftsFen: 0, refundFen: 10_000 });
      expect(await ask(1, { kind: 'refundOnly' }, 2)).toMatchObject({
        state: 'refused',
        findings: [{ rule: 'goods.gift' }],
      });
    });
  });

  it('settle a refund without goods as it is approved, in part where only part is granted', async () => {
    const { ask, skuId } = await aSigned();
    const { afterSalesId } = await ask(4, { kind: 'refundOnly' });

    const closed = await approve(afterSalesId, { lines: [{ lineNo: 1, quantity: 3 }], words: '认三瓶' });

    expect(closed).toMatchObject({
      state: 'closed',
      grantedFen: 3_704,
      decisionWords: '认三瓶',
      actions: [],
    });
    expect(closed.steps.map(({ kind }) => kind)).toEqual(['requested', 'approved', 'closed']);
    expect(await onHand(skuId)).toEqual({ available: 30 });
  });

  it('give a claim no more than is granted, and give the rest to nobody later', async () => {
    const { ask } = await aSigned();
    const claim = await ask(4, { kind: 'claim' });

    expect(await approve(claim.afterSalesId, { limitFen: 1_000 })).toMatchObject({
      state: 'closed',
      grantedFen: 1_000,
      money: { refundFen: 4_938, grantedFen: 1_000 },
    });
    const rest = await ask(6);
    expect(rest.expected).toMatchObject({ refundFen: 7_408, earlierFen: 4_938 });
    expect(await codeOf(approve(rest.afterSalesId, { limitFen: 1 }))).toBe('afterSales.limitWrong');
  });

  it('settle two requests of one order at once to the fen', async () => {
    const { ask, account } = await aSigned();
    const ids = await Promise.all([3, 3, 4].map(async (units) => (await ask(units)).afterSalesId));
    await Promise.all(ids.map((id) => approve(id)));

    await Promise.all(ids.map((id, at) => receive(id, [{ lineNo: 1, restocked: [3, 3, 4][at] as number }])));

    expect(await account()).toMatchObject({ receivableFen: 0, unappliedFen: 0 });
  });

  endsWithBooks(() => shop);
});
