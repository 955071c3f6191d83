import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  silentLog,
  readWechatConfig,
  type WechatConfig,
  wechatPlatform,
  httpSms,
} from '@tongpan/core/src/platform';
import {
  type Merchant,
  type NewTrade,
  type Outcome,
  type PaymentGateway,
  reconcile,
  wechatGateway,
} from '@tongpan/core/src/payments';
import { eventually } from '../engines/eventually';
import { type StandInProcess, startStandIn } from '../engines/stand-in';

interface Posted {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly rawBody: Buffer;
}

const dayMs = 86_400_000;
let shop: Server;
let posted: Posted[] = [];
let standIn: StandInProcess;
let config: WechatConfig;
let merchant: Merchant;
let gateway: PaymentGateway;
/** Ours goes with the stand-in's clock of trade where a bill is asked for. */
let shiftMs = 0;

beforeAll(async () => {
  shop = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      posted.push({ headers: request.headers, rawBody: Buffer.concat(chunks) });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  standIn = await startStandIn(`http://127.0.0.1:${(shop.address() as AddressInfo).port}`);
  config = readWechatConfig(standIn.configFile);
  merchant = config.merchants[0]!;
  gateway = openGateway();
});

afterAll(async () => {
  await standIn.stop();
  await new Promise((resolve) => {
    shop.close(resolve);
    shop.closeAllConnections();
  });
});

beforeEach(async () => {
  posted = [];
  await fetch(`${standIn.url}/controls/faults`, { method: 'DELETE' });
  await standIn.control('settings', { refundMs: 50, refundSpacingMs: 0, shippingLagMs: 0, callbacks: 'on' });
});

const openGateway = ({ timeoutMs = 2_000, now = () => Date.now() } = {}) =>
  wechatGateway({
    payUrl: config.payUrl,
    webAppid: config.h5.appid,
    clock: { now },
    log: silentLog,
    timeoutMs,
    wait: () => Promise.resolve(),
  });

let count = 0;
const aTrade = (over: Partial<NewTrade> = {}): NewTrade => ({
  outTradeNo: `T${Date.now()}-${(count += 1)}`,
  amountFen: 990,
  description: '可乐, 24 瓶 🥤',
  expiresAt: Date.now() + shiftMs + 900_000,
  notifyUrl: `${config.notifyUrl}/api/v1/wechat/pay/${merchant.mchid}`,
  channel: { kind: 'native' },
  ...over,
});

function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

/** Opens a trade and pays it as a person would. */
async function paidTrade(over: Partial<NewTrade> = {}) {
  const trade = aTrade(over);
  valueOf(await gateway.create(merchant, trade));
  await standIn.control('pay', { outTradeNo: trade.outTradeNo });
  return trade;
}

const refundOf = ({ outTradeNo, amountFen, notifyUrl }: NewTrade, refundFen: number) => ({
  outTradeNo,
  outRefundNo: `R${outTradeNo}-${refundFen}`,
  refundFen,
  totalFen: amountFen,
  reason: '退货',
  notifyUrl,
});

/** The refund, once its money has moved. */
async function endedRefund(outRefundNo: string) {
  const look = async () => valueOf(await gateway.queryRefund(merchant, outRefundNo));
  await eventually(`the end of ${outRefundNo}`, async () => (await look()).status !== 'PROCESSING');
  return look();
}

const openidOf = async () =>
  (await standIn.control<{ openids: { miniapp: string } }>('people', { name: '小王' })).openids.miniapp;

