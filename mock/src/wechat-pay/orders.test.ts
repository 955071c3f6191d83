import { type Beside, aNumber, aPaidOrder, aStandIn, anOrder, at, noon, paths, stopAll } from '../testing';

let beside: Beside;
let openid = '';
beforeAll(async () => {
  beside = await aStandIn();
  openid = String(at(await beside.change('people', { name: '李雷' }), 'openids', 'miniapp'));
});
afterAll(stopAll);

const jsapi = (more: Record<string, unknown> = {}) => anOrder(beside, { payer: { openid }, ...more });
const h5Scene = { payer_client_ip: '1.2.3.4', h5_info: { type: 'Wap' } };
const h5 = (more: Record<string, unknown> = {}) => anOrder(beside, { scene_info: h5Scene, ...more });
const query = (outTradeNo: string) => beside.client.get(paths.order(outTradeNo, beside.merchant().mchid));
const close = (outTradeNo: string) =>
  beside.client.post(paths.close(outTradeNo), { mchid: beside.merchant().mchid });

describe('an order', () => {
  it('of each kind is answered with what opens its cashier', async () => {
    const byJsapi = await beside.client.post(paths.jsapi, jsapi());
    const byH5 = await beside.client.post(paths.h5, h5());
    const byNative = await beside.client.post(paths.native, anOrder(beside));
    const byApp = await beside.client.post('/v3/pay/transactions/app', anOrder(beside));

    expect(byJsapi.json).toEqual({ prepay_id: expect.stringMatching(/^wx20260310120000[0-9a-f]{16}0000$/) });
    expect(byH5.json).toEqual({
      h5_url: expect.stringContaining('/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=wx'),
    });
    expect(byNative.json).toEqual({ code_url: expect.stringMatching(/^weixin:\/\/wxpay\/bizpayurl\?pr=/) });
    expect(byApp.json).toEqual({ prepay_id: expect.any(String) });
  });

  it('takes every optional parameter there is', async () => {
    const answer = await beside.client.post(
      paths.jsapi,
      jsapi({
        time_expire: '2026-03-10T13:00:00+08:00',
        attach: 'a,b',
        goods_tag: 'WXG',
        support_fapiao: false,
        detail: {
          cost_price: 1_000,
          invoice_id: 'i1',
          goods_detail: [
            {
              merchant_goods_id: '1',
              wechatpay_goods_id: '2',
              goods_name: '水',
              quantity: 1,
              unit_price: 990,
            },
          ],
        },
        scene_info: { payer_client_ip: '2001:db8::1', device_id: '1', store_info: { id: '1', name: '店' } },
        settle_info: { profit_sharing: false },
      }),
    );

    expect(answer.status).toBe(200);
  });
});

