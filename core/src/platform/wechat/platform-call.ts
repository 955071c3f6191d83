import type { z } from 'zod';
import { type Answer, type Fetch, fetchAnswer, type SendLimits } from './fetch-answer';
import type { Outcome } from './outcome';
import { parseJson } from './parse-json';
import { refusalOf } from './platform-refusal';

export interface PlatformCaller {
  readonly platformUrl: string;
  readonly fetch: Fetch;
  readonly timeoutMs: number;
}

export interface PlatformRequest<T> {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** With a body it is a POST of JSON, without one a GET. */
  readonly body?: object;
  /** Undefined: not understood. */
  readonly read: (answer: Answer) => T | undefined;
}

const limitBytes = 4 * 1_048_576;

/** Codes of a connection that never stood. */
const neverLeft: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/**
 * Asks the platform's API once. It answers 200 to everything and says no by `errcode`; some of its JSON calls itself
 * text.
 */
export async function callPlatform<T>(
  caller: PlatformCaller,
  { path, query = {}, body, read }: PlatformRequest<T>,
): Promise<Outcome<T>> {
  const limits: SendLimits = { timeoutMs: caller.timeoutMs, limitBytes };
  const search = new URLSearchParams(query).toString();
  const address = `${caller.platformUrl}${path}${search === '' ? '' : `?${search}`}`;
  const sent = await fetchAnswer(caller.fetch, address, initOf(body), limits);
  if (sent.kind === 'lost') {
    const { why } = sent;
    return neverLeft.has(why) ? { kind: 'unknown', why, mayRepeat: true } : { kind: 'unknown', why };
  }
  const { answer } = sent;
  if (answer.status !== 200) return { kind: 'unknown', why: `status ${answer.status}` };
  const refusal = refusalOf(answer.body);
  if (refusal) return refusal;
  const value = read(answer);
  return value === undefined ? { kind: 'unknown', why: 'not understood' } : { kind: 'done', value };
}

function initOf(body: object | undefined): RequestInit {
  if (body === undefined) return { method: 'GET' };
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

/** Reads JSON of a shape. */
export const jsonOf =
  <Schema extends z.ZodType>(schema: Schema) =>
  ({ body }: Answer): z.infer<Schema> | undefined => {
    const parsed = schema.safeParse(parseJson(body));
    return parsed.success ? parsed.data : undefined;
  };

/** What there is nothing to read of, once it is no refusal. */
export const nothing = (answer: Answer): null | undefined =>
  typeof parseJson(answer.body) === 'object' ? null : undefined;