describe('a trade', () => {
  it('is opened in every channel, and again with the same words', async () => {
    const jsapi = aTrade({
      channel: { kind: 'jsapi', appid: config.miniapp.appid, openid: await openidOf() },
    });
    const h5 = aTrade({ channel: { kind: 'h5', payerIp: '14.23.150.211', type: 'Android' } });

    const first = valueOf(await gateway.create(merchant, jsapi));
    expect(first).toEqual({ prepayId: expect.any(String) });
    expect(valueOf(await gateway.create(merchant, jsapi))).toEqual(first);
    expect(valueOf(await gateway.create(merchant, h5))).toEqual({ h5Url: expect.stringMatching(/^https?:/) });
    expect(valueOf(await gateway.create(merchant, aTrade()))).toEqual({
      codeUrl: expect.stringMatching(/^weixin:/),
    });
  });

  it('is refused under a number that stands for something else', async () => {
    const trade = aTrade();
    await gateway.create(merchant, trade);

    expect(await gateway.create(merchant, { ...trade, amountFen: 1 })).toMatchObject({
      kind: 'refused',
      code: 'OUT_TRADE_NO_USED',
    });
  });

  it('is not there, then unpaid, then paid', async () => {
    const trade = aTrade();

    expect(await gateway.query(merchant, trade.outTradeNo)).toMatchObject({
      kind: 'refused',
      code: 'ORDER_NOT_EXIST',
    });
    await gateway.create(merchant, trade);
    expect(valueOf(await gateway.query(merchant, trade.outTradeNo))).toMatchObject({
      state: 'NOTPAY',
      transactionId: null,
      paidAt: null,
    });
    await standIn.control('pay', { outTradeNo: trade.outTradeNo });
    expect(valueOf(await gateway.query(merchant, trade.outTradeNo))).toMatchObject({
      state: 'SUCCESS',
      amountFen: 990,
      transactionId: expect.stringMatching(/^\d{28}$/),
      paidAt: expect.any(Number),
    });
  });

  it('is closed, which is also said of numbers nobody knows, but not when it is paid', async () => {
    const trade = aTrade();
    await gateway.create(merchant, trade);

    expect(await gateway.close(merchant, trade.outTradeNo)).toEqual({ kind: 'done', value: null });
    expect(valueOf(await gateway.query(merchant, trade.outTradeNo)).state).toBe('CLOSED');
    expect((await gateway.close(merchant, 'T-unknown')).kind).toBe('done');

    const paid = await paidTrade();
    expect(await gateway.close(merchant, paid.outTradeNo)).toMatchObject({
      kind: 'refused',
      code: 'ORDERPAID',
    });
  });
});

describe('a refund', () => {
  it('is accepted once per number, and ends after a while', async () => {
    const trade = await paidTrade();
    const refund = refundOf(trade, 300);

    const accepted = valueOf(await gateway.refund(merchant, refund));
    expect(accepted).toMatchObject({ outRefundNo: refund.outRefundNo, refundFen: 300 });
    expect(valueOf(await gateway.refund(merchant, refund)).refundId).toBe(accepted.refundId);
    expect(await endedRefund(refund.outRefundNo)).toMatchObject({
      status: 'SUCCESS',
      succeededAt: expect.any(Number),
    });
    expect(valueOf(await gateway.query(merchant, trade.outTradeNo)).state).toBe('REFUND');
  });

  it('is refused beyond what was paid, and for a number nobody knows', async () => {
    const trade = await paidTrade();

    expect((await gateway.refund(merchant, refundOf(trade, 991))).kind).toBe('refused');
    expect(await gateway.queryRefund(merchant, 'R-unknown')).toMatchObject({
      kind: 'refused',
      code: 'RESOURCE_NOT_EXISTS',
    });
  });
});

describe('a notice', () => {
  const read = ({ headers, rawBody }: Posted) => gateway.readNotice(merchant, headers, rawBody, Date.now());
  const codeOf = (one: Posted) =>
    read(one).then(
      ({ kind }) => kind,
      (error: { code: string }) => error.code,
    );
  const come = async (notices: number) => {
    await eventually(`${notices} notices`, () => posted.length >= notices);
    return posted;
  };

  it('tells of a payment and of its refund', async () => {
    const trade = await paidTrade();
    const [payment] = await come(1);
    expect(await read(payment!)).toMatchObject({
      kind: 'payment',
      trade: { outTradeNo: trade.outTradeNo, amountFen: 990, mchid: merchant.mchid, state: 'SUCCESS' },
    });

    await gateway.refund(merchant, refundOf(trade, 990));
    const [, refunded] = await come(2);
    expect(await read(refunded!)).toMatchObject({
      kind: 'refund',
      refund: { outTradeNo: trade.outTradeNo, refundFen: 990, status: 'SUCCESS' },
    });
  });

  it.each([
    ['wrongKey', 'payments.noticeForged'],
    ['signTest', 'payments.noticeForged'],
    ['alteredBody', 'payments.noticeForged'],
    ['alteredCiphertext', 'payments.noticeForged'],
    ['stale', 'payments.noticeStale'],
    ['unknownSerial', 'payments.noticeUnknownSerial'],
  ])('that comes with the fault %s is refused', async (kind, code) => {
    await standIn.control('faults', { on: 'callback', kind });

    await paidTrade();

    const [first] = await come(1);
    expect(await codeOf(first!)).toBe(code);
  });

  it('of one merchant is not taken for another’s', async () => {
    await paidTrade();
    const [first] = await come(1);
    const other = { ...merchant, mchid: '1900000099' };

    await expect(gateway.readNotice(other, first!.headers, first!.rawBody, Date.now())).rejects.toMatchObject(
      { code: 'payments.noticeForged' },
    );
  });
});

