import { type Beside, aNumber, aStandIn, anOrder, at, paths, send, stopAll } from '../testing';

let beside: Beside;
beforeEach(async () => {
  beside = await aStandIn();
});
afterEach(stopAll);

const minuteMs = 60_000;
const get = (path: string, query: Record<string, string>) =>
  send(beside.standIn.url, `${path}?${new URLSearchParams(query).toString()}`, { method: 'GET' });
const post = (path: string, body: object) =>
  send(beside.standIn.url, path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
const miniapp = () => {
  const { appid, secret } = beside.standIn.config.miniapp;
  return { appid, secret };
};
const h5 = () => beside.standIn.config.h5;
const code = async (wish: Record<string, unknown>) => String((await beside.change('codes', wish)).code);
const token = async (force = false) =>
  (
    await post('/cgi-bin/stable_token', {
      grant_type: 'client_credential',
      ...miniapp(),
      force_refresh: force,
    })
  ).json;
const withToken = async (path: string) => `${path}?access_token=${String((await token()).access_token)}`;

describe('code2Session', () => {
  const session = (more: Record<string, string>) =>
    get('/sns/jscode2session', { ...miniapp(), grant_type: 'authorization_code', ...more });

  it('tells who logged in, as text, without an errcode', async () => {
    const answer = await session({ js_code: await code({ kind: 'login', person: '李雷' }) });
    const again = await session({ js_code: await code({ kind: 'login', person: '李雷' }) });
    const person = await beside.change('people', { name: '李雷' });

    expect(answer.headers['content-type']).toBe('text/plain');
    expect(answer.json).toEqual({
      openid: at(person, 'openids', 'miniapp'),
      unionid: person.unionid,
      session_key: expect.stringMatching(/^[A-Za-z0-9+/]{22}==$/),
    });
    expect(again.json.openid).toBe(answer.json.openid);
    expect(answer.json.openid).toMatch(/^o[\w-]{27}$/);
  });

  it('takes a code once and for five minutes', async () => {
    const used = await code({ kind: 'login' });
    const late = await code({ kind: 'login' });
    await session({ js_code: used });

    const again = await session({ js_code: used });
    beside.pass(5 * minuteMs + 1);
    const tooLate = await session({ js_code: late });

    expect(again.json.errcode).toBe(40163);
    expect(tooLate.json.errcode).toBe(40029);
    expect(again.status).toBe(200);
    expect(again.json.errmsg).toMatch(/ rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/);
  });

  it.each<[string, () => Promise<Record<string, string>>, number]>([
    ['a code nobody gave', async () => ({ js_code: 'none' }), 40029],
    ['a code of the phone button', async () => ({ js_code: await code({ kind: 'phone' }) }), 40029],
    ['no code', async () => ({}), 41008],
    ['another app', async () => ({ appid: 'wx0', js_code: 'x' }), 40013],
    ['another secret', async () => ({ secret: 'no', js_code: 'x' }), 40125],
  ])('refuses %s', async (_what, more, errcode) => {
    expect((await session(await more())).json.errcode).toBe(errcode);
  });

  it('blocks who is mistrusted', async () => {
    await beside.change('people', { name: '阿黑', isRisky: true });

    expect((await session({ js_code: await code({ kind: 'login', person: '阿黑' }) })).json.errcode).toBe(
      40226,
    );
  });
});

describe('the stable token', () => {
  it('stays the same until its last five minutes, and then overlaps', async () => {
    const first = await token();
    beside.pass(115 * minuteMs - 1);
    const same = await token();
    beside.pass(1);
    const next = await token();

    expect(same.access_token).toBe(first.access_token);
    expect(first.expires_in).toBe(7_200);
    expect(next.access_token).not.toBe(first.access_token);
    const use = (accessToken: unknown) =>
      get('/cgi-bin/ticket/getticket', { access_token: String(accessToken), type: 'jsapi' });
    expect((await use(first.access_token)).json.errcode).toBe(0);
    expect((await use(next.access_token)).json.errcode).toBe(0);
    beside.pass(5 * minuteMs + 1);
    expect((await use(first.access_token)).json.errcode).toBe(42001);
    expect((await use(next.access_token)).json.errcode).toBe(0);
  });

  it('that was forced ends the old one, not twice in 30 s and not over 20 times a day', async () => {
    const first = await token();
    const forced = await token(true);
    const soon = await token(true);
    for (let count = 0; count < 19; count += 1) {
      beside.pass(30_000);
      await token(true);
    }
    beside.pass(30_000);
    const tooOften = await token(true);
    const old = await get('/cgi-bin/ticket/getticket', {
      access_token: String(first.access_token),
      type: 'jsapi',
    });

    expect(forced.access_token).not.toBe(first.access_token);
    expect(soon.errcode).toBe(45011);
    expect(tooOften.errcode).toBe(45009);
    expect(old.json.errcode).toBe(42001);
  });

  it('is asked for with its secret', async () => {
    const wrong = await post('/cgi-bin/stable_token', {
      grant_type: 'client_credential',
      ...miniapp(),
      secret: 'no',
    });
    const noJson = await send(beside.standIn.url, '/cgi-bin/stable_token', { method: 'POST', body: '{' });

    expect(wrong.json.errcode).toBe(40125);
    expect(noJson.json.errcode).toBe(47001);
  });

  it('is needed, and must be one of ours', async () => {
    const without = await post('/wxa/getwxacodeunlimit', { scene: 'a' });
    const another = await post('/wxa/getwxacodeunlimit?access_token=none', { scene: 'a' });

    expect(without.json.errcode).toBe(41001);
    expect(another.json.errcode).toBe(40001);
  });
});

it('tells a phone number once, for the code of the button', async () => {
  const path = await withToken('/wxa/business/getuserphonenumber');
  const shown = await code({ kind: 'phone', person: '李雷', phone: '13800138000' });

  const first = await post(path, { code: shown });
  const again = await post(path, { code: shown });
  const ofLogIn = await post(path, { code: await code({ kind: 'login', person: '李雷' }) });
  const own = await post(path, { code: await code({ kind: 'phone', person: '李雷' }) });

  expect(first.json).toMatchObject({
    errcode: 0,
    phone_info: {
      phoneNumber: '13800138000',
      purePhoneNumber: '13800138000',
      countryCode: '86',
      watermark: { appid: miniapp().appid },
    },
  });
  expect(again.json.errcode).toBe(40163);
  expect(ofLogIn.json.errcode).toBe(40029);
  expect(at(own.json, 'phone_info', 'phoneNumber')).toMatch(/^13\d{9}$/);
});

describe('a subscribe message', () => {
  const templateId = 'template-of-orders';
  const message = async (more: Record<string, unknown> = {}) => {
    const person = await beside.change('people', { name: '李雷' });
    return {
      touser: at(person, 'openids', 'miniapp'),
      template_id: templateId,
      page: 'pages/order/index?id=1',
      data: { thing1: { value: '您的订单已发货' }, character_string2: { value: 'SO-1' } },
      miniprogram_state: 'formal',
      lang: 'zh_CN',
      ...more,
    };
  };
  const consent = async (count = 1) => {
    const person = await beside.change('people', { name: '李雷' });
    await beside.change('consents', { openid: at(person, 'openids', 'miniapp'), templateId, count });
  };

  it('is one for each consent', async () => {
    const path = await withToken('/cgi-bin/message/subscribe/send');
    await consent(2);

    const errcodes: unknown[] = [];
    for (let count = 0; count < 3; count += 1)
      errcodes.push((await post(path, await message())).json.errcode);

    expect(errcodes).toEqual([0, 0, 43101]);
    expect(at(await beside.look('messages'), 'messages', 'length')).toBe(2);
  });

  it.each<[string, Record<string, unknown>, number]>([
    ['a thing of 21', { data: { thing1: { value: '水'.repeat(21) } } }, 47003],
    ['an empty value', { data: { thing1: { value: '' } } }, 47003],
    ['Chinese in a character string', { data: { character_string1: { value: '单号' } } }, 47003],
    ['a character string of 33', { data: { character_string1: { value: 'a'.repeat(33) } } }, 47003],
    ['a phrase of 6', { data: { phrase1: { value: '已经发货完成' } } }, 47003],
    ['a kind of field nobody knows', { data: { text1: { value: 'a' } } }, 47003],
    ['no data', { data: {} }, 47003],
    ['another template', { template_id: 'unknown' }, 40037],
    ['nobody', { touser: 'oNobody' }, 40003],
    ['a page with a slash before it', { page: '/pages/order/index' }, 41030],
  ])('with %s is refused and uses no consent', async (_what, more, errcode) => {
    const path = await withToken('/cgi-bin/message/subscribe/send');
    await consent();

    const refused = await post(path, await message(more));
    const right = await post(path, await message());

    expect(refused.json.errcode).toBe(errcode);
    expect(right.json.errcode).toBe(0);
  });
});

it('draws a code, or says what is wrong with it', async () => {
  const path = await withToken('/wxa/getwxacodeunlimit');

  const picture = await post(path, { scene: 'p=1&s=2', page: 'pages/goods/index', check_path: false });
  const wrong = {
    long: await post(path, { scene: 'a'.repeat(33) }),
    chinese: await post(path, { scene: '水' }),
    percent: await post(path, { scene: 'a%20b' }),
    page: await post(path, { scene: 'a', page: '/pages/goods/index' }),
    query: await post(path, { scene: 'a', page: 'pages/goods/index?a=1' }),
  };

  expect(picture.headers['content-type']).toBe('image/png');
  expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(Object.values(wrong).map(({ json }) => json.errcode)).toEqual([40169, 40129, 40129, 41030, 41030]);
});

describe('shipping information', () => {
  const anUpload = async (more: Record<string, unknown> = {}) => {
    const person = await beside.change('people', { name: '李雷' });
    const openid = at(person, 'openids', 'miniapp');
    const body = anOrder(beside, { payer: { openid } });
    await beside.client.post(paths.jsapi, body);
    await beside.change('pay', { outTradeNo: body.out_trade_no });
    beside.pass(minuteMs);
    return {
      order_key: { order_number_type: 1, mchid: body.mchid, out_trade_no: body.out_trade_no },
      logistics_type: 1,
      delivery_mode: 1,
      shipping_list: [{ tracking_no: 'SF1', express_company: 'SF', item_desc: '矿泉水 24 瓶' }],
      upload_time: '2026-03-10T12:05:00.000+08:00',
      payer: { openid },
      ...more,
    };
  };
  const upload = async (body: object) =>
    (await post(await withToken('/wxa/sec/order/upload_shipping_info'), body)).json.errcode;
  const stateOf = async (key: { mchid: string; out_trade_no: string }) => {
    const asked = { merchant_id: key.mchid, merchant_trade_no: key.out_trade_no };
    return at((await post(await withToken('/wxa/sec/order/get_order'), asked)).json, 'order', 'order_state');
  };

  it('makes an order shipped, and may be put right once', async () => {
    const body = await anUpload();
    const before = await stateOf(body.order_key);
    const corrected = (no: string, time: string) => ({
      ...body,
      shipping_list: [{ ...body.shipping_list[0], tracking_no: no }],
      upload_time: time,
    });

    expect(await upload(body)).toBe(0);
    expect(await upload(body)).toBe(10060023);
    expect(await upload(corrected('SF2', body.upload_time))).toBe(268485216);
    expect(await upload(corrected('SF2', '2026-03-10T12:05:00.001+08:00'))).toBe(0);
    expect(await upload(corrected('SF3', '2026-03-10T12:05:00.002+08:00'))).toBe(10060003);
    expect([before, await stateOf(body.order_key)]).toEqual([1, 2]);
  });

  it('of a split delivery goes on until all is delivered', async () => {
    const first = await anUpload({ delivery_mode: 2, is_all_delivered: false });
    const second = {
      ...first,
      is_all_delivered: true,
      shipping_list: [{ tracking_no: 'SF9', express_company: 'SF', item_desc: '其余' }],
      upload_time: '2026-03-10T13:00:00.000+08:00',
    };

    expect(await upload(first)).toBe(0);
    expect(await stateOf(first.order_key)).toBe(1);
    expect(await upload(second)).toBe(0);
    expect(await stateOf(first.order_key)).toBe(2);
  });

  it.each<[string, Record<string, unknown>, number]>([
    ['another payer', { payer: { openid: 'oNobody' } }, 10060031],
    ['an unknown payment', { order_key: { order_number_type: 2, transaction_id: '42' } }, 10060001],
    [
      'two items in one delivery',
      { shipping_list: ['1', '2'].map((no) => ({ tracking_no: no, express_company: 'SF', item_desc: 'a' })) },
      268485228,
    ],
    ['a split delivery by hand', { logistics_type: 4, delivery_mode: 2, is_all_delivered: true }, 40097],
    ['an express without a number', { shipping_list: [{ item_desc: 'a' }] }, 40097],
    ['a description of 121', { shipping_list: [{ item_desc: 'a'.repeat(121) }] }, 40097],
    ['a time without milliseconds', { upload_time: '2026-03-10T12:05:00+08:00' }, 40097],
  ])('of %s is refused', async (_what, more, errcode) => {
    expect(await upload(await anUpload(more))).toBe(errcode);
  });

  it('is not known for a minute after the payment', async () => {
    const body = await anUpload();
    const late = anOrder(beside, { payer: body.payer, out_trade_no: aNumber() });
    await beside.client.post(paths.jsapi, late);
    await beside.change('pay', { outTradeNo: late.out_trade_no });
    const upTo = { ...body, order_key: { ...body.order_key, out_trade_no: late.out_trade_no } };

    expect(await upload(upTo)).toBe(10060001);
    beside.pass(minuteMs);
    expect(await upload(upTo)).toBe(0);
  });

  it('follows what became of the order', async () => {
    const body = await anUpload();
    await upload(body);
    await beside.change('shipping/received', { outTradeNo: body.order_key.out_trade_no });
    const received = await stateOf(body.order_key);
    const corrected = { ...body, logistics_type: 4, upload_time: '2026-03-10T14:00:00.000+08:00' };

    expect(received).toBe(3);
    expect(await upload(corrected)).toBe(10060002);
  });
});

describe('log-in on the web', () => {
  const authorize = (more: Record<string, string> = {}) =>
    get('/connect/oauth2/authorize', {
      appid: h5().appid,
      redirect_uri: `${beside.shop.url}/login`,
      response_type: 'code',
      scope: 'snsapi_base',
      state: 'st 1',
      ...more,
    });
  const codeOf = (location: string | undefined) => new URL(location ?? '').searchParams.get('code') ?? '';
  const exchange = (given: string) =>
    get('/sns/oauth2/access_token', { ...h5(), code: given, grant_type: 'authorization_code' });

  it('passes silently and says who it is', async () => {
    const { status, headers } = await authorize({ person: '李雷' });
    const given = codeOf(headers.location);
    const first = await exchange(given);
    const again = await exchange(given);

    expect(status).toBe(302);
    expect(headers.location).toContain(`${beside.shop.url}/login?code=`);
    expect(new URL(headers.location ?? '').searchParams.get('state')).toBe('st 1');
    expect(first.json).toMatchObject({
      openid: at(await beside.change('people', { name: '李雷' }), 'openids', 'h5'),
      scope: 'snsapi_base',
      expires_in: 7_200,
    });
    expect(first.json.is_snapshotuser).toBeUndefined();
    expect(again.json.errcode).toBe(40163);
  });

  it('joins both apps of one person by unionid and by nothing else', async () => {
    const onWeb = await exchange(codeOf((await authorize({ person: '李雷' })).headers.location));
    const inApp = await get('/sns/jscode2session', {
      ...miniapp(),
      js_code: await code({ kind: 'login', person: '李雷' }),
      grant_type: 'authorization_code',
    });

    expect(onWeb.json.openid).not.toBe(inApp.json.openid);
    expect(onWeb.json.unionid).toBe(inApp.json.unionid);
  });

  it('asks before it tells a name', async () => {
    const asked = await authorize({ scope: 'snsapi_userinfo' });
    const said = await authorize({ scope: 'snsapi_userinfo', person: '韩梅梅', answer: 'yes' });
    const grant = (await exchange(codeOf(said.headers.location))).json;
    const info = await get('/sns/userinfo', {
      access_token: String(grant.access_token),
      openid: String(grant.openid),
    });
    const base = (await exchange(codeOf((await authorize()).headers.location))).json;
    const notAllowed = await get('/sns/userinfo', {
      access_token: String(base.access_token),
      openid: String(base.openid),
    });
    const declined = await authorize({ scope: 'snsapi_userinfo', answer: 'no' });

    expect(asked.text).toContain('允许');
    expect(info.json).toMatchObject({ nickname: '韩梅梅', openid: grant.openid });
    expect(notAllowed.json.errcode).toBe(48001);
    expect([declined.status, declined.headers.location]).toEqual([200, undefined]);
  });

  it('marks a made-up user', async () => {
    await beside.change('people', { name: '游客', isSnapshot: true });

    const { json } = await exchange(codeOf((await authorize({ person: '游客' })).headers.location));

    expect(json.is_snapshotuser).toBe(1);
    expect(json.unionid).toBeUndefined();
  });

  it.each<[string, Record<string, string>, string]>([
    ['another app', { appid: 'wx0' }, 'appid'],
    ['a place of somebody else', { redirect_uri: 'https://evil.example.com/' }, 'redirect_uri'],
    ['a script as a place', { redirect_uri: 'javascript:alert(1)' }, 'redirect_uri'],
    ['another answer', { response_type: 'token' }, 'response_type'],
    ['another scope', { scope: 'all' }, 'scope'],
  ])('refuses %s', async (_what, more, word) => {
    const { status, text } = await authorize(more);

    expect(status).toBe(400);
    expect(text).toContain(word);
  });

  it('keeps the order of the parameters', async () => {
    const turned = await get('/connect/oauth2/authorize', {
      redirect_uri: `${beside.shop.url}/login`,
      appid: h5().appid,
      response_type: 'code',
      scope: 'snsapi_base',
    });

    expect(turned.status).toBe(400);
    expect(turned.text).toContain('顺序');
  });
});

it('gives one ticket of the JS-SDK for two hours', async () => {
  const path = '/cgi-bin/ticket/getticket';
  const ask = async () => get(path, { access_token: String((await token()).access_token), type: 'jsapi' });

  const first = await ask();
  beside.pass(minuteMs);
  const same = await ask();
  beside.pass(120 * minuteMs);
  const next = await ask();

  expect(first.json).toMatchObject({ errcode: 0, errmsg: 'ok', expires_in: 7_200 });
  expect(same.json).toMatchObject({ ticket: first.json.ticket, expires_in: 7_140 });
  expect(next.json.ticket).not.toBe(first.json.ticket);
});
