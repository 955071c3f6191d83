import { aKeyPair, aMerchant } from '../../platform/wechat/testing';
import type { NewRefund, NewTrade } from '../gateway';
import { anInstant, aPaidTrade, aRefund, pretendedWechat, publicKeySigner } from './testing';

const aTrade = (over: Partial<NewTrade> = {}): NewTrade => ({
  outTradeNo: 'T20260102-0001',
  amountFen: 990,
  description: '订单 0001',
  expiresAt: Date.UTC(2026, 0, 2, 7, 30),
  notifyUrl: 'https://shop.example.com/api/v1/wechat/pay/1900000001',
  channel: { kind: 'jsapi', appid: 'wxd678efh567hg6787', openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' },
  ...over,
});

const aNewRefund = (over: Partial<NewRefund> = {}): NewRefund => ({
  outTradeNo: 'T20260102-0001',
  outRefundNo: 'R20260102-0001',
  refundFen: 100,
  totalFen: 990,
  reason: '退货',
  notifyUrl: 'https://shop.example.com/api/v1/wechat/pay/1900000001',
  ...over,
});

describe('opening a trade', () => {
  it('inside WeChat asks for a prepay id in the name of the payer', async () => {
    const { gateway, merchant, requests } = pretendedWechat(() => ({ json: { prepay_id: 'wx2611215250' } }));

    const outcome = await gateway.create(merchant, aTrade());

    expect(outcome).toEqual({ kind: 'done', value: { prepayId: 'wx2611215250' } });
    expect(requests[0]).toMatchObject({ method: 'POST', path: '/v3/pay/transactions/jsapi' });
    expect(JSON.parse(requests[0]!.body)).toEqual({
      appid: 'wxd678efh567hg6787',
      mchid: '1900000001',
      description: '订单 0001',
      out_trade_no: 'T20260102-0001',
      time_expire: '2026-01-02T15:30:00+08:00',
      notify_url: 'https://shop.example.com/api/v1/wechat/pay/1900000001',
      amount: { total: 990, currency: 'CNY' },
      payer: { openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' },
    });
  });

  it('in a mobile browser asks for an address, with the appid of the web', async () => {
    const h5Url = 'https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=wx1&package=2';
    const { gateway, merchant, requests } = pretendedWechat(() => ({ json: { h5_url: h5Url } }));

    const outcome = await gateway.create(
      merchant,
      aTrade({ channel: { kind: 'h5', payerIp: '14.23.150.211', type: 'Wap' } }),
    );

    expect(outcome).toEqual({ kind: 'done', value: { h5Url } });
    expect(JSON.parse(requests[0]!.body)).toMatchObject({
      appid: 'wx8888888888888888',
      scene_info: { payer_client_ip: '14.23.150.211', h5_info: { type: 'Wap' } },
    });
  });

  it('on a screen asks for the text of a code', async () => {
    const { gateway, merchant, requests } = pretendedWechat(() => ({ json: { code_url: 'weixin://pay?1' } }));

    const outcome = await gateway.create(merchant, aTrade({ channel: { kind: 'native' } }));

    expect(outcome).toEqual({ kind: 'done', value: { codeUrl: 'weixin://pay?1' } });
    expect(requests[0]!.path).toBe('/v3/pay/transactions/native');
  });

  it('asks for answers signed with the public key, where the merchant uses it', async () => {
    const { gateway, merchant, requests } = pretendedWechat(() => ({ json: { code_url: 'weixin://pay?1' } }));

    await gateway.create(merchant, aTrade({ channel: { kind: 'native' } }));

    expect(requests[0]!.headers['wechatpay-serial']).toBe('PUB_KEY_ID_0119000000012024');
  });

  it('repeats a trade byte by byte while nobody knows, each time signed anew', async () => {
    const { gateway, merchant, requests } = pretendedWechat((_, count) =>
      count < 3 ? { status: 500, json: { code: 'SYSTEM_ERROR' } } : { json: { prepay_id: 'wx1' } },
    );

    const outcome = await gateway.create(merchant, aTrade());

    expect(outcome.kind).toBe('done');
    expect(new Set(requests.map(({ body }) => body)).size).toBe(1);
    expect(new Set(requests.map(({ headers }) => headers['authorization'])).size).toBe(3);
  });

  it('cuts what WeChat would not take out of the description', async () => {
    const { gateway, merchant, requests } = pretendedWechat(() => ({ json: { prepay_id: 'wx1' } }));

    await gateway.create(merchant, aTrade({ description: `🥤可乐\n${'水'.repeat(200)}` }));

    expect(JSON.parse(requests[0]!.body).description).toBe(`可乐${'水'.repeat(125)}`);
  });

  it('takes a number that a path cannot carry, or an amount of no whole fen, for a bug', async () => {
    const { gateway, merchant, requests } = pretendedWechat(() => ({ json: { prepay_id: 'wx1' } }));

    await expect(gateway.create(merchant, aTrade({ outTradeNo: 'T|2026*0001' }))).rejects.toThrow(
      'trade number',
    );
    await expect(gateway.create(merchant, aTrade({ amountFen: 9.9 }))).rejects.toThrow('whole fen');
    await expect(gateway.query(merchant, '../certificates')).rejects.toThrow('trade number');
    await expect(gateway.queryRefund(merchant, 'R/1')).rejects.toThrow('refund number');
    expect(requests).toEqual([]);
  });

  it('refuses a merchant behind a service provider before anything is sent', async () => {
    const { gateway, requests } = pretendedWechat(() => ({ json: { prepay_id: 'wx1' } }));

    const outcome = await gateway.create(aMerchant({ subMchid: '1900000109' }), aTrade());

    expect(outcome).toMatchObject({ kind: 'refused', code: 'PARTNER_MODE' });
    expect(requests).toEqual([]);
  });
});

describe('asking after a trade', () => {
  it('tells what was paid, when and by whom', async () => {
    const { gateway, merchant, requests } = pretendedWechat(() => ({ json: aPaidTrade }));

    const outcome = await gateway.query(merchant, 'T20260102-0001');

    expect(outcome).toEqual({
      kind: 'done',
      value: {
        state: 'SUCCESS',
        outTradeNo: 'T20260102-0001',
        transactionId: '4200001234202601021234567890',
        amountFen: 990,
        paidAt: anInstant,
        payerOpenid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
        tradeType: 'JSAPI',
      },
    });
    expect(requests[0]!.path).toBe('/v3/pay/transactions/out-trade-no/T20260102-0001?mchid=1900000001');
  });

  it('tells an unpaid one without the fields that come with the money', async () => {
    const { appid, mchid, out_trade_no } = aPaidTrade;
    const { gateway, merchant } = pretendedWechat(() => ({
      json: { appid, mchid, out_trade_no, trade_state: 'NOTPAY', amount: { total: 990 }, transaction_id: '' },
    }));

    expect(await gateway.query(merchant, 'T20260102-0001')).toMatchObject({
      kind: 'done',
      value: { state: 'NOTPAY', transactionId: null, amountFen: 990, paidAt: null, payerOpenid: null },
    });
  });

  it.each([
    ['another number', { out_trade_no: 'T20260102-0002' }],
    ['another merchant', { mchid: '1900000002' }],
    ['money without a transaction', { transaction_id: undefined }],
    ['money without an amount', { amount: undefined }],
    ['an amount that is no whole fen', { amount: { total: 9.9 } }],
    ['another currency', { amount: { total: 990, currency: 'USD' } }],
    ['money without a time', { success_time: '昨天' }],
    ['a state nobody knows', { trade_state: 'MAYBE' }],
  ])('takes an answer about %s for none', async (_, over) => {
    const { gateway, merchant } = pretendedWechat(() => ({ json: { ...aPaidTrade, ...over } }));

    expect((await gateway.query(merchant, 'T20260102-0001')).kind).toBe('unknown');
  });

  it.each([
    ['ORDER_NOT_EXIST', 404, 'ORDER_NOT_EXIST'],
    ['ORDERNOTEXIST', 404, 'ORDER_NOT_EXIST'],
    ['SIGN_ERROR', 401, 'SIGN_ERROR'],
    ['NOAUTH', 403, 'NO_AUTH'],
    ['SOMETHING_NEW', 400, 'SOMETHING_NEW'],
  ])('reads %s as a refusal in the present spelling, signed or not', async (code, status, expected) => {
    const { gateway, merchant, requests } = pretendedWechat(() => ({
      status,
      json: { code, message: '订单不存在' },
      unsigned: true,
    }));

    expect(await gateway.query(merchant, 'T20260102-0001')).toEqual({
      kind: 'refused',
      code: expected,
      message: '订单不存在',
    });
    expect(requests).toHaveLength(1);
  });

  it('asks again when there were too many at once, and says so when it stays so', async () => {
    const { gateway, merchant, requests } = pretendedWechat(() => ({
      status: 429,
      json: { code: 'FREQUENCY_LIMITED', message: '频率超限' },
    }));

    expect(await gateway.query(merchant, 'T20260102-0001')).toMatchObject({
      kind: 'refused',
      code: 'FREQUENCY_LIMITED',
    });
    expect(requests).toHaveLength(3);
  });
});

describe('what is neither done nor refused is unknown', () => {
  const stranger = { serial: 'PUB_KEY_ID_0119000000012024', keys: aKeyPair() };
  it.each([
    ['a broken server', { status: 500, json: { code: 'SYSTEMERROR', message: '系统错误' } }],
    ['an error of the bank', { status: 500, json: { code: 'BANK_ERROR' } }],
    ['a proxy between', { status: 502, raw: '<html>Bad Gateway</html>', unsigned: true as const }],
    ['a page where JSON was due', { raw: '<html>ok</html>' }],
    ['a page that refuses', { status: 403, raw: '<html>no</html>', unsigned: true as const }],
    ['a redirection', { status: 302, raw: '', headers: { location: 'https://elsewhere.example' } }],
    ['an answer without a signature', { json: aPaidTrade, unsigned: true as const }],
    ['an answer signed by somebody else', { json: aPaidTrade, signer: stranger }],
    [
      'an answer whose key nobody knows',
      { json: aPaidTrade, signer: { ...publicKeySigner(), serial: 'PUB_KEY_ID_9' } },
    ],
    ['an answer altered on its way', { json: aPaidTrade, signedBody: JSON.stringify(aPaidTrade) + ' ' }],
    ['an answer of five minutes ago', { json: aPaidTrade, signedAt: anInstant - 300_000 }],
    ['an answer of the future', { json: aPaidTrade, signedAt: anInstant + 301_000 }],
    ['a probe with a wrong signature', { json: aPaidTrade, signaturePrefix: 'WECHATPAY/SIGNTEST/' }],
    ['a broken connection', { broken: new TypeError('fetch failed', { cause: new Error('reset') }) }],
    ['silence', { broken: new DOMException('timed out', 'TimeoutError') }],
  ])('%s', async (_, told) => {
    const { gateway, merchant, requests, logged } = pretendedWechat(() => told);

    const outcome = await gateway.query(merchant, 'T20260102-0001');

    expect(outcome.kind).toBe('unknown');
    expect(requests).toHaveLength(3);
    expect(logged).toHaveLength(1);
  });

  it('and names the request for the support, but neither key nor signature', async () => {
    const { gateway, merchant, requests, logged } = pretendedWechat(() => ({ status: 503, raw: 'busy' }));

    const outcome = await gateway.query(merchant, 'T20260102-0001');

    const said = JSON.stringify([outcome, logged]);
    expect(said).toContain('Request-ID 08F78BB5');
    const signature = /signature="([^"]+)"/.exec(requests[0]!.headers['authorization'] ?? '')?.[1] ?? '';
    expect(signature).not.toBe('');
    for (const secret of [signature, merchant.apiV3Key, 'WECHATPAY2', 'PRIVATE KEY', 'uthorization'])
      expect(said).not.toContain(secret);
  });
});