describe('an answer that nobody can trust', () => {
  it.each([
    'error500',
    'error500AfterWork',
    'html',
    'wrongKey',
    'signTest',
    'unknownSerial',
    'stale',
    'unsigned',
  ])('with the fault %s is unknown, and the same refund asked again is one refund', async (kind) => {
    const trade = await paidTrade();
    await standIn.control('faults', { on: 'answer', kind, path: '/v3/refund', times: 3 });

    expect((await gateway.refund(merchant, refundOf(trade, 100))).kind).toBe('unknown');
    expect((await gateway.refund(merchant, refundOf(trade, 100))).kind).toBe('done');

    const { refunds } = await standIn.control<{ refunds: { outTradeNo: string }[] }>('ledger');
    expect(refunds.filter(({ outTradeNo }) => outTradeNo === trade.outTradeNo)).toHaveLength(1);
  });

  it('is got over when it comes once', async () => {
    const trade = await paidTrade();
    await standIn.control('faults', { on: 'answer', kind: 'error500AfterWork', path: '/v3/refund' });

    expect((await gateway.refund(merchant, refundOf(trade, 100))).kind).toBe('done');
  });

  it('is not waited for beyond its time', async () => {
    const trade = await paidTrade();
    const impatient = openGateway({ timeoutMs: 200 });
    await standIn.control('faults', {
      on: 'answer',
      kind: 'timeout',
      path: '/v3/pay',
      times: 3,
      waitMs: 3_000,
    });

    const startedAt = Date.now();
    const outcome = await impatient.query(merchant, trade.outTradeNo);

    expect(outcome).toEqual({ kind: 'unknown', why: 'TimeoutError' });
    expect(Date.now() - startedAt).toBeLessThan(2_500);
  });
});

describe('keys', () => {
  afterAll(async () => {
    await standIn.control('mode', { mode: 'publicKey' });
    merchant = config.merchants[0]!;
  });

  it('are platform certificates for a merchant that has no public key yet', async () => {
    await standIn.control('mode', { mode: 'certificates' });
    merchant = {
      ...config.merchants[0]!,
      verify: { mode: 'certificates', publicKeyId: null, publicKeyPem: null },
    };

    const trade = await paidTrade();

    expect(valueOf(await gateway.query(merchant, trade.outTradeNo)).state).toBe('SUCCESS');
  });

  it('are learnt anew when a certificate is replaced, a minute after the last time at the earliest', async () => {
    await standIn.control('mode', { mode: 'certificates' });
    let aheadMs = 0;
    const watchful = openGateway({ now: () => Date.now() + aheadMs });
    const { outTradeNo } = await paidTrade();
    expect((await watchful.query(merchant, outTradeNo)).kind).toBe('done');

    await standIn.control('rotate', { what: 'certificate' });

    expect((await watchful.query(merchant, outTradeNo)).kind).toBe('unknown');
    aheadMs = 61_000;
    expect((await watchful.query(merchant, outTradeNo)).kind).toBe('done');
  });

  it('are both while a merchant switches', async () => {
    await standIn.control('mode', { mode: 'both' });
    const { verify } = config.merchants[0]!;
    for (const mode of ['publicKey', 'certificates'] as const) {
      merchant = { ...config.merchants[0]!, verify: { ...verify, mode } };
      posted = [];
      const trade = await paidTrade();
      expect(valueOf(await gateway.query(merchant, trade.outTradeNo)).state).toBe('SUCCESS');
      await eventually('a notice', () => posted.length === 1);
      const [{ headers, rawBody }] = posted as [Posted];
      expect((await gateway.readNotice(merchant, headers, rawBody, Date.now())).kind).toBe('payment');
    }
  });
});

