import { aKeyPair, aMerchant } from '../../platform/wechat/testing';
import type { Refused } from '../../platform/refusals';
import {
  anInstant,
  aNotice,
  aPaidTrade,
  aRefund,
  certificateList,
  pretendedWechat,
  publicKeySigner,
  signedHeaders,
} from './testing';

const silent = () => pretendedWechat(() => ({ status: 404, json: { code: 'RESOURCE_NOT_EXISTS' } }));

type Posted = ReturnType<typeof aNotice>;
const read = ({ headers, rawBody }: Posted, at = anInstant, pretended = silent()) =>
  pretended.gateway.readNotice(pretended.merchant, headers, rawBody, at);
const codeOf = async (posted: Posted, at = anInstant, pretended = silent()) => {
  const error = await read(posted, at, pretended).then(
    () => null,
    (thrown: Refused) => thrown,
  );
  return error?.code ?? null;
};

it('opens a payment', async () => {
  const notice = await read(aNotice('TRANSACTION.SUCCESS', aPaidTrade));

  expect(notice).toEqual({
    kind: 'payment',
    id: 'EV-2018022511223320873',
    trade: {
      appid: 'wxd678efh567hg6787',
      mchid: '1900000001',
      state: 'SUCCESS',
      outTradeNo: 'T20260102-0001',
      transactionId: '4200001234202601021234567890',
      amountFen: 990,
      paidAt: anInstant,
      payerOpenid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
      tradeType: 'JSAPI',
    },
  });
});

it.each(['SUCCESS', 'ABNORMAL', 'CLOSED'])('opens a refund that is %s', async (status) => {
  const { status: _status, ...refund } = aRefund;
  const plain = { ...refund, mchid: '1900000001', refund_status: status };

  expect(await read(aNotice(`REFUND.${status}`, plain))).toMatchObject({
    kind: 'refund',
    refund: { mchid: '1900000001', outTradeNo: 'T20260102-0001', outRefundNo: 'R20260102-0001', status },
  });
});

it('reads a repetition the same, by its id', async () => {
  const first = await read(aNotice('TRANSACTION.SUCCESS', aPaidTrade));
  const second = await read(aNotice('TRANSACTION.SUCCESS', aPaidTrade, { at: anInstant + 15_000 }));

  expect(second).toEqual(first);
});

it('refuses a notice that is replayed after five minutes, however genuine', async () => {
  const posted = aNotice('TRANSACTION.SUCCESS', aPaidTrade);

  expect(await codeOf(posted, anInstant + 299_000)).toBeNull();
  expect(await codeOf(posted, anInstant + 300_000)).toBe('payments.noticeStale');
  expect(await codeOf(posted, anInstant - 301_000)).toBe('payments.noticeStale');
});

it('refuses a body with one byte more or less than was signed', async () => {
  const { headers, rawBody } = aNotice('TRANSACTION.SUCCESS', aPaidTrade);

  for (const altered of [Buffer.concat([rawBody, Buffer.from(' ')]), rawBody.subarray(1)])
    expect(await codeOf({ headers, rawBody: altered })).toBe('payments.noticeForged');
});

it('refuses a time that is moved to now without signing it', async () => {
  const { headers, rawBody } = aNotice('TRANSACTION.SUCCESS', aPaidTrade, { at: anInstant - 600_000 });
  const moved = { ...headers, 'wechatpay-timestamp': String(anInstant / 1_000) };

  expect(await codeOf({ headers: moved, rawBody })).toBe('payments.noticeForged');
});

/** Whoever held the signing key, but not the merchant's own: the tag is what is left to find out. */
const reseal = (
  alter: (resource: { ciphertext: string; nonce: string; associated_data: string }) => void,
) => {
  const { rawBody } = aNotice('TRANSACTION.SUCCESS', aPaidTrade);
  const body = JSON.parse(rawBody.toString());
  alter(body.resource);
  const text = JSON.stringify(body);
  return { headers: signedHeaders(publicKeySigner(), text, anInstant), rawBody: Buffer.from(text) };
};
const flip = (base64: string, at: number) => {
  const bytes = Buffer.from(base64, 'base64');
  bytes[at < 0 ? bytes.length + at : at]! ^= 1;
  return bytes.toString('base64');
};

it.each<[string, Parameters<typeof reseal>[0]]>([
  ['altered ciphertext', (resource) => (resource.ciphertext = flip(resource.ciphertext, 30))],
  ['a wrong tag', (resource) => (resource.ciphertext = flip(resource.ciphertext, -1))],
  ['no tag', (resource) => (resource.ciphertext = 'AAAA')],
  ['another nonce', (resource) => (resource.nonce = 'abcdefabcdef')],
  ['other associated data', (resource) => (resource.associated_data = 'refund')],
])('refuses %s under a good signature', async (_, alter) => {
  expect(await codeOf(reseal(alter))).toBe('payments.noticeForged');
});

it("refuses another merchant's notice, also under a shared key", async () => {
  const others = { ...aPaidTrade, mchid: '1900000002' };

  expect(await codeOf(aNotice('TRANSACTION.SUCCESS', others, { apiV3Key: 'f'.repeat(32) }))).toBe(
    'payments.noticeForged',
  );
  expect(await codeOf(aNotice('TRANSACTION.SUCCESS', others))).toBe('payments.noticeForged');
});

