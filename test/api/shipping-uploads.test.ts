import { createHash } from 'node:crypto';
import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks } from './open-shop';
import { openPayingShop, type PayingShop } from './paying-shop';

afterAll(removePlaces);

const minute = 60_000;

interface LoggedRequest {
  readonly url: string;
  readonly body: string;
}
interface Upload {
  readonly order_key: { readonly transaction_id: string };
  readonly logistics_type: number;
  readonly delivery_mode: number;
  readonly is_all_delivered?: boolean;
  readonly shipping_list: readonly { readonly tracking_no?: string; readonly item_desc: string }[];
  readonly upload_time: string;
}

/** Goods at ¥20, paid in the mini-program; WeChat keeps the money until it hears that they are on their way. */
forEachEngine('telling WeChat of shipments', (engine) => {
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
  const work = async () => {
    await shop.core.outbox.drain();
    await shop.core.jobs.runDue();
  };
  const goBy = async (ms: number) => {
    shop.passTime(ms);
    await shop.core.jobs.runDue();
  };
  const openidOf = async (name: string) =>
    (await shop.control<{ openids: { miniapp: string } }>('people', { name })).openids.miniapp;

  /** An order of ten, paid by somebody in the mini-program, or by a code on a screen. */
  const aPaidOrder = async (by: 'jsapi' | 'native' = 'jsapi') => {
    count += 1;
    const id = `SHIP${count}`;
    const person = `付款人${count}`;
    const store = await shop.openCashStore(id);
    const orderId = shop.newId();
    await store.orders.place({ orderId, lines: [{ skuId: 'RICE', quantity: 10 }] });
    await shop.control('people', { name: person });
    const { code } = await shop.control<{ code: string }>('codes', { kind: 'login', person });
    const using = by === 'jsapi' ? ({ by, app: 'miniapp', code } as const) : ({ by } as const);
    const { payment } = await store.payments.start({ paymentId: shop.newId(), orderId, using });
    await shop.control('pay', {
      outTradeNo: payment.paymentId,
      ...(by === 'jsapi' ? { payerOpenid: await openidOf(person) } : {}),
    });
    await shop.settleAll();
    const ship = async (given: { quantity?: number; carrier?: string; trackingNo?: string } = {}) => {
      const { quantity, ...rest } = given;
      const lines = quantity === undefined ? {} : { lines: [{ lineNo: 1, quantity }] };
      await seller.orders.ship({ orderId, shipmentId: shop.newId(), ...lines, ...rest });
      await work();
    };
    return { id, store, orderId, paymentId: payment.paymentId, ship };
  };
  const rowOf = async (paymentId: string) =>
    (await seller.shipping.uploads({ limit: 100 })).items.find((upload) => upload.paymentId === paymentId);
  /** What the stand-in was told of a payment, in turn. */
  const toldOf = async (paymentId: string) => {
    const { requests } = await shop.control<{ requests: LoggedRequest[] }>('requests?count=2000');
    const [payment] = await shop.rows<{ transactionId: string }>(
      'SELECT transactionId FROM payment WHERE id = ?',
      [paymentId],
    );
    return requests
      .filter(({ url }) => url.includes('upload_shipping_info'))
      .map(({ body }) => JSON.parse(body) as Upload)
      .filter(({ order_key }) => order_key.transaction_id === payment?.transactionId);
  };

  it('tells of an order by van when the last of it has gone, and waits for word of the payment', async () => {
    const { paymentId, ship } = await aPaidOrder();
    await ship({ quantity: 4, carrier: '自有车辆' });
    expect(await rowOf(paymentId)).toBeUndefined();

    await ship({ carrier: '自有车辆' });
    expect(await rowOf(paymentId)).toMatchObject({ state: 'waiting', code: '10060001', tries: 1 });
    await goBy(61_000);

    expect(await rowOf(paymentId)).toMatchObject({
      state: 'sent',
      tries: 2,
      logistics: 'city',
      isAllDelivered: true,
      paidFen: 20_000,
    });
    const told = await toldOf(paymentId);
    expect(told.at(-1)).toMatchObject({
      logistics_type: 2,
      delivery_mode: 1,
      shipping_list: [{ item_desc: expect.stringMatching(/10/) }],
    });
    const times = told.map(({ upload_time }) => Date.parse(upload_time));
    expect([...new Set(times)].sort((left, right) => left - right)).toEqual(times);
    // The stand-in takes a receipt only of what it knows to be shipped.
    await shop.control('shipping/received', { outTradeNo: paymentId });
  });

  it('tells of parcels by express as they go', async () => {
    const { paymentId, ship } = await aPaidOrder();
    shop.passTime(2 * minute);
    await ship({ quantity: 4, carrier: '中通快递', trackingNo: '7551000001' });
    expect(await rowOf(paymentId)).toMatchObject({ state: 'sent', isAllDelivered: false });
    await ship({ carrier: '中通快递', trackingNo: '7551000002' });

    expect(await rowOf(paymentId)).toMatchObject({
      state: 'sent',
      isAllDelivered: true,
      logistics: 'express',
    });
    expect(await toldOf(paymentId)).toMatchObject([
      { delivery_mode: 2, is_all_delivered: false, shipping_list: [{ tracking_no: '7551000001' }] },
      {
        delivery_mode: 2,
        is_all_delivered: true,
        shipping_list: [{ tracking_no: '7551000001' }, { tracking_no: '7551000002' }],
      },
    ]);
  });

  it('tells when what is left of an order is cancelled, for then all of it has gone', async () => {
    const { paymentId, orderId, ship } = await aPaidOrder();
    shop.passTime(2 * minute);
    await ship({ quantity: 4, carrier: '自有车辆' });
    await seller.orders.shortClose({ ...said(), orderId, reason: '缺货' });
    await work();

    expect(await rowOf(paymentId)).toMatchObject({ state: 'sent', isAllDelivered: true });
  });

  it('has nothing to tell of money that went back, or came another way', async () => {
    const [cancelled, scanned] = [await aPaidOrder(), await aPaidOrder('native')];
    await cancelled.store.orders.cancel({ ...said(), orderId: cancelled.orderId, reason: '不要了' });
    await shop.settleAll();
    await scanned.ship({ carrier: '自有车辆' });

    expect(await rowOf(cancelled.paymentId)).toBeUndefined();
    expect(await rowOf(scanned.paymentId)).toBeUndefined();
  });

  it('takes what was told before for told, by asking how WeChat sees it', async () => {
    const { paymentId, ship } = await aPaidOrder();
    shop.passTime(2 * minute);
    await ship({ carrier: '自有车辆' });
    await shop.control('shipping/received', { outTradeNo: paymentId });
    await shop.run(
      `UPDATE shippingUpload SET state = 'failed', plan = REPLACE(plan, '"items":"', '"items":"又') WHERE paymentId = ?`,
      [paymentId],
    );
    await seller.shipping.retryUpload({ ...said(), paymentId });
    await shop.core.jobs.runDue();

    expect(await rowOf(paymentId)).toMatchObject({ state: 'sent', code: '10060002' });
  });

  it('shows the seller what WeChat would not take, and tells it again when it is mended', async () => {
    const { paymentId, ship } = await aPaidOrder();
    shop.passTime(2 * minute);
    const [payer] = await shop.rows<{ payer: string }>('SELECT payer FROM payment WHERE id = ?', [paymentId]);
    await shop.run(`UPDATE payment SET payer = 'somebody-else' WHERE id = ?`, [paymentId]);
    await ship({ carrier: '自有车辆' });

    expect((await seller.shipping.uploads({ state: 'failed' })).items).toMatchObject([
      { paymentId, code: '10060031', advice: expect.stringContaining('付款人') },
    ]);
    const other = await shop.as('d2');
    expect((await other.shipping.uploads({})).items).toEqual([]);
    const waitingFor = async (one: Client) =>
      (await one.insight.desk({})).waiting.filter(({ kind }) => kind === 'failedUploads');
    expect(await waitingFor(seller)).toMatchObject([
      { title: '发货信息上传失败', count: 1, amountFen: expect.any(Number) },
    ]);
    expect([await waitingFor(other), await waitingFor(await shop.as('d1-buyer'))]).toEqual([[], []]);
    expect(await codeOf(other.shipping.retryUpload({ ...said(), paymentId }))).toBe('shipping.uploadUnknown');

    await shop.run('UPDATE shippingUpload SET payerOpenid = ? WHERE paymentId = ?', [
      payer?.payer ?? '',
      paymentId,
    ]);
    await seller.shipping.retryUpload({ ...said(), paymentId });
    await shop.core.jobs.runDue();

    expect(await rowOf(paymentId)).toMatchObject({ state: 'sent', advice: '' });
    expect(await waitingFor(seller)).toEqual([]);
    expect(await codeOf(seller.shipping.retryUpload({ ...said(), paymentId }))).toBe(
      'shipping.uploadNotFailed',
    );
  });

  describe('a push of WeChat', () => {
    const signed = (token: string, more: Record<string, string> = {}) => {
      const [timestamp, nonce] = ['1763776800', 'nonce'];
      const signature = createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest('hex');
      return `${shop.base}/api/v1/wechat/push?${new URLSearchParams({ signature, timestamp, nonce, ...more })}`;
    };
    const token = () => shop.standIn.config.miniapp.pushToken;
    const post = (address: string, body: object) =>
      fetch(address, { method: 'POST', body: JSON.stringify(body) });

    it('is told that the address is ours, and nobody else is', async () => {
      const [ours, forged] = [
        await fetch(signed(token(), { echostr: 'a-word' })),
        await fetch(signed('another-token', { echostr: 'a-word' })),
      ];

      expect([ours.status, await ours.text()]).toEqual([200, 'a-word']);
      expect(ours.headers.get('content-type')).toContain('text/plain');
      expect(forged.status).toBe(401);
    });

    it('shows the seller when the money was let go; a forged one is not heard', async () => {
      const { paymentId, ship } = await aPaidOrder();
      shop.passTime(2 * minute);
      await ship({ carrier: '自有车辆' });
      const transactionId = (await rowOf(paymentId))?.transactionId;
      const push = {
        Event: 'trade_manage_order_settlement',
        transaction_id: transactionId,
        confirm_receive_time: 1_763_776_800,
        settlement_time: 1_763_863_200,
      };
      expect((await post(signed('another-token'), push)).status).toBe(401);
      expect(await rowOf(paymentId)).toMatchObject({ receivedAt: null, paidOutAt: null });

      const taken = await post(signed(token()), push);
      const other = await post(signed(token()), { Event: 'something_else' });

      expect([taken.status, await taken.text(), other.status]).toEqual([200, 'success', 200]);
      expect(await rowOf(paymentId)).toMatchObject({
        receivedAt: '2025-11-22T02:00:00.000Z',
        paidOutAt: '2025-11-23T02:00:00.000Z',
      });
    });

    it('is not read when it is too long', async () => {
      const answer = await post(signed(token()), { words: 'x'.repeat(70_000) });

      expect(answer.status).toBe(413);
    });
  });

  endsWithBooks(() => shop);
});
