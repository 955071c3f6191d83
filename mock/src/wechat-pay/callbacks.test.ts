import {
  type Beside,
  aPaidOrder,
  aRefund,
  aStandIn,
  anOrder,
  at,
  downloadCertificates,
  paths,
  stopAll,
} from '../testing';
import { ladderMs, nextAttemptAt } from './ladder';

let beside: Beside;
beforeEach(async () => {
  beside = await aStandIn();
});
afterEach(stopAll);

const seconds = (count: number) => count * 1_000;
const minutes = (count: number) => count * 60_000;
const hours = (count: number) => count * 3_600_000;
const notices = async () => at(await beside.look('ledger'), 'notices') as Record<string, unknown>[];
const attempts = async () =>
  at((await notices())[0], 'attempts') as { at: number; status: number; note: string }[];
const strike = (kind: string, more: Record<string, unknown> = {}) =>
  beside.change('faults', { on: 'callback', kind, ...more });
const events = () => beside.shop.callbacks.map(({ json }) => json.event_type);

describe('the ladder', () => {
  it('has the fifteen published steps of 24 h 4 min', () => {
    expect(ladderMs).toEqual([
      seconds(15),
      seconds(15),
      seconds(30),
      minutes(3),
      minutes(10),
      minutes(20),
      minutes(30),
      minutes(30),
      minutes(30),
      minutes(60),
      hours(3),
      hours(3),
      hours(3),
      hours(6),
      hours(6),
    ]);
    expect(ladderMs.reduce((sum, waitMs) => sum + waitMs, 0)).toBe(hours(24) + minutes(4));
  });

  it('is climbed faster in scaled time, and ends', () => {
    expect(nextAttemptAt(4, 1_000, 100)).toBe(1_000 + minutes(3) / 100);
    expect(nextAttemptAt(16, 1_000, 1)).toBeNull();
  });
});

describe('a payment', () => {
  it('is told to its notify_url, sealed and signed', async () => {
    const number = await aPaidOrder(beside, 990, { attach: 'pack' });
    await beside.deliver();

    const [callback] = beside.shop.callbacks;
    expect(beside.shop.callbacks).toHaveLength(1);
    expect(callback?.isProven).toBe(true);
    expect(callback?.path).toBe('/api/v1/wechat/pay/1900000001');
    expect(callback?.headers['user-agent']).toBe('Mozilla/4.0');
    expect(callback?.headers['content-type']).toBe('application/json');
    expect(callback?.json).toMatchObject({
      id: expect.stringMatching(/^.{1,36}$/),
      create_time: '2026-03-10T12:00:00+08:00',
      resource_type: 'encrypt-resource',
      event_type: 'TRANSACTION.SUCCESS',
      summary: '支付成功',
      resource: {
        original_type: 'transaction',
        associated_data: 'transaction',
        algorithm: 'AEAD_AES_256_GCM',
      },
    });
    expect(at(callback?.json, 'resource', 'nonce')).toHaveLength(12);
    const { json } = await beside.client.get(paths.order(number, beside.merchant().mchid));
    expect(callback?.content).toEqual(json);
    expect((await notices())[0]).toMatchObject({ state: 'delivered', nextAt: null });
  });

  it('is told as a success even when a refund came before the callback', async () => {
    await strike('drop');
    const number = await aPaidOrder(beside);
    await beside.deliver();
    await beside.client.post(paths.refunds, aRefund(number, 10));
    beside.pass(seconds(15));
    await beside.deliver();

    expect(beside.shop.callbacks[0]?.content?.trade_state).toBe('SUCCESS');
  });

  it('that did not happen is told to nobody', async () => {
    const body = anOrder(beside);
    await beside.client.post(paths.native, body);
    await beside.client.post(paths.close(body.out_trade_no), { mchid: body.mchid });
    await beside.deliver();

    expect(beside.shop.callbacks).toEqual([]);
  });

  it('is told again by the ladder, the same content freshly signed, until it is given up', async () => {
    beside.shop.answers.push(...Array.from({ length: 16 }, () => 500));
    await aPaidOrder(beside);
    await beside.deliver();
    for (const waitMs of ladderMs) {
      beside.pass(waitMs - 1);
      await beside.deliver();
      beside.pass(1);
      await beside.deliver();
    }
    beside.pass(hours(48));
    await beside.deliver();

    const tries = await attempts();
    const waits = tries.slice(1).map((attempt, index) => attempt.at - (tries[index]?.at ?? 0));
    expect(waits).toEqual(ladderMs);
    expect(beside.shop.callbacks).toHaveLength(16);
    expect(beside.shop.callbacks.every(({ isProven }) => isProven)).toBe(true);
    expect(new Set(beside.shop.callbacks.map(({ raw }) => raw)).size).toBe(1);
    expect(new Set(beside.shop.callbacks.map(({ headers }) => headers['wechatpay-nonce'])).size).toBe(16);
    expect(new Set(beside.shop.callbacks.map(({ headers }) => headers['wechatpay-timestamp'])).size).toBe(16);
    expect((await notices())[0]).toMatchObject({ state: 'givenUp', nextAt: null });
  });

  it.each([
    [200, 'delivered'],
    [204, 'delivered'],
    [202, 'waiting'],
    [400, 'waiting'],
    [500, 'waiting'],
  ])('answered %i is %s', async (status, state) => {
    beside.shop.answers.push(status);
    await aPaidOrder(beside);
    await beside.deliver();

    expect((await notices())[0]?.state).toBe(state);
  });

  it('goes to no other machine than this one and the product’s own', async () => {
    await beside.client.post(
      paths.native,
      anOrder(beside, { out_trade_no: 'elsewhere1', notify_url: 'https://shop.example.com/pay/1' }),
    );
    await beside.change('pay', { outTradeNo: 'elsewhere1' });
    await beside.deliver();
    const [before] = await attempts();

    await beside.change('settings', { callbackOrigin: beside.shop.url });
    beside.pass(seconds(15));
    await beside.deliver();

    expect(before).toMatchObject({ status: null });
    expect(beside.shop.callbacks.map(({ path }) => path)).toEqual(['/pay/1']);
  });

  it('comes by itself, in scaled time', async () => {
    const live = await aStandIn({ now: Date.now, keys: undefined });
    await live.change('settings', { timeScale: 1_000 });
    live.shop.answers.push(500, 500);
    await aPaidOrder(live);

    const deadline = Date.now() + 10_000;
    while (live.shop.callbacks.length < 3 && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }

    expect(live.shop.callbacks).toHaveLength(3);
  });
});

