import { createCipheriv, randomBytes, sign, verify, X509Certificate } from 'node:crypto';
import type { WechatMerchant } from '../../platform';
import { aCertificate, aMerchant, type KeyPair, sharedKeys } from '../../platform/wechat/testing';
import { wechatGateway, type WechatGatewayOptions } from './gateway';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Signer {
  readonly serial: string;
  readonly keys: KeyPair;
}

/** What the pretended WeChat answers; signed as it should be unless something else is said. */
export interface Told {
  readonly status?: number;
  readonly json?: unknown;
  readonly raw?: string;
  readonly signer?: Signer;
  readonly unsigned?: true;
  /** What was really signed, when the body was altered on its way. */
  readonly signedBody?: string;
  readonly signedAt?: number;
  readonly signaturePrefix?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The connection breaks instead. */
  readonly broken?: Error;
}

export const anInstant = Date.UTC(2026, 0, 2, 7, 4, 5);

export const publicKeySigner = (): Signer => ({
  serial: 'PUB_KEY_ID_0119000000012024',
  keys: sharedKeys().wechat,
});

export const signedHeaders = (signer: Signer, body: string, at: number, nonce = 'a-nonce-of-theirs') => {
  const timestamp = Math.floor(at / 1_000).toString();
  const text = Buffer.from(`${timestamp}\n${nonce}\n${body}\n`);
  return {
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-serial': signer.serial,
    'wechatpay-signature': sign('RSA-SHA256', text, signer.keys.privateKey).toString('base64'),
    'wechatpay-signature-type': 'WECHATPAY2-SHA256-RSA2048',
  };
};

export function sealed(apiV3Key: string, plain: string, associatedData: string) {
  const nonce = randomBytes(6).toString('hex');
  const cipher = createCipheriv('aes-256-gcm', apiV3Key, nonce);
  cipher.setAAD(Buffer.from(associatedData));
  const bytes = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return {
    algorithm: 'AEAD_AES_256_GCM',
    ciphertext: bytes.toString('base64'),
    nonce,
    associated_data: associatedData,
  };
}

/** The body of `/v3/certificates`. */
export const certificateList = (apiV3Key: string, signers: readonly Signer[], validTo?: number) => ({
  data: signers.map(({ serial, keys }) => ({
    serial_no: serial,
    effective_time: '2020-01-01T08:00:00+08:00',
    expire_time: '2045-01-01T08:00:00+08:00',
    encrypt_certificate: sealed(
      apiV3Key,
      aCertificate(keys, serial, Date.UTC(2020, 0, 1), validTo),
      'certificate',
    ),
  })),
});

