import { type Fetch, fetchAnswer, type SendLimits, type Sent } from '../../platform/wechat/fetch-answer';
import { canonicalOrigin } from './canonical';

export interface TransportOptions extends SendLimits {
  /** The origin that stands in for the canonical one. */
  readonly payUrl: string;
  readonly fetch: Fetch;
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
  const ours = `${options.payUrl}${address.slice(canonicalOrigin.length)}`;
  return fetchAnswer(options.fetch, ours, init, options);
}
