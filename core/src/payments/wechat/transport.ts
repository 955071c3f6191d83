import type { Answer, Sent } from './answer';
import { canonicalOrigin } from './canonical';

export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

export interface TransportOptions {
  /** The origin that stands in for the canonical one. */
  readonly payUrl: string;
  readonly fetch: Fetch;
  /** For a whole call, its body included. */
  readonly timeoutMs: number;
  /** An answer that is longer is not read to its end. */
  readonly limitBytes: number;
  /** Asks for answers signed with this key; null: with a platform certificate. */
  readonly askedSerial: string | null;
}

/** What the library's methods hand back: its own shape, with nothing in it that it would rewrite, and ours. */
export interface Handed {
  readonly status: number;
  readonly data: Readonly<Record<string, never>>;
  readonly sent: Sent;
}

type HeaderValues = Record<string, string>;

/**
 * What the library sends with. It has signed the canonical address; only the origin is swapped here, so the signature
 * stays valid. Nothing is thrown and no redirect followed: an Authorization header goes nowhere else.
 */
export function transport(options: TransportOptions) {
  const send = async (address: string, init: RequestInit): Promise<Handed> => {
    const sent = await attempt(address, init, options);
    return { status: sent.kind === 'answered' ? sent.answer.status : 0, data: {}, sent };
  };
  const withSerial = (headers: HeaderValues): HeaderValues =>
    options.askedSerial === null ? headers : { ...headers, 'Wechatpay-Serial': options.askedSerial };
  return {
    get: (address: string, headers: HeaderValues) =>
      send(address, { method: 'GET', headers: withSerial(headers) }),
    // The library signs exactly this text.
    post: (address: string, body: object, headers: HeaderValues) =>
      send(address, { method: 'POST', headers: withSerial(headers), body: JSON.stringify(body) }),
    upload: (): Promise<Handed> =>
      Promise.resolve({ status: 0, data: {}, sent: { kind: 'lost', why: 'uploads are not sent' } }),
  };
}

async function attempt(address: string, init: RequestInit, options: TransportOptions): Promise<Sent> {
  if (!address.startsWith(`${canonicalOrigin}/`)) return { kind: 'lost', why: 'an address elsewhere' };
  try {
    const response = await options.fetch(`${options.payUrl}${address.slice(canonicalOrigin.length)}`, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(options.timeoutMs),
    });
    return { kind: 'answered', answer: await readAnswer(response, options.limitBytes) };
  } catch (error) {
    return { kind: 'lost', why: nameOf(error) };
  }
}

async function readAnswer(response: Response, limitBytes: number): Promise<Answer> {
  const headers = Object.fromEntries(response.headers);
  const body = await readAll(response, limitBytes);
  return { status: response.status, headers, body, requestId: headers['request-id'] ?? null };
}

async function readAll(response: Response, limitBytes: number) {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Where the browser's types are known too, theirs hides that Node's streams can be walked.
  const body = (response.body ?? []) as unknown as AsyncIterable<Uint8Array>;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > limitBytes) throw new Error('answer too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Only names: a message may quote what was sent. */
function nameOf(error: unknown) {
  if (!(error instanceof Error)) return 'no answer';
  const cause = error.cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : null;
  return code ?? (error.name === 'Error' ? error.message : error.name);
}