it("refuses a stranger's signature under a serial of WeChat's", async () => {
  const stranger = { ...publicKeySigner(), keys: aKeyPair() };

  expect(await codeOf(aNotice('TRANSACTION.SUCCESS', aPaidTrade, { signer: stranger }))).toBe(
    'payments.noticeForged',
  );
});

it('refuses a probe with a wrong signature like any other', async () => {
  const { headers, rawBody } = aNotice('TRANSACTION.SUCCESS', aPaidTrade);
  const probe = {
    ...headers,
    'wechatpay-signature': `WECHATPAY/SIGNTEST/${headers['wechatpay-signature']}`,
  };

  expect(await codeOf({ headers: probe, rawBody })).toBe('payments.noticeForged');
});

it('refuses a good signature that is written in another way', async () => {
  const { headers, rawBody } = aNotice('TRANSACTION.SUCCESS', aPaidTrade);
  const spaced = { ...headers, 'wechatpay-signature': ` ${headers['wechatpay-signature']}` };

  expect(await codeOf({ headers: spaced, rawBody })).toBe('payments.noticeForged');
});

it.each(['timestamp', 'nonce', 'serial', 'signature'])('refuses a notice without its %s', async (name) => {
  const { headers, rawBody } = aNotice('TRANSACTION.SUCCESS', aPaidTrade);

  const without = { ...headers, [`wechatpay-${name}`]: undefined } as unknown as Posted['headers'];

  expect(await codeOf({ headers: without, rawBody })).toBe('payments.noticeForged');
});

it('tells what is truly theirs but of a kind we do not know', async () => {
  expect(await codeOf(aNotice('COUPON.USE', { mchid: '1900000001' }))).toBe('payments.noticeNotUnderstood');
});

describe('a certificate that is not known yet', () => {
  const platform = { serial: '5157F09EFDC096DE15EBE81A47057A7232F1B8E1', keys: aKeyPair() };
  const merchant = aMerchant({
    verify: { mode: 'certificates', publicKeyId: null, publicKeyPem: null },
  });

  it('is fetched, proven and used', async () => {
    const pretended = pretendedWechat(
      () => ({ json: certificateList(merchant.apiV3Key, [platform]), signer: platform }),
      { merchant },
    );

    const posted = aNotice('TRANSACTION.SUCCESS', aPaidTrade, { signer: platform });

    expect(await codeOf(posted, anInstant, pretended)).toBeNull();
    expect(await codeOf(posted, anInstant, pretended)).toBeNull();
    expect(pretended.requests.map(({ path }) => path)).toEqual(['/v3/certificates']);
  });

  it('is waited for by all that come with it', async () => {
    const pretended = pretendedWechat(
      () => ({ json: certificateList(merchant.apiV3Key, [platform]), signer: platform }),
      { merchant },
    );
    const posted = aNotice('TRANSACTION.SUCCESS', aPaidTrade, { signer: platform });

    const codes = await Promise.all([1, 2, 3].map(() => codeOf(posted, anInstant, pretended)));

    expect(codes).toEqual([null, null, null]);
    expect(pretended.requests).toHaveLength(1);
  });

  it('is not fetched again for the same merchant read anew', async () => {
    const { gateway, requests } = pretendedWechat(
      () => ({ json: certificateList(merchant.apiV3Key, [platform]), signer: platform }),
      { merchant },
    );
    const { headers, rawBody } = aNotice('TRANSACTION.SUCCESS', aPaidTrade, { signer: platform });

    for (const same of [merchant, { ...merchant }, structuredClone(merchant)])
      await gateway.readNotice(same, headers, rawBody, anInstant);

    expect(requests).toHaveLength(1);
  });

  it('works beside the public key while a merchant switches', async () => {
    const pretended = pretendedWechat(() => ({ json: certificateList(merchant.apiV3Key, [platform]) }));

    const byCertificate = aNotice('TRANSACTION.SUCCESS', aPaidTrade, { signer: platform });
    const byPublicKey = aNotice('TRANSACTION.SUCCESS', aPaidTrade);

    expect(await codeOf(byCertificate, anInstant, pretended)).toBeNull();
    expect(await codeOf(byPublicKey, anInstant, pretended)).toBeNull();
  });

  it('is asked for once however many serials a flood brings, at once or one after the other', async () => {
    const pretended = silent();
    const flood = Array.from({ length: 200 }, (_, at) => ({
      ...platform,
      serial: at.toString(16).toUpperCase().padStart(40, 'A'),
    })).map((signer) => aNotice('TRANSACTION.SUCCESS', aPaidTrade, { signer }));

    const codes = await Promise.all(flood.map((posted) => codeOf(posted, anInstant, pretended)));
    for (const posted of flood.slice(0, 20)) codes.push(await codeOf(posted, anInstant, pretended));

    expect(new Set(codes)).toEqual(new Set(['payments.noticeUnknownSerial']));
    expect(pretended.requests).toHaveLength(1);
  });

  it('is never asked for by the serial of a public key', async () => {
    const pretended = silent();
    const signer = { ...publicKeySigner(), serial: 'PUB_KEY_ID_7' };

    expect(await codeOf(aNotice('TRANSACTION.SUCCESS', aPaidTrade, { signer }), anInstant, pretended)).toBe(
      'payments.noticeUnknownSerial',
    );
    expect(pretended.requests).toEqual([]);
  });
});
