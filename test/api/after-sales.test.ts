import type { Client } from '@tongpan/bff';
import { dayMs } from '@tongpan/core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { afterSalesOf, type Asked } from './after-sales-cases';
import { codeOf, endsWithBooks, openShop, outcomeOf, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('after-sales', (engine) => {
  let shop: Shop;
  let seller: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    seller = await shop.as('d1');
  });
  afterAll(() => shop.close());

  const { said, aPhoto, aSigned, approve, receive, onHand, eventsOf } = afterSalesOf(
    () => shop,
    () => seller,
  );

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