describe('a refund', () => {
  it.each(['SUCCESS', 'ABNORMAL', 'CLOSED'])('is told as %s when it ends', async (outcome) => {
    const number = await aPaidOrder(beside);
    await beside.deliver();
    await beside.change('refunds/next', { outcome });
    const body = aRefund(number, 300, 990, { notify_url: `${beside.shop.url}/refund` });
    const { json } = await beside.client.post(paths.refunds, body);
    beside.pass(2_999);
    await beside.deliver();
    const early = beside.shop.callbacks.length;
    beside.pass(1);
    await beside.deliver();

    const callback = beside.shop.callbacks[1];
    expect(early).toBe(1);
    expect(callback).toMatchObject({ path: '/refund', isProven: true });
    expect(callback?.json).toMatchObject({
      event_type: `REFUND.${outcome}`,
      resource: { original_type: 'refund', associated_data: 'refund' },
    });
    expect(callback?.content).toEqual({
      mchid: '1900000001',
      out_trade_no: number,
      transaction_id: json.transaction_id,
      out_refund_no: body.out_refund_no,
      refund_id: json.refund_id,
      refund_status: outcome,
      ...(outcome === 'SUCCESS' && { success_time: '2026-03-10T12:00:03+08:00' }),
      user_received_account: expect.any(String),
      amount: { total: 990, refund: 300, payer_total: 990, payer_refund: 300 },
    });
  });

  it('without a notify_url is told to nobody', async () => {
    const number = await aPaidOrder(beside);
    await beside.client.post(paths.refunds, aRefund(number, 300));
    beside.pass(3_000);
    await beside.deliver();

    expect(events()).toEqual(['TRANSACTION.SUCCESS']);
  });
});

