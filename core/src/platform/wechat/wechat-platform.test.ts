import { createHash } from 'node:crypto';
import { aWechatConfig } from './testing';
import type { ShippingInfo } from './shipping';
import { wechatPlatform } from './wechat-platform';

const anInstant = Date.UTC(2026, 0, 2, 7, 4, 5);
const config = aWechatConfig();

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}
type Told = {
  readonly json?: unknown;
  readonly bytes?: Buffer;
  readonly status?: number;
  readonly broken?: true;
};

/** A pretended platform: tokens by itself, everything else as the test says. */
function pretendedPlatform(answer: (asked: Asked) => Told | Promise<Told>, tokens = ['token-1', 'token-2']) {
  const requests: Asked[] = [];
  let now = anInstant;
  let issued = 0;
  const tell = async (asked: Asked): Promise<Told> => {
    if (asked.path !== '/cgi-bin/stable_token') return answer(asked);
    issued += 1;
    const token = tokens[Math.min(issued, tokens.length) - 1];
    return { json: { access_token: token, expires_in: 7_200 } };
  };
  const platform = wechatPlatform({
    config,
    clock: { now: () => now },
    fetch: async (address, init) => {
      const { pathname, searchParams } = new URL(address);
      const asked: Asked = {
        method: init.method ?? '',
        path: pathname,
        query: Object.fromEntries(searchParams),
        body: typeof init.body === 'string' ? (JSON.parse(init.body) as Asked['body']) : {},
      };
      requests.push(asked);
      const told = await tell(asked);
      if (told.broken) throw new TypeError(`Failed to fetch ${address}`);
      const bytes = told.bytes ? new Uint8Array(told.bytes) : JSON.stringify(told.json);
      return new Response(bytes, { status: told.status ?? 200, headers: { 'content-type': 'text/plain' } });
    },
  });
  const asked = (path: string) => requests.filter((request) => request.path === path);
  return { platform, requests, asked, pass: (passedMs: number) => void (now += passedMs) };
}

const ok: Told = { json: { errcode: 0, errmsg: 'ok' } };
const no = (errcode: number): Told => ({ json: { errcode, errmsg: 'no rid: 1-2-3' } });
const stableToken = '/cgi-bin/stable_token';
const aMessage = { openid: 'o1', templateId: 't1', page: 'pages/order/index', values: { thing1: '可乐' } };

describe('logging in', () => {
  it('asks with the app and its secret, and takes JSON that calls itself text', async () => {
    const { platform, requests } = pretendedPlatform(() => ({ json: { openid: 'o1', session_key: 'k1' } }));

    expect(await platform.codeToSession('c1')).toEqual({
      kind: 'done',
      value: { openid: 'o1', sessionKey: 'k1', unionid: null },
    });
    expect(requests).toEqual([
      {
        method: 'GET',
        path: '/sns/jscode2session',
        query: {
          appid: config.miniapp.appid,
          secret: config.miniapp.secret,
          js_code: 'c1',
          grant_type: 'authorization_code',
        },
        body: {},
      },
    ]);
  });

  it.each([40029, 40163, 40226])('is refused with the code %s', async (errcode) => {
    const { platform } = pretendedPlatform(() => no(errcode));

    expect(await platform.codeToSession('c1')).toMatchObject({ kind: 'refused', code: String(errcode) });
  });

  it('sends a code once, and does not know what came of silence', async () => {
    const { platform, requests } = pretendedPlatform(() => ({ broken: true }));

    const outcome = await platform.codeToSession('c1');

    expect(outcome).toEqual({ kind: 'unknown', why: 'TypeError' });
    expect(requests).toHaveLength(1);
    expect(JSON.stringify(outcome)).not.toContain(config.miniapp.secret);
  });

  it.each<[string, Told]>([
    ['a page', { bytes: Buffer.from('<html>') }],
    ['a broken server', { status: 502, bytes: Buffer.from('') }],
    ['a busy platform', no(-1)],
    ['half an answer', { json: { openid: 'o1' } }],
  ])('does not know what %s means', async (_, told) => {
    const { platform } = pretendedPlatform(() => told);

    expect((await platform.codeToSession('c1')).kind).toBe('unknown');
  });

  it('on a page inside WeChat gives who opened it, but never nobody in particular', async () => {
    const { platform, requests } = pretendedPlatform(({ query }) => ({
      json: { openid: 'o2', unionid: 'u1', ...(query['code'] === 'c2' ? { is_snapshotuser: 1 } : {}) },
    }));

    expect(await platform.oauthSession('c1')).toEqual({
      kind: 'done',
      value: { openid: 'o2', unionid: 'u1' },
    });
    expect(await platform.oauthSession('c2')).toMatchObject({ kind: 'refused', code: 'SNAPSHOT_USER' });
    expect(requests[0]).toMatchObject({
      path: '/sns/oauth2/access_token',
      query: { appid: config.h5.appid },
    });
  });

  it.each(['86', 86])('gives the phone number, its country as text or number', async (countryCode) => {
    const { platform } = pretendedPlatform(() => ({
      json: { errcode: 0, phone_info: { purePhoneNumber: '13800138000', countryCode } },
    }));

    expect(await platform.phoneNumber('c1')).toEqual({
      kind: 'done',
      value: { number: '13800138000', countryCode: '86' },
    });
  });
});