it('tells whoever reads the log when the settings are not taken', async () => {
  const { gateway, merchant, logged } = pretendedWechat(() => ({
    status: 401,
    json: { code: 'SIGN_ERROR' },
  }));

  await gateway.query(merchant, 'T20260102-0001');

  expect(logged).toEqual([
    {
      mchid: '1900000001',
      call: 'query',
      code: 'SIGN_ERROR',
      message: 'wechat pay does not take our settings',
    },
  ]);
});

describe('closing', () => {
  it('is done with an empty answer, whose signature counts too', async () => {
    const { gateway, merchant, requests } = pretendedWechat(() => ({}));
    const forged = pretendedWechat(() => ({ signedBody: 'something' }));

    expect(await gateway.close(merchant, 'T20260102-0001')).toEqual({ kind: 'done', value: null });
    expect(requests[0]!.body).toBe('{"mchid":"1900000001"}');
    expect((await forged.gateway.close(merchant, 'T20260102-0001')).kind).toBe('unknown');
  });

  it.each(['ORDERPAID', 'ORDER_PAID'])('is refused to a paid trade (%s)', async (code) => {
    const { gateway, merchant } = pretendedWechat(() => ({ status: 400, json: { code, message: '已支付' } }));

    expect(await gateway.close(merchant, 'T20260102-0001')).toMatchObject({
      kind: 'refused',
      code: 'ORDERPAID',
    });
  });
});

