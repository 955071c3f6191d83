import { ApiProblem, createClient, type HttpAnswer, type Transport } from '@tongpan/bff';
import { ulid } from 'ulid';
import { closeSession, currentToken, deviceId } from './session';

export { ApiProblem } from '@tongpan/bff';
export type { Answer } from '@tongpan/bff';

const TIMEOUT_MILLISECONDS = 15_000;
const SESSION_ENDED = new Set(['auth.required', 'auth.expired']);

const codeOf = (body: unknown) =>
  typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : '';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const overFetch: Transport = async ({ method, path, body }): Promise<HttpAnswer> => {
  const token = currentToken();
  const response = await fetch(path, {
    method,
    cache: 'no-store',
    signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    headers: {
      Accept: 'application/json',
      'X-Tongpan-Channel': 'pc',
      'X-Tongpan-Device': deviceId(ulid),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer = { status: response.status, body: parsed(await response.text()) };
  // A late answer to an old token must not end the session that has replaced it.
  if (answer.status === 401 && SESSION_ENDED.has(codeOf(answer.body)) && token === currentToken())
    closeSession();
  return answer;
};

/** The server's API; every call throws `ApiProblem` when the answer is not a 2xx. */
export const api = createClient(overFetch);

/** Whether saying the same again may succeed: no answer arrived, or the server was busy. */
export const isTransient = (error: unknown) =>
  error instanceof ApiProblem && (error.status === 0 || error.status === 429 || error.status >= 502);