describe('the token', () => {
  it('is asked for once by everybody who comes at the same time, and kept', async () => {
    const { platform, asked } = pretendedPlatform(() => ok);

    await Promise.all(Array.from({ length: 20 }, () => platform.sendSubscribeMessage(aMessage)));
    await platform.sendSubscribeMessage(aMessage);

    expect(asked(stableToken)).toHaveLength(1);
    expect(
      asked('/cgi-bin/message/subscribe/send').every(({ query }) => query['access_token'] === 'token-1'),
    ).toBe(true);
  });

  it('is renewed five minutes before it ends', async () => {
    const { platform, asked, pass } = pretendedPlatform(() => ok);
    await platform.sendSubscribeMessage(aMessage);

    pass(6_899_000);
    await platform.sendSubscribeMessage(aMessage);
    expect(asked(stableToken)).toHaveLength(1);
    pass(1_000);
    await platform.sendSubscribeMessage(aMessage);
    expect(asked(stableToken)).toHaveLength(2);
  });

  it.each([40001, 40014, 42001])(
    'is renewed once when it is refused (%s), by all together',
    async (errcode) => {
      const { platform, asked } = pretendedPlatform(({ query }) =>
        query['access_token'] === 'token-1' ? no(errcode) : ok,
      );

      const outcomes = await Promise.all(
        Array.from({ length: 10 }, () => platform.sendSubscribeMessage(aMessage)),
      );

      expect(outcomes.every(({ kind }) => kind === 'done')).toBe(true);
      expect(asked(stableToken)).toHaveLength(2);
    },
  );

  it('is not renewed again and again for one who is always refused', async () => {
    const { platform, requests } = pretendedPlatform(() => no(40001));

    expect(await platform.sendSubscribeMessage(aMessage)).toMatchObject({ kind: 'refused', code: '40001' });
    expect(requests).toHaveLength(4);
  });

  it('is forced only when the same bad one comes back, and not twice within a minute', async () => {
    const { platform, asked } = pretendedPlatform(
      () => no(40001),
      ['bad', 'bad', 'bad', 'bad', 'bad', 'bad'],
    );

    await platform.sendSubscribeMessage(aMessage);
    await platform.sendSubscribeMessage(aMessage);

    expect(asked(stableToken).filter(({ body }) => body['force_refresh'] === true)).toHaveLength(1);
  });

  it('that is not given is told to whoever wanted it', async () => {
    const { platform } = pretendedPlatform(() => ok, []);

    expect((await platform.sendSubscribeMessage(aMessage)).kind).toBe('unknown');
  });
});

describe('messages', () => {
  it('are cut to what their keys take', async () => {
    const { platform, asked } = pretendedPlatform(() => ok);

    await platform.sendSubscribeMessage({
      ...aMessage,
      values: {
        thing1: '水'.repeat(21),
        character_string2: '1'.repeat(32),
        phrase3: '已经发货啦啦',
        date4: '2026-01-02',
      },
    });

    expect(asked('/cgi-bin/message/subscribe/send')[0]?.body).toEqual({
      touser: 'o1',
      template_id: 't1',
      page: 'pages/order/index',
      data: {
        thing1: { value: `${'水'.repeat(19)}…` },
        character_string2: { value: '1'.repeat(32) },
        phrase3: { value: '已经发货啦' },
        date4: { value: '2026-01-02' },
      },
    });
  });

  it('are refused without consent', async () => {
    const { platform } = pretendedPlatform(() => no(43101));

    expect(await platform.sendSubscribeMessage(aMessage)).toMatchObject({ kind: 'refused', code: '43101' });
  });
});

