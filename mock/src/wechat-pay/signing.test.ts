import { generateKeyPairSync } from 'node:crypto';
import {
  type Beside,
  type Twist,
  aStandIn,
  anOrder,
  at,
  downloadCertificates,
  isProven,
  noon,
  paths,
  stopAll,
} from '../testing';

const strangerPem = generateKeyPairSync('rsa', {
  modulusLength: 2_048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
}).privateKey;
const seconds = Math.floor(noon / 1_000);

let beside: Beside;
beforeAll(async () => {
  beside = await aStandIn();
});
afterAll(stopAll);

const create = (twist: Twist, body: object = anOrder(beside)) =>
  beside.client.post(paths.native, body, twist);

const refused: [what: string, status: number, code: string, words: RegExp, twist: () => Twist][] = [
  ['no User-Agent', 400, 'INVALID_REQUEST', /User-Agent/, () => ({ headers: { 'User-Agent': null } })],
  ['no Accept', 400, 'INVALID_REQUEST', /Accept/, () => ({ headers: { Accept: null } })],
  ['another Accept', 400, 'INVALID_REQUEST', /Accept/, () => ({ headers: { Accept: 'text/html' } })],
  [
    'a body of another type',
    400,
    'INVALID_REQUEST',
    /Content-Type/,
    () => ({ headers: { 'Content-Type': 'text/plain' } }),
  ],
  ['no Authorization', 401, 'SIGN_ERROR', /缺少Authorization/, () => ({ headers: { Authorization: null } })],
  [
    'another scheme',
    401,
    'SIGN_ERROR',
    /格式/,
    () => ({ rewrite: (it) => it.replace('RSA2048', 'RSA4096') }),
  ],
  ['two spaces', 401, 'SIGN_ERROR', /格式/, () => ({ rewrite: (it) => it.replace(' ', '  ') })],
  ['a space after a comma', 401, 'SIGN_ERROR', /格式/, () => ({ rewrite: (it) => it.replace(',', ', ') })],
  ['single quotes', 401, 'SIGN_ERROR', /格式/, () => ({ rewrite: (it) => it.replaceAll('"', "'") })],
  ['a value said twice', 401, 'SIGN_ERROR', /格式/, () => ({ rewrite: (it) => `${it},mchid="1900000001"` })],
  [
    'a value left out',
    401,
    'SIGN_ERROR',
    /格式/,
    () => ({ rewrite: (it) => it.replace(/,serial_no="[^"]+"/, '') }),
  ],
  ['a nonce too long', 401, 'SIGN_ERROR', /格式/, () => ({ nonce: 'a'.repeat(33) })],
  ['a time in milliseconds', 401, 'SIGN_ERROR', /格式/, () => ({ timestamp: noon })],
  ['a time over 5 minutes old', 401, 'SIGN_ERROR', /5分钟/, () => ({ timestamp: seconds - 301 })],
  ['a time over 5 minutes ahead', 401, 'SIGN_ERROR', /5分钟/, () => ({ timestamp: seconds + 301 })],
  ['an unknown merchant', 401, 'SIGN_ERROR', /商户号不存在/, () => ({ mchid: '1999999999' })],
  ['another serial', 401, 'SIGN_ERROR', /序列号/, () => ({ serial: 'A'.repeat(40) })],
  ["another merchant's number", 401, 'SIGN_ERROR', /序列号/, () => ({ mchid: '1900000002' })],
  ['a stranger’s key', 401, 'SIGN_ERROR', /签名错误/, () => ({ privateKeyPem: strangerPem })],
  ['another method signed', 401, 'SIGN_ERROR', /签名错误/, () => ({ signedMethod: 'GET' })],
  ['another path signed', 401, 'SIGN_ERROR', /签名错误/, () => ({ signedPath: paths.jsapi })],
  [
    'a path with a query signed',
    401,
    'SIGN_ERROR',
    /签名错误/,
    () => ({ signedPath: `${paths.native}?a=1` }),
  ],
  ['another body signed', 401, 'SIGN_ERROR', /签名错误/, () => ({ signedBody: '{}' })],
  ['no body signed', 401, 'SIGN_ERROR', /签名错误/, () => ({ signedBody: '' })],
  [
    'a signature with rubbish in it',
    401,
    'SIGN_ERROR',
    /签名错误/,
    () => ({ rewrite: (it) => it.replace('signature="', 'signature="*') }),
  ],
];

it.each(refused)('refuses %s, and signs nothing', async (_what, status, code, words, twist) => {
  const answer = await create(twist());

  expect(answer.status).toBe(status);
  expect(answer.json.code).toBe(code);
  expect(answer.json.message).toMatch(words);
  expect(Object.keys(answer.headers).filter((name) => name.startsWith('wechatpay-'))).toEqual([]);
  expect(answer.headers['request-id']).toBeTruthy();
});

it.each<[string, () => Twist]>([
  [
    'values in another order',
    () => ({ rewrite: (it) => `${it.split(' ')[0]} ${it.split(' ')[1]?.split(',').reverse().join()}` }),
  ],
  ['a serial in lower case', () => ({ serial: beside.merchant().certificateSerial.toLowerCase() })],
  ['a time 5 minutes old', () => ({ timestamp: seconds - 300 })],
  ['a time 5 minutes ahead', () => ({ timestamp: seconds + 300 })],
])('takes %s', async (_what, twist) => {
  expect((await create(twist())).status).toBe(200);
});

it('looks at one thing after the other', async () => {
  const everything: Twist = {
    headers: { 'User-Agent': null },
    timestamp: seconds - 1_000,
    mchid: '1999999999',
    privateKeyPem: strangerPem,
  };
  const { headers: _agent, ...later } = everything;
  const { timestamp: _time, ...latest } = later;

  expect((await create(everything)).json.message).toMatch(/User-Agent/);
  expect((await create(later)).json.message).toMatch(/5分钟/);
  expect((await create(latest)).json.message).toMatch(/商户号/);
});

it('takes a nonce once, and only from somebody with the key', async () => {
  const nonce = 'once0123456789';
  const forged = await create({ nonce, privateKeyPem: strangerPem });
  const body = anOrder(beside);
  const first = await create({ nonce }, body);
  const again = await create({ nonce }, body);

  expect(forged.status).toBe(401);
  expect(first.status).toBe(200);
  expect(again.status).toBe(401);
  expect(again.json.message).toMatch(/nonce_str/);
});

it('signs the query as it was sent, escapes and all', async () => {
  const path = '/v3/pay/transactions/id/4200%20001?mchid=1900000001&x=%E4%BD%A0';
  const right = await beside.client.get(path);
  const decoded = await beside.client.get(path, { signedPath: decodeURI(path) });

  expect(right.json.code).toBe('ORDER_NOT_EXIST');
  expect(decoded.json.code).toBe('SIGN_ERROR');
});

it('refuses a certificate that ran out', async () => {
  const late = await aStandIn({ now: () => noon + 6 * 365 * 86_400_000 });

  const answer = await late.client.post(paths.native, anOrder(late));

  expect(answer.status).toBe(401);
  expect(answer.json.message).toMatch(/过期/);
});

describe('answers', () => {
  const ask = (serial?: string) =>
    beside.client.get(paths.order('unknown123', beside.merchant().mchid), {
      headers: serial ? { 'Wechatpay-Serial': serial } : {},
    });

  it('are signed over their own bytes', async () => {
    const answer = await create({});
    const keys = beside.verifyingKeys();

    expect(isProven(answer.headers, answer.bytes, keys, noon)).toBe(true);
    expect(isProven(answer.headers, `${answer.text} `, keys, noon)).toBe(false);
    expect(isProven(answer.headers, answer.bytes, keys, noon + 300_000)).toBe(false);
    expect(answer.headers['wechatpay-signature-type']).toBe('WECHATPAY2-SHA256-RSA2048');
  });

  it('are signed over an empty line when they have no body', async () => {
    const answer = await beside.client.post(paths.close('unknown123'), { mchid: beside.merchant().mchid });

    expect(answer.status).toBe(204);
    expect(answer.text).toBe('');
    expect(isProven(answer.headers, '', beside.verifyingKeys(), noon)).toBe(true);
  });

  it('are signed as well when they say no to somebody known', async () => {
    const answer = await ask();

    expect(answer.status).toBe(404);
    expect(isProven(answer.headers, answer.bytes, beside.verifyingKeys(), noon)).toBe(true);
  });

  it('are signed with the key that was asked for', async () => {
    await beside.change('mode', { mode: 'both' });
    const certificates = await downloadCertificates(beside);
    const [serial = ''] = certificates.keys();

    const byCertificate = await ask(serial);
    const byKey = await ask(beside.merchant().verify.publicKeyId);
    const unknown = await ask('PUB_KEY_ID_0000');
    await beside.change('mode', { mode: 'publicKey' });

    expect(byCertificate.headers['wechatpay-serial']).toBe(serial);
    expect(isProven(byCertificate.headers, byCertificate.bytes, certificates, noon)).toBe(true);
    expect(byKey.headers['wechatpay-serial']).toMatch(/^PUB_KEY_ID_\d+$/);
    expect(isProven(byKey.headers, byKey.bytes, beside.verifyingKeys(), noon)).toBe(true);
    expect(unknown.json.code).toBe('PARAM_ERROR');
  });

  it.each(['wrongKey', 'signTest', 'unknownSerial', 'stale', 'unsigned'])(
    'are not believed when they are %s',
    async (kind) => {
      await beside.change('faults', { on: 'answer', kind });

      const struck = await ask();
      const next = await ask();

      expect(isProven(struck.headers, struck.bytes, beside.verifyingKeys(), noon)).toBe(false);
      expect(isProven(next.headers, next.bytes, beside.verifyingKeys(), noon)).toBe(true);
    },
  );
});

describe('keys', () => {
  const askMode = async (mode: string, kit: Beside) => {
    await kit.change('mode', { mode });
    return kit.client.get(paths.order('unknown123', kit.merchant().mchid));
  };

  it('of a merchant with the public key alone come from nowhere else', async () => {
    const answer = await beside.client.get('/v3/certificates');

    expect(answer.status).toBe(404);
    expect(answer.json.code).toBe('RESOURCE_NOT_EXISTS');
  });

  it('sign answers by the mode of the merchant', async () => {
    const kit = await aStandIn();
    const byKey = await askMode('publicKey', kit);
    const byCertificate = await askMode('certificates', kit);

    expect(byKey.headers['wechatpay-serial']).toMatch(/^PUB_KEY_ID_/);
    expect(byCertificate.headers['wechatpay-serial']).toMatch(/^[0-9A-F]{40}$/);
    expect(at(kit.standIn.config.merchants[0], 'verify')).toEqual({ mode: 'certificates' });
  });

  it('are announced, used and retired one after the other', async () => {
    const kit = await aStandIn();
    await kit.change('mode', { mode: 'certificates' });
    const serialNow = async () =>
      (await kit.client.get(paths.order('unknown123', kit.merchant().mchid))).headers['wechatpay-serial'];
    const [old = ''] = (await downloadCertificates(kit)).keys();

    await kit.change('rotate', { what: 'certificate', step: 'announce' });
    const announced = [...(await downloadCertificates(kit)).keys()];
    const beforeSwitch = await serialNow();
    await kit.change('rotate', { what: 'certificate', step: 'switch' });
    const afterSwitch = await serialNow();
    await kit.change('rotate', { what: 'certificate', step: 'retire' });
    const left = [...(await downloadCertificates(kit)).keys()];

    expect(announced).toHaveLength(2);
    expect(announced[0]).toBe(old);
    expect(beforeSwitch).toBe(old);
    expect(afterSwitch).toBe(announced[1]);
    expect(left).toEqual([announced[1]]);
  });

  it('of the public kind follow one another while the old one answers who asks for it', async () => {
    const kit = await aStandIn();
    const old = kit.merchant().verify;
    await kit.change('rotate', { what: 'publicKey' });
    const path = paths.order('unknown123', kit.merchant().mchid);

    const usual = await kit.client.get(path);
    const asked = await kit.client.get(path, { headers: { 'Wechatpay-Serial': old.publicKeyId ?? '' } });

    expect(usual.headers['wechatpay-serial']).toBe(kit.merchant().verify.publicKeyId);
    expect(usual.headers['wechatpay-serial']).not.toBe(old.publicKeyId);
    const oldKeys = new Map([[old.publicKeyId ?? '', old.publicKeyPem ?? '']]);
    expect(isProven(asked.headers, asked.bytes, oldKeys, noon)).toBe(true);
  });

  it('of a merchant end with its new certificate', async () => {
    const kit = await aStandIn();
    const old = kit.merchant();
    await kit.change('rotate', { what: 'merchantCertificate' });
    const path = paths.order('unknown123', old.mchid);

    const late = await kit.client.get(path, {
      serial: old.certificateSerial,
      privateKeyPem: old.privateKeyPem,
    });
    const now = await kit.client.get(path);

    expect(late.status).toBe(401);
    expect(now.status).toBe(404);
  });
});