type Case = [
  what: string,
  field: string,
  kind: 'jsapi' | 'h5' | 'native',
  more: () => Record<string, unknown>,
];
const wrong: Case[] = [
  ['no appid', '/appid', 'native', () => ({ appid: undefined })],
  ['an empty description', '/description', 'native', () => ({ description: '' })],
  ['a description of 128', '/description', 'native', () => ({ description: '水'.repeat(128) })],
  ['a number of 5', '/out_trade_no', 'native', () => ({ out_trade_no: '12345' })],
  ['a number of 33', '/out_trade_no', 'native', () => ({ out_trade_no: '1'.repeat(33) })],
  ['a number with a dot', '/out_trade_no', 'native', () => ({ out_trade_no: 'order.123' })],
  ['no amount', '/amount', 'native', () => ({ amount: undefined })],
  ['nothing to pay', '/amount/total', 'native', () => ({ amount: { total: 0 } })],
  ['a negative amount', '/amount/total', 'native', () => ({ amount: { total: -1 } })],
  ['part of a fen', '/amount/total', 'native', () => ({ amount: { total: 1.5 } })],
  ['an amount as text', '/amount/total', 'native', () => ({ amount: { total: '990' } })],
  ['another currency', '/amount/currency', 'native', () => ({ amount: { total: 1, currency: 'USD' } })],
  ['an attach of 129', '/attach', 'native', () => ({ attach: 'a'.repeat(129) })],
  ['an unknown field', '/openid', 'native', () => ({ openid: 'o1' })],
  [
    'an unknown field inside',
    '/amount/payer_total',
    'native',
    () => ({ amount: { total: 1, payer_total: 1 } }),
  ],
  ['null', '/attach', 'native', () => ({ attach: null })],
  ['an emoji', '/description', 'native', () => ({ description: '水💧' })],
  ['half an emoji', '/description', 'native', () => ({ description: '\ud83d' })],
  ['a time without its zone', '/time_expire', 'native', () => ({ time_expire: '2026-03-10T13:00:00' })],
  ['a time that is over', '/time_expire', 'native', () => ({ time_expire: '2026-03-10T11:59:59+08:00' })],
  ['no notify_url', '/notify_url', 'native', () => ({ notify_url: undefined })],
  ['a notify_url over http', '/notify_url', 'native', () => ({ notify_url: 'http://shop.example.com/a' })],
  [
    'a notify_url with a query',
    '/notify_url',
    'native',
    () => ({ notify_url: 'https://shop.example.com/a?b=1' }),
  ],
  [
    'a notify_url with a fragment',
    '/notify_url',
    'native',
    () => ({ notify_url: 'https://shop.example.com/a#b' }),
  ],
  ['a notify_url at an address', '/notify_url', 'native', () => ({ notify_url: 'https://10.0.0.1/a' })],
  ['a notify_url at home', '/notify_url', 'native', () => ({ notify_url: 'https://localhost/a' })],
  ['no url at all', '/notify_url', 'native', () => ({ notify_url: 'shop' })],
  [
    'a notify_url of 256',
    '/notify_url',
    'native',
    () => ({ notify_url: `https://shop.example.com/${'a'.repeat(231)}` }),
  ],
  ["another merchant's number", '/mchid', 'native', () => ({ mchid: '1900000002' })],
  ['no payer', '/payer', 'jsapi', () => ({ payer: undefined })],
  ['no scene', '/scene_info', 'h5', () => ({ scene_info: undefined })],
  ['no h5_info', '/scene_info/h5_info', 'h5', () => ({ scene_info: { payer_client_ip: '1.2.3.4' } })],
  [
    'another kind of phone',
    '/scene_info/h5_info/type',
    'h5',
    () => ({ scene_info: { payer_client_ip: '1.2.3.4', h5_info: { type: 'wap' } } }),
  ],
  [
    'no address of the payer',
    '/scene_info/payer_client_ip',
    'h5',
    () => ({ scene_info: { payer_client_ip: 'here', h5_info: { type: 'Wap' } } }),
  ],
  [
    'goods without a count',
    '/detail/goods_detail/0/quantity',
    'native',
    () => ({ detail: { goods_detail: [{ merchant_goods_id: '1', unit_price: 1 }] } }),
  ],
];

it.each(wrong)('with %s is a wrong parameter at %s', async (_what, field, kind, more) => {
  const body = { jsapi, h5, native: (it: object) => anOrder(beside, { ...it }) }[kind](more());

  const answer = await beside.client.post(paths[kind], body);

  expect(answer.status).toBe(400);
  expect(answer.json.code).toBe('PARAM_ERROR');
  expect(answer.json.detail).toMatchObject({ field, location: 'body' });
  expect((await query(String(body.out_trade_no ?? aNumber()))).status).not.toBe(200);
});

it.each<[string, string, string]>([
  ['no JSON', '{', 'PARAM_ERROR'],
  ['a list', '[]', 'PARAM_ERROR'],
  ['a number', '1', 'PARAM_ERROR'],
])('a body that is %s is refused', async (_what, body, code) => {
  const answer = await beside.client.post(paths.native, body);

  expect(answer.status).toBe(400);
  expect(answer.json.code).toBe(code);
});

it('of an app that is not the merchant’s is refused', async () => {
  const answer = await beside.client.post(paths.native, anOrder(beside, { appid: 'wx0000000000000000' }));

  expect([answer.status, answer.json.code]).toEqual([400, 'APPID_MCHID_NOT_MATCH']);
});

it('needs a payer of the app it is for', async () => {
  const h5Openid = at(await beside.change('people', { name: '李雷' }), 'openids', 'h5');

  const ofAnother = await beside.client.post(paths.jsapi, jsapi({ payer: { openid: h5Openid } }));
  const ofNobody = await beside.client.post(paths.jsapi, jsapi({ payer: { openid: 'oNobody' } }));

  expect([ofAnother.status, ofAnother.json.code]).toEqual([500, 'OPENID_MISMATCH']);
  expect([ofNobody.status, ofNobody.json.code]).toEqual([500, 'OPENID_MISMATCH']);
});

it('takes an https notify_url of a public host', async () => {
  const answer = await beside.client.post(
    paths.native,
    anOrder(beside, { notify_url: 'https://shop.example.com/api/v1/wechat/pay/1' }),
  );

  expect(answer.status).toBe(200);
});

