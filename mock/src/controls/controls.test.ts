import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startStandIn } from '../index';
import {
  type Beside,
  aNumber,
  aPaidOrder,
  aStandIn,
  anOrder,
  at,
  noon,
  paths,
  send,
  stopAll,
} from '../testing';

afterEach(stopAll);

describe('controls', () => {
  let beside: Beside;
  beforeEach(async () => {
    beside = await aStandIn();
  });
  const post = (name: string, body: string, type = 'application/json') =>
    beside.raw(`/controls/${name}`, { method: 'POST', headers: { 'Content-Type': type }, body });

  it('take JSON of their own shape and nothing else', async () => {
    const wrong = [
      await post('settings', '{"timeScal":2}'),
      await post('settings', '{"timeScale":0}'),
      await post('settings', '{'),
      await post('faults', '{"on":"callback","kind":"html"}'),
      await post('pay', '{}'),
      await post('settings', '{"timeScale":2}', 'text/plain'),
    ];

    expect(wrong.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 400]);
    expect(at(await beside.look('settings'), 'timeScale')).toBe(1);
  });

  it('are for callers who mean this machine', async () => {
    const answer = await beside.raw('/controls/config', {
      method: 'GET',
      headers: { Host: 'evil.example.com' },
    });

    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain('PRIVATE KEY');
  });

  it('pay by number, prepay id or code, and say what was paid before', async () => {
    const body = anOrder(beside);
    const { json } = await beside.client.post(paths.native, body);

    const byCode = await beside.change('pay', { codeUrl: json.code_url });
    const byNumber = await beside.change('pay', { outTradeNo: body.out_trade_no });
    const unknown = await post('pay', '{"outTradeNo":"unknown123"}');

    expect(byCode.kind).toBe('pay');
    expect(byNumber).toEqual({ ...byCode, kind: 'paidBefore' });
    expect(unknown.status).toBe(404);
  });

  it('let nobody but the one an order was made for pay it', async () => {
    const ids = await beside.change('people', { name: '李雷' });
    const others = await beside.change('people', { name: '韩梅梅' });
    const body = anOrder(beside, { payer: { openid: at(ids, 'openids', 'miniapp') } });
    await beside.client.post(paths.jsapi, body);

    const wish = { outTradeNo: body.out_trade_no, payerOpenid: at(others, 'openids', 'miniapp') };

    await expect(beside.change('pay', wish)).rejects.toThrow('不一致');
  });

  it('ask for the merchant when two have the same number', async () => {
    const number = aNumber();
    await beside.client.post(paths.native, anOrder(beside, { out_trade_no: number }));
    await beside.other.post(paths.native, anOrder(beside, { out_trade_no: number, mchid: '1900000002' }));

    expect((await post('pay', JSON.stringify({ outTradeNo: number }))).status).toBe(409);
    await beside.change('pay', { outTradeNo: number, mchid: '1900000002' });
    const own = await beside.client.get(paths.order(number, '1900000001'));
    const others = await beside.other.get(paths.order(number, '1900000002'));
    expect([own.json.trade_state, others.json.trade_state]).toEqual(['NOTPAY', 'SUCCESS']);
  });

  it('keep faults until they are used up or cleared', async () => {
    await beside.change('faults', { on: 'callback', kind: 'drop', times: null });
    await beside.change('faults', { on: 'answer', kind: 'error500' });
    const before = at(await beside.look('faults'), 'faults', 'length');
    await beside.control('DELETE', 'faults');

    expect(before).toBe(2);
    expect(at(await beside.look('faults'), 'faults')).toEqual([]);
  });

  it('show every request without its keys', async () => {
    await beside.client.post(paths.native, anOrder(beside));
    await beside.client.post(paths.native, '{');
    await beside.raw(`/sns/jscode2session?appid=a&secret=verysecret&js_code=c`, { method: 'GET' });
    const requests = at(await beside.look('requests'), 'requests') as Record<string, unknown>[];

    expect(requests.map(({ method, status, mchid }) => [method, status, mchid])).toEqual([
      ['POST', 200, '1900000001'],
      ['POST', 400, '1900000001'],
      ['GET', 200, null],
    ]);
    expect(JSON.stringify(requests)).not.toMatch(/verysecret|WECHATPAY2/);
  });

  it('add a merchant', async () => {
    await beside.change('merchants', { sellerId: 'seller9', mchid: '1900000009', mode: 'certificates' });

    const added = beside.standIn.config.merchants.find(({ sellerId }) => sellerId === 'seller9');
    expect(added).toMatchObject({ mchid: '1900000009', verify: { mode: 'certificates' } });
    expect((await post('merchants', '{"sellerId":"x","mchid":"1900000009"}')).status).toBe(409);
  });
});

