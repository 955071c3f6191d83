import { createClient, type HttpAnswer, type HttpRequest } from '@tongpan/bff/src/client';
import Taro from '@tarojs/taro';
import { deviceId } from './platform/device';
import { dropToken, readToken } from './platform/session-token';

export { ApiProblem, type Answer, type InputOf, type Contract } from '@tongpan/bff/src/client';

const timeoutMs = 15_000;
const signedOutCodes: ReadonlySet<string> = new Set(['auth.required', 'auth.expired']);

function bodyOf(text: unknown): unknown {
  if (typeof text !== 'string') return text;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const codeOf = (body: unknown) =>
  typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : '';

async function transport({ method, path, body }: HttpRequest): Promise<HttpAnswer> {
  const token = readToken();
  const answer = await Taro.request<unknown, unknown>({
    url: `${API_BASE}${path}`,
    method,
    data: method === 'POST' ? JSON.stringify(body) : undefined,
    // Problems come as application/problem+json; parsing here treats both targets and proxies' pages alike.
    dataType: 'text',
    responseType: 'text',
    timeout: timeoutMs,
    header: {
      'content-type': 'application/json',
      'X-Tongpan-Device': deviceId(),
      'X-Tongpan-Channel': process.env.TARO_ENV,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
  });
  const read = { status: answer.statusCode, body: bodyOf(answer.data) };
  const current = token !== undefined && token === readToken();
  if (read.status === 401 && current && signedOutCodes.has(codeOf(read.body))) dropToken();
  return read;
}

/** The server, typed. Every call throws `ApiProblem` when the answer is not a 2xx. */
export const api = createClient(transport);