describe('an order said again', () => {
  it('with everything the same is the same order, in whatever order the fields come', async () => {
    const body = jsapi({ attach: 'x', amount: { total: 100, currency: 'CNY' } });
    const turned = Object.fromEntries(Object.entries(body).reverse());

    const first = await beside.client.post(paths.jsapi, body);
    const again = await beside.client.post(paths.jsapi, turned);

    expect(again.status).toBe(200);
    expect(again.json).toEqual(first.json);
  });

  it.each<[string, Record<string, unknown>]>([
    ['amount', { amount: { total: 991, currency: 'CNY' } }],
    ['description', { description: '别的' }],
    ['attach', { attach: 'y' }],
    ['expiry', { time_expire: '2026-03-10T13:00:00+08:00' }],
    ['app', {}],
  ])('with another %s is refused', async (what, more) => {
    const body = anOrder(beside);
    await beside.client.post(paths.native, body);

    const changed = { ...body, ...more, ...(what === 'app' && { appid: beside.standIn.config.h5.appid }) };
    const again = await beside.client.post(paths.native, changed);

    expect([again.status, again.json.code]).toEqual([403, 'OUT_TRADE_NO_USED']);
  });

  it('as another kind of payment is refused', async () => {
    const body = anOrder(beside);
    await beside.client.post(paths.native, body);

    const again = await beside.client.post(paths.jsapi, { ...body, payer: { openid } });

    expect([again.status, again.json.code]).toEqual([403, 'OUT_TRADE_NO_USED']);
  });

  it('after it was closed, or paid, is refused', async () => {
    const closed = anOrder(beside);
    await beside.client.post(paths.native, closed);
    await close(closed.out_trade_no);
    const paid = anOrder(beside);
    await beside.client.post(paths.native, paid);
    await beside.change('pay', { outTradeNo: paid.out_trade_no });

    const afterClose = await beside.client.post(paths.native, closed);
    const afterPay = await beside.client.post(paths.native, paid);

    expect([afterClose.status, afterClose.json.code]).toEqual([400, 'ORDER_CLOSED']);
    expect([afterPay.status, afterPay.json.code]).toEqual([400, 'ORDERPAID']);
  });

  it('by another merchant is another order', async () => {
    const body = anOrder(beside);
    await beside.client.post(paths.native, body);

    const others = await beside.other.post(paths.native, {
      ...body,
      mchid: '1900000002',
      amount: { total: 5, currency: 'CNY' },
    });

    expect(others.status).toBe(200);
  });
});

describe('a query', () => {
  it('before payment says what is known', async () => {
    const body = anOrder(beside, { attach: 'pack' });
    await beside.client.post(paths.native, body);

    const { status, json } = await query(body.out_trade_no);

    expect(status).toBe(200);
    expect(json).toEqual({
      amount: { currency: 'CNY', total: 990 },
      appid: body.appid,
      attach: 'pack',
      mchid: body.mchid,
      out_trade_no: body.out_trade_no,
      payer: {},
      promotion_detail: [],
      trade_state: 'NOTPAY',
      trade_state_desc: '订单未支付',
      trade_type: 'NATIVE',
    });
  });

  it('after payment says it by both numbers', async () => {
    const body = jsapi();
    await beside.client.post(paths.jsapi, body);
    const { transactionId } = await beside.change('pay', { outTradeNo: body.out_trade_no });

    const byNumber = await query(body.out_trade_no);
    const byId = await beside.client.get(
      `/v3/pay/transactions/id/${String(transactionId)}?mchid=${beside.merchant().mchid}`,
    );

    expect(transactionId).toMatch(/^42\d{26}$/);
    expect(byNumber.json).toMatchObject({
      trade_state: 'SUCCESS',
      transaction_id: transactionId,
      success_time: '2026-03-10T12:00:00+08:00',
      payer: { openid },
      amount: { total: 990, payer_total: 990, payer_currency: 'CNY' },
      bank_type: 'OTHERS',
      trade_type: 'JSAPI',
    });
    expect(byId.json).toEqual(byNumber.json);
  });

  it('of an H5 payment calls it MWEB', async () => {
    const body = h5();
    await beside.client.post(paths.h5, body);

    expect((await query(body.out_trade_no)).json.trade_type).toBe('MWEB');
  });

  it('of what is unknown, or another merchant’s, finds nothing', async () => {
    const number = await aPaidOrder(beside);
    const { transaction_id: id } = (await query(number)).json;

    const unknown = await query('unknown123');
    const others = await beside.other.get(paths.order(number, '1900000002'));
    const othersById = await beside.other.get(`/v3/pay/transactions/id/${String(id)}?mchid=1900000002`);

    for (const { status, json } of [unknown, others, othersById]) {
      expect([status, json.code]).toEqual([404, 'ORDER_NOT_EXIST']);
    }
  });

  it('names the merchant who signs it', async () => {
    const without = await beside.client.get('/v3/pay/transactions/out-trade-no/unknown123');
    const another = await beside.client.get(paths.order('unknown123', '1900000002'));

    expect([without.status, without.json.code]).toEqual([400, 'PARAM_ERROR']);
    expect([another.status, another.json.code]).toEqual([400, 'PARAM_ERROR']);
    expect(at(another.json, 'detail', 'field')).toBe('/mchid');
  });
});