describe('on its way a callback', () => {
  it('gets lost and comes by the ladder', async () => {
    await strike('drop');
    await aPaidOrder(beside);
    await beside.deliver();
    const before = events().length;
    beside.pass(seconds(15));
    await beside.deliver();

    expect(before).toBe(0);
    expect(events()).toEqual(['TRANSACTION.SUCCESS']);
    expect((await attempts()).map(({ note }) => note)).toEqual(['drop', '']);
  });

  it('comes twice at once', async () => {
    await strike('duplicate');
    await aPaidOrder(beside);
    await beside.deliver();

    expect(beside.shop.callbacks).toHaveLength(2);
    expect(beside.shop.callbacks[0]?.raw).toBe(beside.shop.callbacks[1]?.raw);
    expect(beside.shop.callbacks.every(({ isProven }) => isProven)).toBe(true);
  });

  it('comes late', async () => {
    await strike('delay', { waitMs: 40_000 });
    await aPaidOrder(beside);
    await beside.deliver();
    beside.pass(39_999);
    await beside.deliver();
    const before = events().length;
    beside.pass(1);
    await beside.deliver();

    expect([before, events().length]).toEqual([0, 1]);
    expect(await attempts()).toHaveLength(1);
  });

  it('comes after a later one: the refund before the payment', async () => {
    await strike('reorder', { eventType: 'TRANSACTION.SUCCESS', waitMs: hours(1) });
    const number = await aPaidOrder(beside);
    await beside.deliver();
    await beside.client.post(
      paths.refunds,
      aRefund(number, 300, 990, { notify_url: `${beside.shop.url}/refund` }),
    );
    beside.pass(3_000);
    await beside.deliver();
    await beside.deliver();

    expect(events()).toEqual(['REFUND.SUCCESS', 'TRANSACTION.SUCCESS']);
  });

  it.each(['wrongKey', 'signTest', 'unknownSerial', 'alteredBody', 'stale'])(
    'is forged (%s), is not believed, and comes true by the ladder',
    async (kind) => {
      await strike(kind);
      await aPaidOrder(beside);
      await beside.deliver();
      beside.pass(seconds(15));
      await beside.deliver();

      expect(beside.shop.callbacks.map(({ isProven }) => isProven)).toEqual([false, true]);
      expect((await attempts()).map(({ status, note }) => [status, note])).toEqual([
        [401, kind],
        [200, ''],
      ]);
    },
  );

  it('is rightly signed over a seal that was broken', async () => {
    await strike('alteredCiphertext');
    await aPaidOrder(beside);
    await beside.deliver();

    const [callback] = beside.shop.callbacks;
    expect(callback?.isProven).toBe(true);
    expect(callback?.content).toBeNull();
  });

  it('says in a test signature that it is one', async () => {
    await strike('signTest');
    await aPaidOrder(beside);
    await beside.deliver();

    expect(beside.shop.callbacks[0]?.headers['wechatpay-signature']).toMatch(/^WECHATPAY\/SIGNTEST\//);
  });

  it('strikes whom it is meant for, as often as it is meant', async () => {
    const spared = anOrder(beside);
    const struck = anOrder(beside);
    for (const body of [spared, struck]) await beside.client.post(paths.native, body);
    await strike('drop', { outTradeNo: struck.out_trade_no, times: 2 });
    for (const body of [spared, struck]) await beside.change('pay', { outTradeNo: body.out_trade_no });

    await beside.deliver();
    const first = beside.shop.callbacks.map(({ content }) => content?.out_trade_no);
    beside.pass(seconds(15));
    await beside.deliver();
    beside.pass(seconds(15));
    await beside.deliver();

    expect(first).toEqual([spared.out_trade_no]);
    expect(beside.shop.callbacks.map(({ content }) => content?.out_trade_no)).toEqual([
      spared.out_trade_no,
      struck.out_trade_no,
    ]);
  });

  it('is left out altogether when callbacks are off', async () => {
    await beside.change('settings', { callbacks: 'off' });
    await aPaidOrder(beside);
    await beside.change('settings', { callbacks: 'on' });
    beside.pass(hours(30));
    await beside.deliver();

    expect(beside.shop.callbacks).toEqual([]);
    expect((await notices())[0]?.state).toBe('off');
  });

  it('comes once more when a tester asks for it', async () => {
    await aPaidOrder(beside);
    await beside.deliver();
    const id = String((await notices())[0]?.id);
    await beside.change(`notices/${id}/resend`);
    await beside.deliver();

    expect(beside.shop.callbacks.map(({ json }) => json.id)).toEqual([id, id]);
  });
});

describe('the key of a callback', () => {
  it('is the certificate’s for a merchant of that mode', async () => {
    await beside.change('mode', { mode: 'certificates' });
    for (const [serial, pem] of await downloadCertificates(beside)) beside.extraKeys.set(serial, pem);
    await aPaidOrder(beside);
    await beside.deliver();

    const [callback] = beside.shop.callbacks;
    expect(callback?.isProven).toBe(true);
    expect(callback?.headers['wechatpay-serial']).toMatch(/^[0-9A-F]{40}$/);
  });

  it('is the one, then the other, while a merchant switches', async () => {
    await beside.change('mode', { mode: 'both' });
    for (const [serial, pem] of await downloadCertificates(beside)) beside.extraKeys.set(serial, pem);
    beside.shop.answers.push(500);
    await aPaidOrder(beside);
    await beside.deliver();
    beside.pass(seconds(15));
    await beside.deliver();

    expect(beside.shop.callbacks.map(({ isProven }) => isProven)).toEqual([true, true]);
    expect(beside.shop.callbacks.map(({ headers }) => headers['wechatpay-serial'])).toEqual([
      expect.stringMatching(/^PUB_KEY_ID_/),
      expect.stringMatching(/^[0-9A-F]{40}$/),
    ]);
  });

  it('is a new one after a rotation, which who does not look cannot prove', async () => {
    await beside.change('mode', { mode: 'certificates' });
    for (const [serial, pem] of await downloadCertificates(beside)) beside.extraKeys.set(serial, pem);
    await beside.change('rotate', { what: 'certificate' });
    await aPaidOrder(beside);
    await beside.deliver();
    for (const [serial, pem] of await downloadCertificates(beside)) beside.extraKeys.set(serial, pem);
    beside.pass(seconds(15));
    await beside.deliver();

    expect(beside.shop.callbacks.map(({ isProven }) => isProven)).toEqual([false, true]);
  });
});
