import {
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  randomBytes,
  sign,
  verify,
  X509Certificate,
} from 'node:crypto';
import { type IncomingHttpHeaders, type Server, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Keys, type StandIn, type StandInOptions, makeKeys, startStandIn } from './index';

/** Builders for tests: a client of its own that knows nothing of the stand-in's code, and a shop that takes callbacks. */

/** Noon in Beijing on a Tuesday. */
export const noon = Date.parse('2026-03-10T12:00:00+08:00');

/** What JSON held; `at` reaches what lies deeper. */
export type Fields = Readonly<Record<string, unknown>>;

/** The value at a path, or undefined where it leads nowhere. */
export const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>(
    (inner, name) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined),
    value,
  );

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
  /** The body as JSON; an empty object when it is none. */
  readonly json: Fields;
}

function jsonOf(text: string): Fields {
  try {
    return JSON.parse(text) as Fields;
  } catch {
    return {};
  }
}

export interface Sending {
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Sends exactly these headers and this path, adding nothing but a length. */
export function send(base: string, path: string, { method, headers = {}, body }: Sending): Promise<Answer> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body).toString() };
    const asking = request(
      { hostname, port, path, method, headers: { ...headers, ...length }, agent: false },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const text = bytes.toString();
          const { statusCode: status = 0, headers: received } = answer;
          resolve({ status, headers: received, bytes, text, json: jsonOf(text) });
        });
      },
    );
    asking.on('error', reject);
    asking.end(body);
  });
}

export interface MerchantFile {
  readonly mchid: string;
  readonly certificateSerial: string;
  readonly privateKeyPem: string;
  readonly apiV3Key: string;
  readonly verify: { readonly mode: string; readonly publicKeyId?: string; readonly publicKeyPem?: string };
}

/** What a test may put wrong in a request. */
export interface Twist {
  readonly timestamp?: number | string;
  readonly nonce?: string;
  readonly mchid?: string;
  readonly serial?: string;
  readonly privateKeyPem?: string;
  readonly signedPath?: string;
  readonly signedBody?: string;
  readonly signedMethod?: string;
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly rewrite?: (authorization: string) => string;
}

/** A merchant's own client: signs by the document's rules, with node:crypto alone. */
export function aClient(base: () => string, merchant: () => MerchantFile, now: () => number) {
  function authorize(method: string, path: string, body: string, twist: Twist): string {
    const { mchid, certificateSerial, privateKeyPem } = merchant();
    const timestamp = twist.timestamp ?? Math.floor(now() / 1_000);
    const nonce = twist.nonce ?? randomBytes(16).toString('hex');
    const text = [
      twist.signedMethod ?? method,
      twist.signedPath ?? path,
      timestamp,
      nonce,
      twist.signedBody ?? body,
      '',
    ].join('\n');
    const key = createPrivateKey(twist.privateKeyPem ?? privateKeyPem);
    const signature = sign('RSA-SHA256', Buffer.from(text), key).toString('base64');
    const header =
      `WECHATPAY2-SHA256-RSA2048 mchid="${twist.mchid ?? mchid}",nonce_str="${nonce}",` +
      `timestamp="${timestamp}",serial_no="${twist.serial ?? certificateSerial}",signature="${signature}"`;
    return twist.rewrite ? twist.rewrite(header) : header;
  }

  async function call(method: string, path: string, body?: unknown, twist: Twist = {}): Promise<Answer> {
    const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
    const usual: Record<string, string | null> = {
      Accept: 'application/json',
      'User-Agent': 'shop/1.0',
      Authorization: authorize(method, path, text, twist),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...twist.headers,
    };
    const headers = Object.fromEntries(
      Object.entries(usual).filter((entry): entry is [string, string] => entry[1] !== null),
    );
    return send(base(), path, { method, headers, ...(body !== undefined && { body: text }) });
  }

  return {
    call,
    get: (path: string, twist?: Twist) => call('GET', path, undefined, twist),
    post: (path: string, body: unknown, twist?: Twist) => call('POST', path, body, twist),
  };
}

export type VerifyingKeys = ReadonlyMap<string, string>;

