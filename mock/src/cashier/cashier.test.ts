import { createPrivateKey, sign } from 'node:crypto';
import { type Beside, aStandIn, anOrder, at, paths, send, stopAll } from '../testing';

let beside: Beside;
beforeEach(async () => {
  beside = await aStandIn();
});
afterEach(stopAll);

const open = (address: string, headers: Record<string, string> = {}) => {
  const url = new URL(address, beside.standIn.url);
  return send(beside.standIn.url, `${url.pathname}${url.search}`, { method: 'GET', headers });
};
/** What the page's form holds back, sent with the button that was pressed. */
const press = async (html: string, action: 'pay' | 'cancel') => {
  const ticket = /name="ticket" value="(\w+)"/.exec(html)?.[1] ?? '';
  return send(beside.standIn.url, '/cashier/pay', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ticket, action }).toString(),
  });
};
const follow = (answer: { headers: { location?: string | undefined } }) =>
  open(answer.headers.location ?? '');
const stateOf = async (number: string) =>
  (await beside.client.get(paths.order(number, beside.merchant().mchid))).json.trade_state;

/** The parameters of the bridge, signed by the document's rule. */
function clientParameters(prepayId: string, more: Record<string, string> = {}): Record<string, string> {
  const parts = {
    appId: beside.standIn.config.miniapp.appid,
    timeStamp: '1773115200',
    nonceStr: 'abc',
    package: `prepay_id=${prepayId}`,
  };
  const text = `${Object.values(parts).join('\n')}\n`;
  const key = createPrivateKey(beside.merchant().privateKeyPem);
  const paySign = sign('RSA-SHA256', Buffer.from(text), key).toString('base64');
  return { ...parts, signType: 'RSA', paySign, ...more };
}

const bridgeOrder = async () => {
  const openid = at(await beside.change('people', { name: '李雷' }), 'openids', 'miniapp');
  const body = anOrder(beside, { payer: { openid }, description: '<b>水</b>' });
  const { json } = await beside.client.post(paths.jsapi, body);
  return { number: body.out_trade_no, prepayId: String(json.prepay_id), openid };
};
const openBridge = (parameters: Record<string, string>) =>
  open(`/cashier/pay?${new URLSearchParams(parameters).toString()}`);

describe('the page of the bridge', () => {
  it('shows merchant and amount, and nothing of the order as HTML', async () => {
    const { number, prepayId } = await bridgeOrder();

    const { status, text } = await openBridge(clientParameters(prepayId));

    expect(status).toBe(200);
    expect(text).toContain('通盘演示商户');
    expect(text).toContain('9.90');
    expect(text).toContain(number);
    expect(text).toContain('&lt;b&gt;水&lt;/b&gt;');
    expect(text).not.toContain('<b>水');
  });

  it('takes money once, however often 支付 is pressed', async () => {
    const { number, prepayId, openid } = await bridgeOrder();
    const { text } = await openBridge(clientParameters(prepayId));

    const [first, second] = await Promise.all([press(text, 'pay'), press(text, 'pay')]);
    const result = await follow(first);

    expect([first.status, second.status]).toEqual([303, 303]);
    expect(result.text).toContain('支付成功');
    expect((await follow(second)).text).toContain('支付成功');
    const ledger = await beside.look('ledger');
    expect((at(ledger, 'flows') as { kind: string }[]).map(({ kind }) => kind)).toEqual(['payment', 'fee']);
    expect(at(ledger, 'orders', '0', 'payerOpenid')).toBe(openid);
    expect(await stateOf(number)).toBe('SUCCESS');
  });

  it('lets a person cancel and come back later', async () => {
    const { number, prepayId } = await bridgeOrder();
    const parameters = clientParameters(prepayId, { redirect_url: `${beside.shop.url}/order/1` });

    const cancelled = await follow(await press((await openBridge(parameters)).text, 'cancel'));
    const afterCancel = await stateOf(number);
    const paid = await follow(await press((await openBridge(parameters)).text, 'pay'));

    expect(cancelled.text).toContain('已取消支付');
    expect(cancelled.text).toContain(`href="${beside.shop.url}/order/1"`);
    expect(afterCancel).toBe('NOTPAY');
    expect(paid.text).toContain('支付成功');
    expect(await stateOf(number)).toBe('SUCCESS');
  });

  it('does not take a cancel for an answer when it was paid', async () => {
    const { prepayId } = await bridgeOrder();
    const { text } = await openBridge(clientParameters(prepayId));
    await press(text, 'pay');

    expect((await follow(await press(text, 'cancel'))).text).toContain('支付成功');
  });

  it('says why it cannot be paid', async () => {
    const { number, prepayId } = await bridgeOrder();
    const { text } = await openBridge(clientParameters(prepayId));
    await beside.client.post(paths.close(number), { mchid: beside.merchant().mchid });

    const result = await follow(await press(text, 'pay'));

    expect(result.text).toContain('未能支付');
    expect(result.text).toContain('订单已关闭');
  });

  it('goes back to nobody else’s page', async () => {
    const { prepayId } = await bridgeOrder();
    const target = 'https://evil.example.com/';
    const { text } = await openBridge(clientParameters(prepayId, { redirect_url: target }));

    expect((await follow(await press(text, 'pay'))).text).not.toContain(target);
  });

  it.each<[string, Record<string, string>, string]>([
    ['another signature', { paySign: 'AAAA' }, '签名'],
    ['another time than was signed', { timeStamp: '1773115201' }, '签名'],
    ['a time in milliseconds', { timeStamp: '1773115200000' }, 'timeStamp'],
    ['another app', { appId: 'wx0' }, 'appId'],
    ['MD5', { signType: 'MD5' }, 'signType'],
    ['a long nonce', { nonceStr: 'a'.repeat(33) }, 'nonceStr'],
  ])('is refused with %s', async (_what, more, word) => {
    const { prepayId } = await bridgeOrder();

    const { status, text } = await openBridge(clientParameters(prepayId, more));

    expect(status).toBe(400);
    expect(text).toContain(word);
    expect(text).not.toContain('name="ticket"');
  });

  it('is refused for an unknown prepay id, and without having been opened', async () => {
    expect((await openBridge(clientParameters('wx0'))).status).toBe(400);
    expect((await press('', 'pay')).status).toBe(400);
  });
});