describe('the bills of a day', () => {
  afterAll(async () => {
    shiftMs = 0;
    await standIn.control('settings', { clockShiftMs: 0 });
  });

  it('agree with what was paid and refunded, add up, and are none for a day without trade', async () => {
    const day = new Date(Date.now() + 10 * dayMs + 8 * 3_600_000).toISOString().slice(0, 10);
    // Noon of a day on which nothing has happened so far.
    shiftMs = Date.parse(`${day}T12:00:00+08:00`) - Date.now();
    await standIn.control('settings', { clockShiftMs: shiftMs });
    const trades = [await paidTrade(), await paidTrade({ amountFen: 123_456_78 })];
    const refund = refundOf(trades[1]!, 5_678);
    valueOf(await gateway.refund(merchant, refund));
    expect((await endedRefund(refund.outRefundNo)).status).toBe('SUCCESS');

    expect((await gateway.tradeBill(merchant, day)).kind).toBe('refused');
    await standIn.control('settings', { clockShiftMs: shiftMs + dayMs - 4 * 3_600_000 });
    expect(await gateway.tradeBill(merchant, day)).toMatchObject({ kind: 'unknown' });
    await standIn.control('settings', { clockShiftMs: shiftMs + dayMs });

    const bill = valueOf(await gateway.tradeBill(merchant, day));
    const ours = {
      payments: trades.map(({ outTradeNo, amountFen }) => ({
        outTradeNo,
        amountFen,
        transactionId: null,
        isPaid: true,
      })),
      refunds: [
        {
          outRefundNo: refund.outRefundNo,
          outTradeNo: refund.outTradeNo,
          refundFen: 5_678,
          state: 'succeeded' as const,
        },
      ],
    };
    expect(bill && reconcile(bill, ours)).toEqual([]);
    expect(bill && reconcile(bill, { ...ours, refunds: [] })).toMatchObject([{ kind: 'refundMissingHere' }]);

    const flow = valueOf(await gateway.fundFlowBill(merchant, day));
    expect(flow?.counted).toEqual(flow?.stated);
    expect(flow?.flows.map(({ voucherNo }) => voucherNo)).toContain(refund.outRefundNo);

    const dayBefore = new Date(Date.parse(day) - dayMs).toISOString().slice(0, 10);
    expect(await gateway.tradeBill(merchant, dayBefore)).toEqual({ kind: 'done', value: null });
  });
});

describe('the platform beside it', () => {
  const platform = () => wechatPlatform({ config, clock: { now: () => Date.now() } });
  const codeOf = async (kind: string) =>
    (await standIn.control<{ code: string }>('codes', { kind, person: '小王' })).code;

  it('tells who logs in, once per code, and their phone number', async () => {
    const client = platform();
    const code = await codeOf('login');

    expect(valueOf(await client.codeToSession(code)).openid).toBe(await openidOf());
    expect(await client.codeToSession(code)).toMatchObject({ kind: 'refused', code: '40163' });
    expect(valueOf(await client.phoneNumber(await codeOf('phone'))).number).toMatch(/^1\d{10}$/);
    expect(valueOf(await client.oauthSession(await codeOf('oauth'))).openid).toEqual(expect.any(String));
  });

  it('sends a message for a consent, and none without', async () => {
    const client = platform();
    const openid = await openidOf();
    const message = { openid, templateId: 'order-shipped', page: null, values: { thing1: '可乐' } };
    await standIn.control('consents', { openid, templateId: 'order-shipped', count: 1 });

    expect((await client.sendSubscribeMessage(message)).kind).toBe('done');
    expect(await client.sendSubscribeMessage(message)).toMatchObject({ kind: 'refused', code: '43101' });
  });

  it('hears of a shipment, also when it is told twice', async () => {
    const client = platform();
    const openid = await openidOf();
    const trade = await paidTrade({ channel: { kind: 'jsapi', appid: config.miniapp.appid, openid } });
    const info = {
      trade: { mchid: merchant.mchid, outTradeNo: trade.outTradeNo },
      payerOpenid: openid,
      logistics: 'express' as const,
      isSplit: false,
      isAllDelivered: true,
      parcels: [{ trackingNo: 'SF1', company: 'SF', items: '可乐 × 24', receiverPhone: '13812345678' }],
      uploadedAt: Date.now(),
    };

    expect(valueOf(await client.shippingState(info.trade))).toBe('toShip');
    expect(await client.uploadShipping(info)).toEqual({ kind: 'done', value: null });
    expect(await client.uploadShipping({ ...info, uploadedAt: info.uploadedAt + 1 })).toEqual({
      kind: 'done',
      value: null,
    });
    expect(valueOf(await client.shippingState(info.trade))).toBe('shipped');
  });

  it('signs pages, draws codes, and texts', async () => {
    const client = platform();

    expect(valueOf(await client.signPage('https://shop.example.com/')).signature).toMatch(/^[0-9a-f]{40}$/);
    const code = { scene: 'store=1', page: 'pages/index/index', version: 'release' as const };
    expect(valueOf(await client.miniappCode(code)).length).toBeGreaterThan(100);
    const sms = httpSms(config.sms);
    expect(
      valueOf(await sms.send({ phone: '13800138000', template: 'log-in', parameters: { code: '123456' } }))
        .id,
    ).toEqual(expect.any(String));
  });
});