it('gives the product its settings file', async () => {
  const { standIn, look } = await aStandIn();

  expect(await look('config')).toEqual(JSON.parse(JSON.stringify(standIn.config)));
  expect(standIn.config).toMatchObject({
    payUrl: standIn.url,
    platformUrl: standIn.url,
    oauthUrl: standIn.url,
    miniapp: {
      appid: expect.stringMatching(/^wx[0-9a-f]{16}$/),
      secret: expect.stringMatching(/^[0-9a-f]{32}$/),
    },
    merchants: [
      {
        sellerId: '*',
        subMchid: null,
        certificateSerial: expect.stringMatching(/^[0-9A-F]{40}$/),
        privateKeyPem: expect.stringContaining('BEGIN PRIVATE KEY'),
        certificatePem: expect.stringContaining('BEGIN CERTIFICATE'),
        apiV3Key: expect.stringMatching(/^.{32}$/),
        verify: {
          mode: 'publicKey',
          publicKeyId: expect.stringMatching(/^PUB_KEY_ID_\d+$/),
          publicKeyPem: expect.stringContaining('BEGIN PUBLIC KEY'),
        },
      },
      { sellerId: 'other' },
    ],
    sms: { url: `${standIn.url}/sms/send` },
  });
});

describe('a text message', () => {
  const text = { phone: '13800138000', template: 'log-in', parameters: { code: '123456' } };

  it('is sent with the key and kept to look at', async () => {
    const { standIn, raw, look } = await aStandIn();
    const headers = { Authorization: `Bearer ${standIn.config.sms.key}`, 'Content-Type': 'application/json' };

    const sent = await raw('/sms/send', { method: 'POST', headers, body: JSON.stringify(text) });
    const without = await raw('/sms/send', { method: 'POST', body: JSON.stringify(text) });
    const wrong = await raw('/sms/send', { method: 'POST', headers, body: '{"phone":"1"}' });

    expect([sent.status, without.status, wrong.status]).toEqual([200, 401, 400]);
    expect(await look('sms?phone=13800138000')).toEqual({ sms: [{ ...text, id: sent.json.id, at: noon }] });
    expect(await look('sms?phone=13900139000')).toEqual({ sms: [] });
  });
});

it('keeps what an ERP was told, byte for byte', async () => {
  const { raw, look } = await aStandIn();

  await raw('/erp/webhooks/orders', { method: 'POST', headers: { 'X-Signature': 's' }, body: '{"a": 1}' });
  const [webhook] = at(await look('erp'), 'webhooks') as Record<string, unknown>[];

  expect(webhook).toMatchObject({
    path: '/erp/webhooks/orders',
    body: '{"a": 1}',
    headers: { 'x-signature': 's' },
  });
});

describe('a folder', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'stand-in-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('brings everything back after a restart', async () => {
    const first = await aStandIn({ folder, keys: undefined });
    const number = await aPaidOrder(first);
    await first.change('settings', { timeScale: 50 });
    const code = await first.change('codes', { kind: 'login', person: '李雷' });
    const before = { config: first.standIn.config, ledger: await first.look('ledger') };
    await first.standIn.stop();

    const second = await aStandIn({ folder, keys: undefined, notifyUrl: first.shop.url });
    const after = await second.look('ledger');
    const answer = await second.client.get(paths.order(number, second.merchant().mchid));
    const { appid, secret } = second.standIn.config.miniapp;
    const session = await send(
      second.standIn.url,
      `/sns/jscode2session?appid=${appid}&secret=${secret}&js_code=${String(code.code)}&grant_type=authorization_code`,
      { method: 'GET' },
    );

    expect(second.standIn.config.merchants).toEqual(before.config.merchants);
    expect(at(after, 'flows')).toEqual(at(before.ledger, 'flows'));
    expect(answer.json.trade_state).toBe('SUCCESS');
    expect(session.json.openid).toBeTruthy();
    expect(await second.look('settings')).toMatchObject({ timeScale: 50 });
  });

  it('holds files that only their owner reads', async () => {
    const { standIn } = await aStandIn({ folder, keys: undefined });
    const config: unknown = JSON.parse(readFileSync(path.join(folder, 'wechat.json'), 'utf8'));
    await standIn.stop();

    expect(config).toEqual(JSON.parse(JSON.stringify(standIn.config)));
    for (const name of ['wechat.json', 'keys.json', 'state.json']) {
      expect(statSync(path.join(folder, name)).mode & 0o777).toBe(0o600);
    }
  });

  it('with something else in it is not touched', async () => {
    const first = await aStandIn({ folder, keys: undefined });
    await first.standIn.stop();
    const state = path.join(folder, 'state.json');
    writeFileSync(state, '{"other":1}');

    await expect(startStandIn({ port: 0, host: '127.0.0.1', folder })).rejects.toThrow('not the state');
    expect(readFileSync(state, 'utf8')).toBe('{"other":1}');
  });
});

it('stops while a merchant keeps a callback waiting', async () => {
  const kit = await aStandIn();
  const asked: string[] = [];
  const silent = createServer((request) => asked.push(request.url ?? ''));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo;
  await kit.change('settings', { callbackOrigin: `http://127.0.0.1:${port}` });
  await aPaidOrder(kit);
  while (asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));

  const startedAt = Date.now();
  await kit.standIn.stop();
  silent.close();

  expect(Date.now() - startedAt).toBeLessThan(3_000);
});