export const aPaidTrade = {
  appid: 'wxd678efh567hg6787',
  mchid: '1900000001',
  out_trade_no: 'T20260102-0001',
  transaction_id: '4200001234202601021234567890',
  trade_type: 'JSAPI',
  trade_state: 'SUCCESS',
  trade_state_desc: '支付成功',
  bank_type: 'OTHERS',
  success_time: '2026-01-02T15:04:05+08:00',
  payer: { openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' },
  amount: { total: 990, payer_total: 990, currency: 'CNY', payer_currency: 'CNY' },
};

export const aRefund = {
  refund_id: '50000000382019052709732678859',
  out_refund_no: 'R20260102-0001',
  transaction_id: '4200001234202601021234567890',
  out_trade_no: 'T20260102-0001',
  channel: 'ORIGINAL',
  user_received_account: '招商银行信用卡0403',
  create_time: '2026-01-02T16:04:05+08:00',
  status: 'PROCESSING',
  funds_account: 'AVAILABLE',
  amount: { total: 990, refund: 100, payer_total: 990, payer_refund: 100, currency: 'CNY' },
};

/** A notice as it is posted: its headers and its bytes. */
export function aNotice(
  eventType: string,
  plain: unknown,
  {
    signer = publicKeySigner(),
    apiV3Key = aMerchant().apiV3Key,
    at = anInstant,
    id = 'EV-2018022511223320873',
  } = {},
) {
  const type = eventType.startsWith('REFUND') ? 'refund' : 'transaction';
  const rawBody = JSON.stringify({
    id,
    create_time: '2026-01-02T15:04:06+08:00',
    resource_type: 'encrypt-resource',
    event_type: eventType,
    summary: '支付成功',
    resource: { original_type: type, ...sealed(apiV3Key, JSON.stringify(plain), type) },
  });
  return { headers: signedHeaders(signer, rawBody, at), rawBody: Buffer.from(rawBody) };
}

/** A pretended WeChat Pay: checks every request's signature by itself and answers what the test says. */
export function pretendedWechat(
  answer: (asked: Asked, count: number) => Told,
  {
    merchant = aMerchant(),
    now = () => anInstant,
  }: { readonly merchant?: WechatMerchant; readonly now?: () => number } = {},
) {
  const requests: Asked[] = [];
  const logged: object[] = [];
  const fetch: WechatGatewayOptions['fetch'] = (address, init) => {
    const { origin, pathname, search } = new URL(address);
    if (origin !== 'http://127.0.0.1:9001') throw new Error(`asked ${origin}`);
    const asked: Asked = {
      method: init.method ?? '',
      path: `${pathname}${search}`,
      body: typeof init.body === 'string' ? init.body : '',
      headers: Object.fromEntries(new Headers(init.headers)),
    };
    requests.push(asked);
    if (!isSignedRequest(asked, merchant, now())) return Promise.resolve(refused());
    const told = answer(asked, requests.length);
    return told.broken ? Promise.reject(told.broken) : Promise.resolve(respond(told, now()));
  };
  const note = (fields: object, message: string) => void logged.push({ ...fields, message });
  const gateway = wechatGateway({
    payUrl: 'http://127.0.0.1:9001',
    webAppid: 'wx8888888888888888',
    clock: { now },
    log: { info: note, warn: note, error: note },
    fetch,
    wait: () => Promise.resolve(),
  });
  return { gateway, requests, logged, merchant };
}

const refused = () =>
  new Response(JSON.stringify({ code: 'SIGN_ERROR', message: '签名错误' }), { status: 401 });

function isSignedRequest({ method, path, body, headers }: Asked, merchant: WechatMerchant, now: number) {
  const [scheme, rest = ''] = (headers['authorization'] ?? '').split(' ');
  const parts = new Map(
    [...rest.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
  const timestamp = parts.get('timestamp') ?? '';
  const text = `${method}\n${path}\n${timestamp}\n${parts.get('nonce_str') ?? ''}\n${body}\n`;
  return (
    scheme === 'WECHATPAY2-SHA256-RSA2048' &&
    headers['accept'] === 'application/json' &&
    (headers['user-agent'] ?? '') !== '' &&
    parts.get('mchid') === merchant.mchid &&
    parts.get('serial_no') === merchant.certificateSerial &&
    Math.abs(now - Number(timestamp) * 1_000) < 300_000 &&
    verify(
      'RSA-SHA256',
      Buffer.from(text),
      new X509Certificate(merchant.certificatePem).publicKey,
      Buffer.from(parts.get('signature') ?? '', 'base64'),
    )
  );
}

function respond(told: Told, now: number) {
  const status = told.status ?? (told.json === undefined && told.raw === undefined ? 204 : 200);
  const body = told.raw ?? (told.json === undefined ? '' : JSON.stringify(told.json));
  const signed = told.unsigned
    ? {}
    : signedHeaders(told.signer ?? publicKeySigner(), told.signedBody ?? body, told.signedAt ?? now);
  const headers = new Headers({ 'request-id': '08F78BB5', ...signed, ...told.headers });
  if (told.signaturePrefix !== undefined)
    headers.set('wechatpay-signature', told.signaturePrefix + headers.get('wechatpay-signature'));
  return new Response(status === 204 ? null : body, { status, headers });
}