describe('refunding', () => {
  it('is accepted under our number', async () => {
    const { gateway, merchant, requests } = pretendedWechat(() => ({ json: aRefund }));

    const outcome = await gateway.refund(merchant, aNewRefund());

    expect(outcome).toEqual({
      kind: 'done',
      value: {
        outRefundNo: 'R20260102-0001',
        refundId: '50000000382019052709732678859',
        status: 'PROCESSING',
        refundFen: 100,
        succeededAt: null,
      },
    });
    expect(JSON.parse(requests[0]!.body)).toEqual({
      out_trade_no: 'T20260102-0001',
      out_refund_no: 'R20260102-0001',
      reason: '退货',
      notify_url: 'https://shop.example.com/api/v1/wechat/pay/1900000001',
      amount: { refund: 100, total: 990, currency: 'CNY' },
    });
  });

  it('keeps its number and parameters through a time-out', async () => {
    const { gateway, merchant, requests } = pretendedWechat((_, count) =>
      count === 1 ? { broken: new DOMException('timed out', 'TimeoutError') } : { json: aRefund },
    );

    expect((await gateway.refund(merchant, aNewRefund())).kind).toBe('done');
    expect(requests[1]!.body).toBe(requests[0]!.body);
  });

  it('is refused when the balance is short, in either spelling', async () => {
    const { gateway, merchant } = pretendedWechat(() => ({ status: 403, json: { code: 'NOTENOUGH' } }));

    expect(await gateway.refund(merchant, aNewRefund())).toMatchObject({
      kind: 'refused',
      code: 'NOT_ENOUGH',
    });
  });

  it('is asked after by our number', async () => {
    const done = { ...aRefund, status: 'SUCCESS', success_time: '2026-01-02T16:05:05+08:00' };
    const { gateway, merchant, requests } = pretendedWechat(() => ({ json: done }));

    expect(await gateway.queryRefund(merchant, 'R20260102-0001')).toMatchObject({
      kind: 'done',
      value: { status: 'SUCCESS', succeededAt: Date.UTC(2026, 0, 2, 8, 5, 5) },
    });
    expect(requests[0]!.path).toBe('/v3/refund/domestic/refunds/R20260102-0001');
  });

  it('takes an answer about another refund for none', async () => {
    const { gateway, merchant } = pretendedWechat(() => ({ json: { ...aRefund, out_refund_no: 'R2' } }));

    expect((await gateway.refund(merchant, aNewRefund())).kind).toBe('unknown');
  });

  it('shows at most 80 bytes of the reason, cut between characters', async () => {
    const { gateway, merchant, requests } = pretendedWechat(() => ({ json: aRefund }));

    await gateway.refund(merchant, aNewRefund({ reason: '退'.repeat(40) }));

    expect(JSON.parse(requests[0]!.body).reason).toBe('退'.repeat(26));
  });
});