describe('shipping', () => {
  const info: ShippingInfo = {
    trade: { mchid: '1900000001', outTradeNo: 'T20260102-0001' },
    payerOpenid: 'o1',
    logistics: 'express',
    isSplit: false,
    isAllDelivered: true,
    parcels: [{ trackingNo: 'SF1', company: 'SF', items: '可乐 × 24', receiverPhone: '13812345678' }],
    uploadedAt: anInstant + 7,
  };

  it('is told with the phone number masked and the time to the millisecond', async () => {
    const { platform, asked } = pretendedPlatform(() => ok);

    expect(await platform.uploadShipping(info)).toEqual({ kind: 'done', value: null });
    expect(asked('/wxa/sec/order/upload_shipping_info')[0]?.body).toEqual({
      order_key: { order_number_type: 1, mchid: '1900000001', out_trade_no: 'T20260102-0001' },
      logistics_type: 1,
      delivery_mode: 1,
      shipping_list: [
        {
          tracking_no: 'SF1',
          express_company: 'SF',
          item_desc: '可乐 × 24',
          contact: { receiver_contact: '138****5678' },
        },
      ],
      upload_time: '2026-01-02T15:04:05.007+08:00',
      payer: { openid: 'o1' },
    });
  });

  it('told twice is told', async () => {
    const { platform } = pretendedPlatform(() => no(10060023));

    expect((await platform.uploadShipping(info)).kind).toBe('done');
  });

  it('comes in parts when it is split', async () => {
    const { platform, asked } = pretendedPlatform(() => ok);

    await platform.uploadShipping({
      ...info,
      trade: { transactionId: '42' },
      isSplit: true,
      isAllDelivered: false,
    });

    expect(asked('/wxa/sec/order/upload_shipping_info')[0]?.body).toMatchObject({
      order_key: { order_number_type: 2, transaction_id: '42' },
      delivery_mode: 2,
      is_all_delivered: false,
    });
  });

  it.each([
    [1, 'toShip'],
    [3, 'received'],
    [6, 'settling'],
  ])('in the state %s is %s', async (order_state, state) => {
    const { platform } = pretendedPlatform(() => ({ json: { errcode: 0, order: { order_state } } }));

    expect(await platform.shippingState(info.trade)).toEqual({ kind: 'done', value: state });
  });
});

describe('pages and pictures', () => {
  it('signs the address without what follows its #', async () => {
    const { platform, asked } = pretendedPlatform(() => ({
      json: { errcode: 0, ticket: 'ticket-1', expires_in: 7_200 },
    }));

    const outcome = await platform.signPage('https://shop.example.com/h5/?a=1#/pages/order');
    await platform.signPage('https://shop.example.com/h5/');

    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    const { appId, timestamp, nonceStr, signature } = outcome.value;
    const text = `jsapi_ticket=ticket-1&noncestr=${nonceStr}&timestamp=${timestamp}&url=https://shop.example.com/h5/?a=1`;
    expect(signature).toBe(createHash('sha1').update(text).digest('hex'));
    expect([appId, timestamp]).toEqual([config.h5.appid, anInstant / 1_000]);
    expect(asked('/cgi-bin/ticket/getticket')).toHaveLength(1);
  });

  it('gives the picture of a code, or why there is none', async () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
    const drawn = pretendedPlatform(() => ({ bytes: png }));
    const refused = pretendedPlatform(() => no(41030));
    const strange = pretendedPlatform(() => ({ bytes: Buffer.from('<html>') }));
    const code = { scene: 'store=1', page: 'pages/index/index', version: 'release' as const };

    expect(await drawn.platform.miniappCode(code)).toEqual({ kind: 'done', value: png });
    expect(await refused.platform.miniappCode(code)).toMatchObject({ kind: 'refused', code: '41030' });
    expect((await strange.platform.miniappCode(code)).kind).toBe('unknown');
  });
});