/** Whether the five headers prove these bytes, by the document's rules. */
export function isProven(
  headers: IncomingHttpHeaders,
  raw: Buffer | string,
  keys: VerifyingKeys,
  now: number,
): boolean {
  const {
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-serial': serial,
    'wechatpay-signature': signature,
  } = headers;
  if ([timestamp, nonce, serial, signature].some((value) => typeof value !== 'string')) return false;
  if (Math.abs(now - Number(timestamp) * 1_000) >= 300_000) return false;
  const pem = keys.get(String(serial));
  if (!pem || !/^[A-Za-z0-9+/]+=*$/.test(String(signature))) return false;
  const text = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), Buffer.from(raw), Buffer.from('\n')]);
  return verify('RSA-SHA256', text, createPublicKey(pem), Buffer.from(String(signature), 'base64'));
}

interface Sealed {
  readonly nonce: string;
  readonly associated_data: string;
  readonly ciphertext: string;
}

/** Opens what was sealed under an APIv3 key. @throws Error when the tag does not fit */
export function unseal(sealed: Sealed, apiV3Key: string): string {
  const bytes = Buffer.from(sealed.ciphertext, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', apiV3Key, sealed.nonce);
  decipher.setAAD(Buffer.from(sealed.associated_data));
  decipher.setAuthTag(bytes.subarray(-16));
  return decipher.update(bytes.subarray(0, -16), undefined, 'utf8') + decipher.final('utf8');
}

export interface Callback {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
  readonly isProven: boolean;
  readonly json: Fields;
  /** What was sealed inside, or null when the seal was broken. */
  readonly content: Fields | null;
}

export interface Shop {
  readonly url: string;
  readonly callbacks: Callback[];
  /** What the next callbacks are answered; 200 when none is left. */
  readonly answers: number[];
}

const running: { stop(): Promise<void> }[] = [];

/** Ends all that a test started. */
export async function stopAll(): Promise<void> {
  await Promise.all(running.splice(0).map((one) => one.stop()));
}

function stopLater(server: Server): void {
  running.push({
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

/** A shop that believes a callback when it is proven, and keeps all of them. */
async function aShop(facts: {
  keys: () => VerifyingKeys;
  apiV3Key: () => string;
  now: () => number;
}): Promise<Shop> {
  const callbacks: Callback[] = [];
  const answers: number[] = [];
  function contentOf(json: Fields): Fields | null {
    try {
      return JSON.parse(unseal(json.resource as Sealed, facts.apiV3Key())) as Fields;
    } catch {
      return null;
    }
  }
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const raw = Buffer.concat(chunks).toString();
      const json = jsonOf(raw);
      const proven = isProven(req.headers, raw, facts.keys(), facts.now());
      const content = contentOf(json);
      callbacks.push({ path: req.url ?? '', headers: req.headers, raw, isProven: proven, json, content });
      const isBelieved = proven && content !== null;
      res.writeHead(isBelieved ? (answers.shift() ?? 200) : 401);
      res.end(isBelieved ? '' : '{"code":"FAIL","message":"no"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stopLater(server);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, callbacks, answers };
}

let madeKeys: Promise<Keys> | undefined;

/** Keys of a stand-in with two merchants, made once a test file. */
export const someKeys = () =>
  (madeKeys ??= makeKeys(noon - 86_400_000, [
    { sellerId: '*', mchid: '1900000001', name: '通盘演示商户' },
    { sellerId: 'other', mchid: '1900000002', name: '另一家' },
  ]));

/** A stand-in at noon with a shop beside it; time stands still until `pass` moves it. */
export async function aStandIn(options: Partial<StandInOptions> = {}) {
  let instant = noon;
  const now = options.now ?? (() => instant);
  const holder: { standIn?: StandIn } = {};
  const standInOf = () => {
    if (!holder.standIn) throw new Error('not started yet');
    return holder.standIn;
  };
  const merchantOf = (index: number) => (): MerchantFile =>
    standInOf().config.merchants[index] as MerchantFile;
  const extraKeys = new Map<string, string>();
  const verifyingKeys = (): VerifyingKeys => {
    const { publicKeyId, publicKeyPem } = merchantOf(0)().verify;
    const own = publicKeyId && publicKeyPem ? [[publicKeyId, publicKeyPem] as const] : [];
    return new Map([...own, ...extraKeys]);
  };
  const shop = await aShop({ keys: verifyingKeys, apiV3Key: () => merchantOf(0)().apiV3Key, now });
  const keys = options.keys ?? (await someKeys());
  const standIn = await startStandIn({
    port: 0,
    host: '127.0.0.1',
    notifyUrl: shop.url,
    ...options,
    ...(options.folder === undefined && { keys }),
    now,
  });
  holder.standIn = standIn;
  running.push(standIn);
  const base = () => standIn.url;
  const control = async (method: string, path: string, body?: object) => {
    const answer = await send(base(), `/controls/${path}`, {
      method,
      ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.json;
  };
  const client = aClient(base, merchantOf(0), now);
  return {
    standIn,
    shop,
    client,
    /** The second merchant's client. */
    other: aClient(base, merchantOf(1), now),
    merchant: merchantOf(0),
    verifyingKeys,
    extraKeys,
    now,
    pass: (ms: number) => {
      instant += ms;
    },
    look: (path: string) => control('GET', path),
    change: (path: string, body?: object) => control('POST', path, body ?? {}),
    control,
    /** Sends the callbacks that are due, and ends the refunds. */
    deliver: () => control('POST', 'deliver', {}),
    raw: (path: string, sending: Sending) => send(base(), path, sending),
  };
}

export type Beside = Awaited<ReturnType<typeof aStandIn>>;

let lastNumber = 0;
export const aNumber = (prefix = 'order') => `${prefix}${(lastNumber += 1).toString().padStart(8, '0')}`;

/** The body of a Native order: 9.90 yuan unless told. */
export function anOrder(
  { standIn, shop }: Pick<Beside, 'standIn' | 'shop'>,
  more: Record<string, unknown> = {},
) {
  const { miniapp, merchants } = standIn.config;
  const mchid = merchants[0]?.mchid ?? '';
  return {
    appid: miniapp.appid,
    mchid,
    description: '矿泉水 24 瓶',
    out_trade_no: aNumber(),
    notify_url: `${shop.url}/api/v1/wechat/pay/${mchid}`,
    amount: { total: 990, currency: 'CNY' },
    ...more,
  };
}

export const aRefund = (
  outTradeNo: string,
  refund: number,
  total = 990,
  more: Record<string, unknown> = {},
) => ({
  out_trade_no: outTradeNo,
  out_refund_no: aNumber('refund'),
  amount: { refund, total, currency: 'CNY' },
  ...more,
});

export const paths = {
  jsapi: '/v3/pay/transactions/jsapi',
  h5: '/v3/pay/transactions/h5',
  native: '/v3/pay/transactions/native',
  refunds: '/v3/refund/domestic/refunds',
  order: (outTradeNo: string, mchid: string) =>
    `/v3/pay/transactions/out-trade-no/${outTradeNo}?mchid=${mchid}`,
  close: (outTradeNo: string) => `/v3/pay/transactions/out-trade-no/${outTradeNo}/close`,
};

/** A Native order that was made and paid; answers its number. */
export async function aPaidOrder(
  beside: Beside,
  totalFen = 990,
  more: Record<string, unknown> = {},
): Promise<string> {
  const body = anOrder(beside, { amount: { total: totalFen, currency: 'CNY' }, ...more });
  const { status } = await beside.client.post(paths.native, body);
  if (status !== 200) throw new Error(`not made: ${status}`);
  await beside.change('pay', { outTradeNo: body.out_trade_no });
  return body.out_trade_no;
}

/** The platform certificates a merchant in certificate mode downloads, by serial. */
export async function downloadCertificates({ client, merchant }: Beside): Promise<Map<string, string>> {
  const { json } = await client.get('/v3/certificates');
  const list = json.data as { serial_no: string; encrypt_certificate: Sealed }[];
  return new Map(
    list.map(({ serial_no: serial, encrypt_certificate: sealed }) => {
      const pem = unseal(sealed, merchant().apiV3Key);
      const found = new X509Certificate(pem).serialNumber;
      if (found !== serial) throw new Error(`the certificate says ${found}, the list ${serial}`);
      return [serial, pem];
    }),
  );
}

export const sha1 = (bytes: Buffer | string) => createHash('sha1').update(bytes).digest('hex');

/** A bill file as columns and rows, read by its own rules: BOM, backticks, escaped commas. */
export function readBill(bytes: Buffer) {
  const lines = bytes
    .toString()
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n');
  const rowOf = (names: string[], line: string) => {
    const cells = line.slice(1).split(',`');
    return Object.fromEntries(
      names.map((name, index) => [name, (cells[index] ?? '').replaceAll('\\,', ',')]),
    );
  };
  const names = (lines[0] ?? '').split(',');
  const summaryNames = (lines.at(-2) ?? '').split(',');
  return {
    names,
    rows: lines.slice(1, -2).map((line) => rowOf(names, line)),
    summary: rowOf(summaryNames, lines.at(-1) ?? ''),
  };
}

/** Fen of an amount in yuan. */
export const fenOf = (yuan: string | undefined) => Math.round(Number(yuan) * 100);
