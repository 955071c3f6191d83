import type { Client } from '@tongpan/bff';
import { dayMs } from '@tongpan/core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, outcomeOf, type Shop } from './open-shop';
import { aPromotionOf, type PromotionInput } from './promotion-inputs';
import { uploadPhoto } from './upload-photo';

afterAll(removePlaces);

type Asked = Parameters<Client['afterSales']['request']>[0];
type Outcomes = Parameters<Client['afterSales']['receive']>[0]['outcomes'];

let count = 0;

forEachEngine('after-sales', (engine) => {
  let shop: Shop;
  let seller: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    seller = await shop.as('d1');
  });
  afterAll(() => shop.close());

  const said = () => ({ commandId: shop.newId() });
  const aPhoto = (store: Client) => uploadPhoto(store, shop.newId(), 'afterSales');

  /** Ten units at ¥12.3457 in the hands of a store of its own; the bill is open. */
  const aSigned = async (given: { quantity?: number; limitFen?: number; onHand?: number } = {}) => {
    count += 1;
    const { quantity = 10, onHand = 40, ...more } = given;
    const [storeId, skuId] = [`AS${count}`, `AK${count}`];
    const store = await shop.openStore({ id: storeId, ...more });
    await shop.addGoods({ id: skuId, onHand, pricesE4: { D1: 123_457 } });
    return { storeId, skuId, ...(await signedOrder(store, [{ skuId, quantity }])) };
  };
  const signedOrder = async (store: Client, lines: { skuId: string; quantity: number }[]) => {
    const [orderId, shipmentId] = [shop.newId(), shop.newId()];
    await store.orders.place({ orderId, lines });
    await seller.orders.ship({ orderId, shipmentId });
    await store.orders.sign({ ...said(), orderId, shipmentId });
    const ask = async (quantity: number, more: Partial<Asked> = {}, shipmentLineNo = 1) =>
      store.afterSales.request({
        afterSalesId: shop.newId(),
        orderId,
        kind: 'return',
        reason: 'quality',
        photos: [await aPhoto(store)],
        lines: [{ shipmentId, shipmentLineNo, quantity }],
        ...more,
      });
    const account = async () => (await store.credit.mine({})).items[0];
    return { store, orderId, shipmentId, ask, account };
  };
  const approve = (
    afterSalesId: string,
    more: Partial<Parameters<Client['afterSales']['approve']>[0]> = {},
  ) => seller.afterSales.approve({ ...said(), afterSalesId, ...more });
  const receive = (afterSalesId: string, outcomes: Outcomes) =>
    seller.afterSales.receive({ ...said(), afterSalesId, outcomes });
  const onHand = async (skuId: string) =>
    Object.fromEntries(
      (
        await shop.rows<{ quality: string; onHand: number }>(
          'SELECT quality, SUM(onHand) AS onHand FROM lot WHERE skuId = ? GROUP BY quality ORDER BY quality',
          [skuId],
        )
      ).map(({ quality, onHand: units }) => [quality, Number(units)]),
    );
  const eventsOf = async (afterSalesId: string) =>
    (
      await shop.rows<{ name: string }>(
        'SELECT name FROM outboxEvent WHERE aggregate = ? ORDER BY position',
        [`afterSales:${afterSalesId}`],
      )
    ).map(({ name }) => name);

  it('go from the request over approval and receipt to a credit note on the open bill', async () => {
    const { store, skuId, ask, account } = await aSigned();

    const asked = await ask(4);
    expect(asked).toMatchObject({
      state: 'requested',
      findings: [],
      units: 4,
      worthFen: 4_938,
      expected: { refundFen: 4_938, basis: 'recomputed' },
      actions: ['withdraw'],
    });
    const { afterSalesId } = asked;
    expect(await approve(afterSalesId)).toMatchObject({ state: 'approved', actions: ['receive'] });
    const closed = await receive(afterSalesId, [
      { lineNo: 1, restocked: 1, quarantined: 1, destroyed: 1, notReceived: 1 },
    ]);

    expect(closed).toMatchObject({
      state: 'closed',
      grantedFen: 3_704,
      money: { originalFen: 12_346, keptFen: 8_642, giftsFen: 0, paidFen: 3_704, refundFen: 3_704 },
      moneyBack: [{ instrument: 'creditNote', amountFen: 3_704, paysThisOrder: true }],
    });
    expect(closed.steps.map(({ title }) => title)).toEqual(['提交申请', '同意申请', '收货验收', '处理完成']);
    expect(await onHand(skuId)).toEqual({ available: 31, damaged: 0, inspection: 1 });
    expect(await account()).toMatchObject({ receivableFen: 8_642, unappliedFen: 0 });
    expect((await store.credit.bills({})).items).toMatchObject([{ amountFen: 12_346, paidFen: 3_704 }]);
    expect(await eventsOf(afterSalesId)).toEqual([
      'afterSales.requested',
      'afterSales.approved',
      'afterSales.received',
      'afterSales.closed',
    ]);
    // What did not come may be asked back again, and no more than that.
    expect(await ask(7)).toMatchObject({ state: 'requested' });
  });

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

  it('exchange goods by a linked order at no price, its lots promised by the buyer’s own rule', async () => {
    const { store, ask, skuId, account } = await aSigned({ onHand: 12 });
    const before = await account();
    const { afterSalesId, expected } = await ask(4, { kind: 'exchange' });
    expect(expected).toBeNull();
    await approve(afterSalesId);

    const closed = await receive(afterSalesId, [{ lineNo: 1, destroyed: 3, notReceived: 1 }]);

    expect(closed).toMatchObject({ state: 'closed', grantedFen: 0, money: null, moneyBack: [] });
    const order = await store.orders.get({ orderId: closed.replacementId as string });
    expect(order).toMatchObject({ number: closed.replacementNumber, state: 'approved', payableFen: 0 });
    // Two are there; the third is owed.
    expect(order.lines).toMatchObject([{ skuId, quantity: 3, reserved: 2, backOrdered: 1, amountFen: 0 }]);
    expect(order.actions).toEqual([]);
    expect(await account()).toEqual(before);
    const shipmentId = shop.newId();
    await seller.orders.ship({ orderId: order.orderId, shipmentId });
    await store.orders.sign({ ...said(), orderId: order.orderId, shipmentId });
    const again = async (kind: Asked['kind']) =>
      store.afterSales.request({
        afterSalesId: shop.newId(),
        orderId: order.orderId,
        kind,
        reason: 'quality',
        photos: [await aPhoto(store)],
        lines: [{ shipmentId, shipmentLineNo: 1, quantity: 1 }],
      });
    expect(await again('return')).toMatchObject({
      state: 'refused',
      findings: [{ rule: 'goods.replacement' }],
    });
    expect(await again('exchange')).toMatchObject({ state: 'requested' });
    expect(await codeOf(seller.orders.cancel({ ...said(), orderId: order.orderId, reason: '不发了' }))).toBe(
      'orders.stateForbids',
    );
  });

  it('pay for what cannot be sent again, and never for what was not paid', async () => {
    const { store, ask, account } = await aSigned();
    const [first, second] = [await ask(4, { kind: 'exchange' }), await ask(2, { kind: 'exchange' })];
    await approve(first.afterSalesId);
    await approve(second.afterSalesId);
    const settle = (afterSalesId: string, restocked: number) =>
      seller.afterSales.receive({
        ...said(),
        afterSalesId,
        outcomes: [{ lineNo: 1, restocked }],
        inMoney: true,
      });

    expect(await settle(first.afterSalesId, 4)).toMatchObject({
      state: 'closed',
      grantedFen: 4_938,
      replacementId: null,
    });
    expect(await account()).toMatchObject({ receivableFen: 7_408 });

    const { replacementId } = await receive(second.afterSalesId, [{ lineNo: 1, restocked: 2 }]);
    const [orderId, shipmentId] = [replacementId as string, shop.newId()];
    await seller.orders.ship({ orderId, shipmentId });
    await store.orders.sign({ ...said(), orderId, shipmentId });
    const again = await store.afterSales.request({
      afterSalesId: shop.newId(),
      orderId,
      kind: 'exchange',
      reason: 'damaged',
      photos: [await aPhoto(store)],
      lines: [{ shipmentId, shipmentLineNo: 1, quantity: 2 }],
    });
    await approve(again.afterSalesId);
    expect(await codeOf(settle(again.afterSalesId, 2))).toBe('afterSales.nothingPaid');
  });

  it('pay instead where a replacement never comes, and only while nothing of it has gone', async () => {
    const { store, ask, account, skuId } = await aSigned();
    const exchange = async (units: number) => {
      const { afterSalesId } = await ask(units, { kind: 'exchange' });
      await approve(afterSalesId);
      return receive(afterSalesId, [{ lineNo: 1, restocked: units }]);
    };
    const [one, two] = [await exchange(4), await exchange(3)];
    expect(one.actions).toEqual(['payInstead']);
    expect(await onHand(skuId)).toEqual({ available: 37 });
    const command = { ...said(), afterSalesId: one.afterSalesId };

    const [paid] = await Promise.all([
      seller.afterSales.payInstead(command),
      seller.afterSales.payInstead(command),
    ]);

    expect(paid).toMatchObject({ state: 'closed', grantedFen: 4_938, actions: [] });
    expect(await store.orders.get({ orderId: one.replacementId as string })).toMatchObject({
      state: 'cancelled',
      actions: [],
    });
    expect(await account()).toMatchObject({ receivableFen: 7_408 });
    await seller.orders.ship({ orderId: two.replacementId as string, shipmentId: shop.newId() });
    expect(await codeOf(seller.afterSales.payInstead({ ...said(), afterSalesId: two.afterSalesId }))).toBe(
      'afterSales.replacementSent',
    );
  });

  it('refuse what a lot says that was not sent, and tell it as a sign of diversion', async () => {
    const { ask, shipmentId } = await aSigned();

    const refused = await ask(2, {
      lines: [{ shipmentId, shipmentLineNo: 1, quantity: 2, lotNo: 'FOREIGN-7' }],
    });

    expect(refused).toMatchObject({
      state: 'refused',
      suspectsDiversion: true,
      actions: [],
      findings: [{ rule: 'lot.notDelivered', text: '批号 FOREIGN-7 不是本次发货送达的商品，不能受理' }],
    });
    expect(await eventsOf(refused.afterSalesId)).toEqual([
      'afterSales.requested',
      'afterSales.refused',
      'afterSales.diversionSuspected',
    ]);
    expect(
      await codeOf(ask(1, { lines: [{ shipmentId: 'NO-SHIPMENT', shipmentLineNo: 1, quantity: 1 }] })),
    ).toBe('afterSales.lineUnknown');
    const twice = { shipmentId, shipmentLineNo: 1, quantity: 1 };
    expect(await codeOf(ask(1, { lines: [twice, twice] }))).toBe('afterSales.lineTwice');
  });

  it('look at everything before, and write nothing by looking', async () => {
    const { store, orderId, shipmentId } = await aSigned();
    const before = await shop.ledger();

    const { findings } = await store.afterSales.check({
      orderId,
      kind: 'exchange',
      reason: 'other',
      lines: [{ shipmentId, shipmentLineNo: 1, quantity: 11 }],
    });

    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['photos.missing', 'block'],
      ['quantity.over', 'block'],
      ['quota.over', 'review'],
    ]);
    expect(await shop.ledger()).toEqual(before);
  });

  it('are withdrawn before anything has come, and then may be asked again', async () => {
    const { store, ask } = await aSigned();
    const { afterSalesId } = await ask(10);
    await approve(afterSalesId);

    const withdrawn = await store.afterSales.withdraw({ ...said(), afterSalesId });

    expect(withdrawn).toMatchObject({ state: 'withdrawn', actions: [] });
    expect(await codeOf(receive(afterSalesId, [{ lineNo: 1, restocked: 10 }]))).toBe(
      'afterSales.stateForbids',
    );
    expect(await ask(10)).toMatchObject({ state: 'requested' });
  });

  it('are refused by the seller with a reason', async () => {
    const { store, ask } = await aSigned();
    const { afterSalesId } = await ask(10);

    await seller.afterSales.refuse({ ...said(), afterSalesId, words: '照片看不出破损' });

    expect(await store.afterSales.get({ afterSalesId })).toMatchObject({
      state: 'refused',
      decisionWords: '照片看不出破损',
      decidedBy: 'd1 先生',
    });
    expect(await codeOf(approve(afterSalesId))).toBe('afterSales.stateForbids');
  });

  it('close by themselves when nothing comes in time', async () => {
    const { store, ask } = await aSigned();
    const { afterSalesId } = await ask(3);
    await approve(afterSalesId);
    const day = shop.core.clock.now() + 15 * dayMs;

    await shop.core.afterSales.closeLapsed(day - 60_000);
    expect(await store.afterSales.get({ afterSalesId })).toMatchObject({ state: 'approved' });
    await Promise.all([
      shop.core.afterSales.closeLapsed(day + 60_000),
      shop.core.afterSales.closeLapsed(day + 60_000),
    ]);

    expect(await store.afterSales.get({ afterSalesId })).toMatchObject({ state: 'lapsed' });
    expect(await ask(10)).toMatchObject({ state: 'requested' });
  });

  it('give the last units to one of two who ask at once', async () => {
    const { ask, store, orderId } = await aSigned();
    await ask(4);

    const answers = await Promise.all([ask(4), ask(4), ask(4)]);

    expect(answers.map(({ state }) => state).sort()).toEqual(['refused', 'refused', 'requested']);
    expect((await store.afterSales.form({ orderId })).lines).toMatchObject([{ accepted: 10, left: 2 }]);
  });

  it('are one request, one decision, one receipt and one refund, however often each is said', async () => {
    const { store, ask, account, skuId } = await aSigned();
    const afterSalesId = shop.newId();
    const photos = [await aPhoto(store)];
    const asked = await Promise.all([ask(4, { afterSalesId, photos }), ask(4, { afterSalesId, photos })]);
    expect(asked.map(({ number }) => number)).toEqual([asked[0].number, asked[0].number]);
    expect(await codeOf(ask(5, { afterSalesId }))).toBe('command.idReused');

    const approval = { ...said(), afterSalesId };
    await Promise.all([seller.afterSales.approve(approval), seller.afterSales.approve(approval)]);
    const receipt = { ...said(), afterSalesId, outcomes: [{ lineNo: 1, restocked: 4 }] };
    const outcomes = await Promise.all([
      outcomeOf(seller.afterSales.receive(receipt)),
      outcomeOf(seller.afterSales.receive(receipt)),
      outcomeOf(receive(afterSalesId, [{ lineNo: 1, notReceived: 4 }])),
    ]);

    expect(outcomes[0]).toBe(outcomes[1]);
    expect(outcomes.filter((outcome) => outcome === 'ok').length).toBe(outcomes[0] === 'ok' ? 2 : 1);
    const came = outcomes[0] === 'ok';
    expect(await onHand(skuId)).toEqual({ available: came ? 34 : 30 });
    expect(await account()).toMatchObject({ receivableFen: came ? 7_408 : 12_346 });
  });

  it('settle two requests of one order at once to the fen', async () => {
    const { ask, account } = await aSigned();
    const ids = await Promise.all([3, 3, 4].map(async (units) => (await ask(units)).afterSalesId));
    await Promise.all(ids.map((id) => approve(id)));

    await Promise.all(ids.map((id, at) => receive(id, [{ lineNo: 1, restocked: [3, 3, 4][at] as number }])));

    expect(await account()).toMatchObject({ receivableFen: 0, unappliedFen: 0 });
  });

  it('take no outcome that leaves a unit out, and no approval beyond what was asked', async () => {
    const { ask } = await aSigned();
    const { afterSalesId } = await ask(4);
    for (const lines of [
      [{ lineNo: 1, quantity: 5 }],
      [{ lineNo: 2, quantity: 1 }],
      [{ lineNo: 1, quantity: 0 }],
    ]) {
      expect(await codeOf(approve(afterSalesId, { lines }))).toBe('afterSales.linesWrong');
    }
    await approve(afterSalesId);
    for (const outcomes of [
      [{ lineNo: 1, restocked: 3 }],
      [{ lineNo: 1, restocked: 5 }],
      [{ lineNo: 2, restocked: 4 }],
      [
        { lineNo: 1, restocked: 4 },
        { lineNo: 1, restocked: 4 },
      ],
    ]) {
      expect(await codeOf(receive(afterSalesId, outcomes))).toBe('afterSales.outcomesWrong');
    }
  });

  it('are seen by their two parties and HQ, and listed on each side', async () => {
    const { store, ask, orderId } = await aSigned();
    const { afterSalesId } = await ask(1);
    const [hq, other, stranger] = await Promise.all([shop.as('hq'), shop.as('d2'), shop.as('s1')]);

    expect((await store.afterSales.list({})).items.map((one) => one.afterSalesId)).toEqual([afterSalesId]);
    expect((await seller.afterSales.list({ side: 'seller', orderId })).items).toHaveLength(1);
    expect((await hq.afterSales.list({ side: 'all', orderId })).items).toHaveLength(1);
    expect((await other.afterSales.list({ side: 'all', orderId })).items).toHaveLength(0);
    for (const client of [other, stranger]) {
      expect(await codeOf(client.afterSales.get({ afterSalesId }))).toBe('afterSales.unknown');
      expect(await codeOf(client.afterSales.form({ orderId }))).toBe('orders.unknown');
    }
    expect(await codeOf(other.afterSales.approve({ ...said(), afterSalesId }))).toBe('afterSales.unknown');
    expect(await codeOf(hq.afterSales.approve({ ...said(), afterSalesId }))).toBe('afterSales.stateForbids');
  });

  it('leave the stock of a distributor whose purchase goes back', async () => {
    const [hq, buyer] = await Promise.all([shop.as('hq'), shop.as('d2')]);
    const [orderId, shipmentId] = [shop.newId(), shop.newId()];
    await buyer.orders.place({ orderId, lines: [{ skuId: 'WATER', quantity: 100 }] });
    await hq.orders.ship({ orderId, shipmentId });
    await buyer.orders.sign({ ...said(), orderId, shipmentId });
    await shop.core.outbox.drain();
    const held = async () =>
      (
        await shop.rows<{ onHand: number }>(
          "SELECT SUM(onHand) AS onHand FROM lot WHERE ownerId = 'D2' AND lotNo = 'H-W'",
        )
      )[0]?.onHand;
    const before = Number(await held());
    const { afterSalesId } = await buyer.afterSales.request({
      afterSalesId: shop.newId(),
      orderId,
      kind: 'return',
      reason: 'quality',
      lines: [{ shipmentId, shipmentLineNo: 1, quantity: 30 }],
    });
    await hq.afterSales.approve({ ...said(), afterSalesId });
    await hq.afterSales.receive({
      ...said(),
      afterSalesId,
      outcomes: [{ lineNo: 1, restocked: 20, notReceived: 10 }],
    });
    await shop.core.outbox.drain();
    await shop.core.outbox.drain();

    expect(Number(await held())).toBe(before - 20);
  });

  it('follow the policy of the seller, version by version, and its quota to the fen', async () => {
    const hq = await shop.as('hq');
    const distributor = await shop.as('d1');
    const { policy } = await hq.afterSales.policies({});
    expect(policy).toMatchObject({ version: 0, changedAt: null });
    const terms = {
      ...policy.terms,
      quotaBp: 1_000,
      overQuota: 'refuse' as const,
      kinds: { ...policy.terms.kinds, swap: { ...policy.terms.kinds.swap, isOffered: false } },
    };
    const input = { ...said(), expectedVersion: 0, terms, note: '从严' };
    await hq.afterSales.putPolicy(input);
    await hq.afterSales.putPolicy(input);
    expect(await codeOf(hq.afterSales.putPolicy({ ...input, ...said() }))).toBe('afterSales.policyStale');
    const [orderId, shipmentId] = [shop.newId(), shop.newId()];
    await distributor.orders.place({ orderId, lines: [{ skuId: 'WATER', quantity: 100 }] });
    await hq.orders.ship({ orderId, shipmentId });
    await distributor.orders.sign({ ...said(), orderId, shipmentId });
    const ask = (quantity: number, more: Partial<Asked> = {}) =>
      distributor.afterSales.request({
        afterSalesId: shop.newId(),
        orderId,
        kind: 'return',
        reason: 'unsold',
        lines: [{ shipmentId, shipmentLineNo: 1, quantity }],
        ...more,
      });

    const [one, two] = await Promise.all([ask(6), ask(6)]);
    expect([one.state, two.state].sort()).toEqual(['refused', 'requested']);
    expect(one).toMatchObject({ policyVersion: 1 });
    // A defect is the seller's, and counts for nothing.
    expect(await ask(50, { reason: 'quality' })).toMatchObject({ state: 'requested', findings: [] });
    expect(await ask(4)).toMatchObject({ state: 'requested' });
    expect(await ask(1)).toMatchObject({ findings: [{ rule: 'quota.over', severity: 'block' }] });
    const photos = [await aPhoto(distributor)];
    expect(await ask(1, { kind: 'swap', reason: 'nearExpiry', photos })).toMatchObject({
      findings: [{ rule: 'kind.notOffered' }, { rule: 'quota.over' }],
    });
  });

  endsWithBooks(() => shop);
});
