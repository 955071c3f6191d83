import { moveRefund } from '@tongpan/core';
import { ApiProblem, type Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks } from './open-shop';
import { openPayingShop, type PayingShop } from './paying-shop';
import { uploadPhoto } from './upload-photo';

afterAll(removePlaces);

const minute = 60_000;
const codeOfError = (error: unknown) => (error instanceof ApiProblem ? error.code : String(error));
const native = { by: 'native' } as const;

/** Goods at ¥20, paid by WeChat Pay through a stand-in that checks and signs as the real one does. */
forEachEngine('paying by WeChat', (engine) => {
  let shop: PayingShop;
  let seller: Client;
  let count = 0;

  beforeAll(async () => {
    shop = await openPayingShop(engine);
    seller = await shop.as('d1');
    await shop.addGoods({ id: 'RICE', onHand: 1_000_000 });
  });
  afterAll(() => shop.close());

  const said = () => ({ commandId: shop.newId() });
  /** A store that pays with its orders, unless it has a limit. */
  const aStore = async (limitFen = 0) => {
    count += 1;
    const id = `CASH${count}`;
    const store = await (limitFen === 0 ? shop.openCashStore(id) : shop.openStore({ id, limitFen }));
    const place = async (quantity = 10) => {
      const orderId = shop.newId();
      await store.orders.place({ orderId, lines: [{ skuId: 'RICE', quantity }] });
      return orderId;
    };
    const start = (orderId: string, paymentId = shop.newId()) =>
      store.payments.start({ paymentId, orderId, using: native });
    const pay = async (orderId: string) => {
      const { payment } = await start(orderId);
      await shop.control('pay', { outTradeNo: payment.paymentId });
      return payment.paymentId;
    };
    const stateOf = async (orderId: string) => (await store.orders.get({ orderId })).state;
    const account = async () => (await store.credit.mine({})).items[0];
    const money = (orderId: string) => store.payments.ofOrder({ orderId });
    return { id, store, place, start, pay, stateOf, account, money };
  };
  const shipAndSign = async (store: Client, orderId: string, short = 0) => {
    const shipmentId = shop.newId();
    await seller.orders.ship({ orderId, shipmentId });
    const differences = short > 0 ? [{ shipmentLineNo: 1, short }] : [];
    await store.orders.sign({ orderId, shipmentId, ...said(), differences });
  };
  const ledger = (outTradeNo: string) =>
    shop
      .control<{ orders: { outTradeNo: string; state: string; refundedFen: number }[] }>('ledger')
      .then(({ orders }) => orders.find((order) => order.outTradeNo === outTradeNo));

  it('approves an order when the notice comes, and pays its bill when it is signed for', async () => {
    const { store, place, pay, stateOf, money } = await aStore();
    const orderId = await place();
    expect(await stateOf(orderId)).toBe('held');
    expect((await money(orderId)).payableNowFen).toBe(20_000);

    await pay(orderId);
    await shop.settleAll();

    expect(await stateOf(orderId)).toBe('approved');
    expect(await money(orderId)).toMatchObject({ payableNowFen: 0, waitingFen: 20_000 });
    await shipAndSign(store, orderId);
    expect((await store.credit.bills({})).items).toEqual([]);
    expect(await money(orderId)).toMatchObject({ payableNowFen: 0, waitingFen: 0, refunds: [] });
  });

  it('asks WeChat itself when the notice is lost', async () => {
    const { place, pay, stateOf, store } = await aStore();
    const orderId = await place();
    await shop.control('settings', { callbacks: 'off' });
    const paymentId = await pay(orderId);
    await shop.control('settings', { callbacks: 'on' });
    expect(await stateOf(orderId)).toBe('held');

    shop.passTime(6_000);
    expect((await store.payments.get({ paymentId })).state).toBe('paid');
    expect(await stateOf(orderId)).toBe('approved');
  });

  it('hears a notice three times and counts it once', async () => {
    const { place, pay, money } = await aStore();
    const orderId = await place();
    await shop.control('faults', { on: 'callback', kind: 'duplicate', times: 2 });
    await pay(orderId);
    await shop.settleAll();

    expect((await money(orderId)).waitingFen).toBe(20_000);
  });

  it('gives back by itself what is paid after the order was cancelled', async () => {
    const { store, place, start, stateOf, money, account } = await aStore();
    const orderId = await place();
    const { payment } = await start(orderId);
    await store.orders.cancel({ ...said(), orderId, reason: '不要了' });
    await shop.control('pay', { outTradeNo: payment.paymentId });
    await shop.settleAll();

    expect(await stateOf(orderId)).toBe('cancelled');
    const { refunds, waitingFen } = await money(orderId);
    expect(waitingFen).toBe(0);
    expect(refunds).toMatchObject([{ amountFen: 20_000, state: 'succeeded' }]);
    expect(await ledger(payment.paymentId)).toMatchObject({ state: 'REFUND' });
    expect((await account())?.exposureFen).toBe(0);
  });

  it('gives the second of two payments of one order back', async () => {
    const { place, start, money, stateOf } = await aStore();
    const orderId = await place();
    const [first, second] = [await start(orderId), await start(orderId)];
    for (const { payment } of [first, second]) await shop.control('pay', { outTradeNo: payment.paymentId });
    await shop.settleAll();

    expect(await stateOf(orderId)).toBe('approved');
    const { waitingFen, refunds } = await money(orderId);
    expect(waitingFen).toBe(20_000);
    expect(refunds).toMatchObject([{ amountFen: 20_000, state: 'succeeded' }]);
  });

  it('gives back what was not accepted when the goods were signed for', async () => {
    const { store, place, pay, money } = await aStore();
    const orderId = await place();
    await pay(orderId);
    await shop.settleAll();
    await shipAndSign(store, orderId, 3);
    await shop.settleAll();

    expect(await money(orderId)).toMatchObject({
      waitingFen: 0,
      refunds: [{ amountFen: 6_000, state: 'succeeded' }],
    });
  });

  it('cancels what was begun and not paid in time, after WeChat closed it', async () => {
    const { place, start, stateOf } = await aStore();
    const orderId = await place();
    const { payment } = await start(orderId);

    shop.passTime(31 * minute);
    await shop.settleAll();
    expect(await stateOf(orderId)).toBe('held');
    expect(await ledger(payment.paymentId)).toMatchObject({ state: 'CLOSED' });
    shop.passTime(24 * 60 * minute);
    await shop.settleAll();

    expect(await stateOf(orderId)).toBe('cancelled');
  });

  it('says no more than a stranger may hear, and lets nobody say what it costs', async () => {
    const mine = await aStore();
    const other = await aStore();
    const orderId = await mine.place();
    const using = native;

    expect(await codeOf(other.start(orderId))).toBe('orders.unknown');
    const paymentId = shop.newId();
    const changed = mine.store.payments.start({ paymentId, orderId, using, expectedFen: 1 });
    expect(await codeOf(changed)).toBe('payments.amountChanged');
    await mine.store.payments.start({ paymentId, orderId, using });
    expect(await codeOf(other.store.payments.get({ paymentId }))).toBe('payments.unknown');
    expect(await codeOf(other.store.payments.start({ paymentId, orderId, using }))).toBe('command.idReused');
  });

  it('answers the same payment to the same id', async () => {
    const { place, start } = await aStore();
    const orderId = await place();
    const paymentId = shop.newId();
    const [once, twice] = [await start(orderId, paymentId), await start(orderId, paymentId)];

    expect(twice).toEqual(once);
  });

  it('pays several bills of a buyer on account at once', async () => {
    const { store, place, account } = await aStore(1_000_000);
    for (const quantity of [10, 20]) await shipAndSign(store, await place(quantity));
    const bills = (await store.credit.bills({})).items;
    const billIds = bills.map(({ billId }) => billId);
    const { payment } = await store.payments.start({ paymentId: shop.newId(), billIds, using: native });
    expect(payment.amountFen).toBe(60_000);
    await shop.control('pay', { outTradeNo: payment.paymentId });
    await shop.settleAll();

    expect((await store.credit.bills({})).items).toEqual([]);
    expect((await account())?.exposureFen).toBe(0);
  });

  it('pays an order on account before it is due, and frees its credit', async () => {
    const { place, pay, stateOf, account } = await aStore(30_000);
    const orderId = await place(10);
    expect(await stateOf(orderId)).toBe('approved');
    await pay(orderId);
    await shop.settleAll();

    expect((await account())?.availableFen).toBe(30_000);
    const another = await place(15);
    expect(await stateOf(another)).toBe('approved');
    expect(await stateOf(await place(3))).toBe('held');
  });

  it('tops up a prepaid balance', async () => {
    const { id, store } = await aStore();
    await seller.credit.setTerms({ ...said(), buyerId: id, kind: 'prepaid', reason: '款到发货' });
    const topUp = { sellerId: 'D1', topUp: { amountFen: 5_000 } };
    const { payment } = await store.payments.start({ paymentId: shop.newId(), ...topUp, using: native });
    await shop.control('pay', { outTradeNo: payment.paymentId });
    await shop.settleAll();

    expect((await store.credit.deposits({})).items).toMatchObject([{ balanceFen: 5_000, heldFen: 0 }]);
  });

  it('pays a part by rebate, the rest by WeChat, and gives both back in reverse', async () => {
    const { id, store, place, pay, stateOf, money } = await aStore();
    await seller.rebates.adjust({ ...said(), buyerId: id, amountFen: 10_000, reason: '开业支持' });
    const orderId = await place();
    expect((await money(orderId)).rebate).toEqual({ freeFen: 10_000, roomFen: 6_000 });
    expect(await codeOf(store.payments.useRebate({ ...said(), orderId, amountFen: 6_001 }))).toBe(
      'rebates.overRoom',
    );
    const command = said();
    for (const _ of [1, 2]) await store.payments.useRebate({ ...command, orderId, amountFen: 6_000 });
    expect(await money(orderId)).toMatchObject({
      payableNowFen: 14_000,
      rebate: { freeFen: 4_000, roomFen: 0 },
    });
    expect(await stateOf(orderId)).toBe('held');

    await pay(orderId);
    await shop.settleAll();
    expect(await stateOf(orderId)).toBe('approved');
    await shipAndSign(store, orderId, 8);
    await shop.settleAll();

    expect((await store.credit.bills({})).items).toEqual([]);
    const after = await money(orderId);
    expect(after.refunds).toMatchObject([{ amountFen: 14_000, state: 'succeeded' }]);
    expect(after).toMatchObject({ waitingFen: 0, rebate: { freeFen: 6_000 } });
  });

  it('pays a part by rebate as the order is placed, and gives it back when the order ends', async () => {
    const { id, store, stateOf, money } = await aStore(15_000);
    await seller.rebates.adjust({ ...said(), buyerId: id, amountFen: 5_500, reason: '开业支持' });
    const lines = [{ skuId: 'RICE', quantity: 10 }];
    const quote = await store.orders.quote({ lines });
    expect(quote.rebate).toEqual({ freeFen: 5_500, roomFen: 6_000 });
    const orderId = shop.newId();
    const place = (rebateFen: number, of = orderId) => store.orders.place({ orderId: of, lines, rebateFen });
    expect(await codeOf(place(6_001, shop.newId()))).toBe('rebates.overRoom');
    expect(await codeOf(place(5_501, shop.newId()))).toBe('rebates.short');

    // Over the limit without the rebate, within it with.
    const [first, second] = await Promise.all([place(5_500), place(5_500)]);
    expect([first.state, second.state]).toEqual(['approved', 'approved']);
    expect(await money(orderId)).toMatchObject({ payableNowFen: 14_500, rebateFen: 5_500 });
    expect(await money(orderId)).toMatchObject({ rebate: { freeFen: 0 } });
    await store.orders.cancel({ ...said(), orderId, reason: '不要了' });
    await shop.settleAll();

    expect(await stateOf(orderId)).toBe('cancelled');
    expect(await money(orderId)).toMatchObject({ waitingFen: 0, rebate: { freeFen: 5_500 } });
  });

  it('gives rebate spent at placing to one of two orders, and refuses the other whole', async () => {
    const { id, store } = await aStore(1_000_000);
    await seller.rebates.adjust({ ...said(), buyerId: id, amountFen: 6_000, reason: '开业支持' });
    const place = () =>
      store.orders.place({
        orderId: shop.newId(),
        lines: [{ skuId: 'RICE', quantity: 10 }],
        rebateFen: 6_000,
      });

    const outcomes = await Promise.all([1, 2].map(() => place().then(({ state }) => state, codeOfError)));

    expect(outcomes.sort()).toEqual(['approved', 'rebates.short']);
    expect((await store.orders.list({})).items).toHaveLength(1);
  });

  it('gives goods that come back their money the way it came', async () => {
    const { id, store, place, pay, money } = await aStore();
    const orderId = await place();
    await pay(orderId);
    await shop.settleAll();
    await shipAndSign(store, orderId);
    const [line] = (await store.afterSales.form({ orderId })).lines;
    const asked = {
      shipmentId: line?.shipmentId ?? '',
      shipmentLineNo: line?.shipmentLineNo ?? 0,
      quantity: 4,
    };
    const { afterSalesId } = await store.afterSales.request({
      ...said(),
      afterSalesId: shop.newId(),
      orderId,
      kind: 'refundOnly',
      reason: 'damaged',
      photos: [await uploadPhoto(store, shop.newId(), 'afterSales')],
      lines: [asked],
    });
    await seller.afterSales.approve({ ...said(), afterSalesId });
    await shop.settleAll();

    expect((await money(orderId)).refunds).toMatchObject([{ amountFen: 8_000, state: 'succeeded' }]);
    // What went back to the buyer is no longer finance's to take back.
    const { items } = await seller.credit.receipts({ sellerId: 'D1', buyerId: id });
    const note = items.find(({ kind }) => kind === 'creditNote');
    const reversal = { ...said(), receiptId: note?.receiptId ?? '', reason: '试冲' };
    expect(await codeOf(seller.credit.reverseReceipt(reversal))).toBe('credit.notReversible');
  });

  it('leaves a refund that cannot go back to a person, who sends it again', async () => {
    const { store, place, pay, money } = await aStore();
    const orderId = await place();
    await pay(orderId);
    await shop.settleAll();
    await shop.control('refunds/next', { outcome: 'ABNORMAL' });
    await store.orders.cancel({ ...said(), orderId, reason: '不要了' });
    await shop.settleAll();
    const [stuck] = (await money(orderId)).refunds;
    expect(stuck).toMatchObject({ state: 'abnormal' });
    const refundId = stuck?.refundId ?? '';
    expect((await seller.payments.refunds({ state: 'abnormal' })).items).toMatchObject([{ refundId }]);
    // The answer that it is under way was slower than the notice that it went wrong.
    const late = {
      outRefundNo: refundId,
      refundId: 'LATE',
      status: 'PROCESSING' as const,
      succeededAt: null,
    };
    const refund = { ...late, refundFen: stuck?.amountFen ?? 0 };
    const { core } = shop;
    const told = await core.database.transaction((tx) =>
      moveRefund(tx, shop.newId, refund, core.clock.now()),
    );
    expect([told, (await money(orderId)).refunds[0]?.state]).toEqual(['known', 'abnormal']);

    const closed = await seller.payments.closeRefund({ ...said(), refundId, note: '已转账退回' });
    expect(closed).toMatchObject({ state: 'closed', note: '已转账退回' });
    expect(await codeOf(seller.payments.retryRefund({ ...said(), refundId }))).toBe(
      'payments.refundNotStuck',
    );
  });

  it('takes nothing that WeChat did not sign', async () => {
    const { place, start, stateOf } = await aStore();
    const orderId = await place();
    const { payment } = await start(orderId);
    const mchid = shop.standIn.config.merchants[0]?.mchid ?? '';
    const body = JSON.stringify({
      id: 'x',
      resource: { out_trade_no: payment.paymentId, trade_state: 'SUCCESS' },
    });
    const answer = await fetch(`${shop.base}/api/v1/wechat/pay/${mchid}`, { method: 'POST', body });

    expect(answer.status).toBe(401);
    expect(await stateOf(orderId)).toBe('held');
  });

  endsWithBooks(() => shop);
});