describe('the page of H5', () => {
  const h5Order = async () => {
    const body = anOrder(beside, {
      scene_info: { payer_client_ip: '1.2.3.4', h5_info: { type: 'Wap' } },
    });
    const { json } = await beside.client.post(paths.h5, body);
    return { body, number: body.out_trade_no, url: String(json.h5_url) };
  };
  const fromShop = () => ({ Referer: `${beside.shop.url}/pay` });

  it('is opened from the shop, paid, and goes back there', async () => {
    const { number, url } = await h5Order();
    const back = `${beside.shop.url}/order/1?a=1&b=2`;

    const page = await open(`${url}&redirect_url=${encodeURIComponent(back)}`, fromShop());
    const result = await follow(await press(page.text, 'pay'));

    expect(page.status).toBe(200);
    expect(result.text).toContain(`href="${back.replace('&', '&amp;')}"`);
    expect(await stateOf(number)).toBe('SUCCESS');
  });

  it('is not opened from nowhere, or from another’s page', async () => {
    const { url } = await h5Order();

    expect((await open(url)).text).toContain('Referer');
    expect((await open(url, { Referer: 'https://evil.example.com/' })).status).toBe(400);
    await beside.change('settings', { requireReferer: false });
    expect((await open(url)).status).toBe(200);
  });

  it('goes back to a registered page only', async () => {
    const { url } = await h5Order();

    const { status, text } = await open(`${url}&redirect_url=https%3A%2F%2Fevil.example.com`, fromShop());

    expect(status).toBe(400);
    expect(text).toContain('redirect_url');
  });

  it('is opened within five minutes, and paid while it is open', async () => {
    const { number, url } = await h5Order();
    beside.pass(5 * 60_000);
    const inTime = await open(url, fromShop());
    beside.pass(1);
    const late = await open(url, fromShop());
    beside.pass(60_000);
    await press(inTime.text, 'pay');

    expect(late.text).toContain('已失效');
    expect(await stateOf(number)).toBe('SUCCESS');
  });

  it('is given anew for the same order when it was too late', async () => {
    const { body, url } = await h5Order();
    beside.pass(5 * 60_000 + 1);
    const { json } = await beside.client.post(paths.h5, body);

    expect(json.h5_url).not.toBe(url);
    expect((await open(String(json.h5_url), fromShop())).text).toContain('确认支付');
  });
});

describe('the page of a code', () => {
  it('is where a scanned code is paid', async () => {
    const body = anOrder(beside);
    const { json } = await beside.client.post(paths.native, body);

    const page = await open(`/cashier?code_url=${encodeURIComponent(String(json.code_url))}`);
    const result = await follow(await press(page.text, 'pay'));

    expect(page.text).toContain('确认支付');
    expect(result.text).toContain('支付成功');
    expect(await stateOf(body.out_trade_no)).toBe('SUCCESS');
  });

  it('asks for a code, and says when it is none', async () => {
    expect((await open('/cashier')).text).toContain('code_url');
    expect((await open('/cashier?code_url=weixin%3A%2F%2Fother')).status).toBe(400);
  });
});

it('gives a page the bridge WeChat’s browser has', async () => {
  const { headers, text } = await open('/cashier/bridge.js');

  expect(headers['content-type']).toContain('text/javascript');
  const place = { href: `${beside.shop.url}/pay` };
  const world = {
    window: {} as {
      WeixinJSBridge?: { invoke: (name: string, parameters: object, done: () => void) => void };
    },
    document: { dispatchEvent: () => true },
  };
  new Function('window', 'document', 'location', text)(world.window, world.document, place);
  const { prepayId } = await bridgeOrder();
  world.window.WeixinJSBridge?.invoke('getBrandWCPayRequest', clientParameters(prepayId), () => {});

  expect((await open(place.href)).text).toContain('确认支付');
});
