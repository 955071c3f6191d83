import { z } from 'zod';
import type { Outcome } from './outcome';
import { parseJson } from './parse-json';

const shape = z.object({ errcode: z.number().int(), errmsg: z.string().catch('') });

/** The platform is busy: whether it did what was asked, nobody says; its documents say to ask again a little later. */
const busy = -1;

/** Codes that say the token is at fault and nothing else. */
const tokenCodes = ['40001', '40014', '42001'];

/** The no in an answer; null when there is none. */
export function refusalOf(body: Buffer): Outcome<never> | null {
  const parsed = shape.safeParse(parseJson(body));
  if (!parsed.success || parsed.data.errcode === 0) return null;
  const { errcode, errmsg } = parsed.data;
  if (errcode === busy) return { kind: 'unknown', why: `busy ${errmsg}`, mayRepeat: true };
  return { kind: 'refused', code: String(errcode), message: errmsg };
}

export const isTokenRefused = (outcome: Outcome<unknown>) =>
  outcome.kind === 'refused' && tokenCodes.includes(outcome.code);

export type RetryClass = 'now' | 'nextMinute' | 'tomorrow' | 'never';

/**
 * When asking again may help: at once, when nobody knows; in a minute, when there were too many or word of a payment
 * has not come round to shipping yet; tomorrow, when a quota is used up; never, when the request itself is at fault.
 */
export function retryClass(outcome: Outcome<unknown>): RetryClass {
  if (outcome.kind === 'done') return 'never';
  if (outcome.kind === 'unknown') return 'now';
  if (['45011', '10060001'].includes(outcome.code)) return 'nextMinute';
  if (outcome.code === '45009') return 'tomorrow';
  return 'never';
}