describe('closing', () => {
  it('is done once or more, and for what never was', async () => {
    const body = anOrder(beside);
    await beside.client.post(paths.native, body);

    const statuses = [
      (await close(body.out_trade_no)).status,
      (await close(body.out_trade_no)).status,
      (await close('unknown123')).status,
    ];

    expect(statuses).toEqual([204, 204, 204]);
    expect((await query(body.out_trade_no)).json.trade_state).toBe('CLOSED');
    await expect(beside.change('pay', { outTradeNo: body.out_trade_no })).rejects.toThrow('订单已关闭');
  });

  it('is refused when it is paid', async () => {
    const number = await aPaidOrder(beside);

    const answer = await close(number);

    expect([answer.status, answer.json.code]).toEqual([400, 'ORDERPAID']);
    expect((await query(number)).json.trade_state).toBe('SUCCESS');
  });

  it('names the merchant who signs it', async () => {
    const answer = await beside.client.post(paths.close('unknown123'), { mchid: '1900000002' });

    expect([answer.status, answer.json.code]).toEqual([400, 'PARAM_ERROR']);
  });
});

describe('time', () => {
  it('ends paying and leaves the order open', async () => {
    const kit = await aStandIn();
    const body = anOrder(kit, { time_expire: '2026-03-10T12:10:00+08:00' });
    await kit.client.post(paths.native, body);

    kit.pass(10 * 60_000 + 1);

    await expect(kit.change('pay', { outTradeNo: body.out_trade_no })).rejects.toThrow('订单已过期');
    const { json } = await kit.client.get(paths.order(body.out_trade_no, kit.merchant().mchid));
    expect(json.trade_state).toBe('NOTPAY');
  });

  it('raises an expiry to a minute', async () => {
    const kit = await aStandIn();
    const body = anOrder(kit, { time_expire: '2026-03-10T12:00:05+08:00' });
    await kit.client.post(paths.native, body);

    kit.pass(59_000);

    await expect(kit.change('pay', { outTradeNo: body.out_trade_no })).resolves.toMatchObject({
      kind: 'pay',
    });
  });

  it('ends a prepay after two hours; saying the order again opens another', async () => {
    const kit = await aStandIn();
    const body = anOrder(kit);
    const first = await kit.client.post(paths.native, body);

    kit.pass(2 * 3_600_000 + 1);
    const late = kit.change('pay', { outTradeNo: body.out_trade_no });
    await expect(late).rejects.toThrow('支付会话已失效');
    const second = await kit.client.post(paths.native, body);

    expect(second.json.code_url).not.toBe(first.json.code_url);
    await expect(kit.change('pay', { codeUrl: second.json.code_url })).resolves.toMatchObject({
      kind: 'pay',
    });
  });

  it('is shifted for trade and not for signatures', async () => {
    const kit = await aStandIn();
    await kit.change('settings', { clockShiftMs: 86_400_000 });

    const number = await aPaidOrder(kit);

    const { json } = await kit.client.get(paths.order(number, kit.merchant().mchid));
    expect(json.success_time).toBe('2026-03-11T12:00:00+08:00');
    expect(kit.now()).toBe(noon);
  });
});

describe('what goes wrong on the way', () => {
  it.each([
    ['error500', 500, 404],
    ['frequencyLimited', 429, 404],
    ['html', 502, 404],
    ['error500AfterWork', 500, 200],
  ])('%s answers %i, and the order is then %i', async (kind, status, after) => {
    const body = anOrder(beside);
    await beside.change('faults', { on: 'answer', kind, path: 'native' });

    const answer = await beside.client.post(paths.native, body);

    expect(answer.status).toBe(status);
    expect((await query(body.out_trade_no)).status).toBe(after);
  });

  it.each([
    ['timeout', 404],
    ['timeoutAfterWork', 200],
  ])('%s hangs up, and the order is then %i', async (kind, after) => {
    const body = anOrder(beside);
    await beside.change('faults', { on: 'answer', kind, path: 'native', waitMs: 20 });

    await expect(beside.client.post(paths.native, body)).rejects.toThrow();

    expect((await query(body.out_trade_no)).status).toBe(after);
  });
});
