import type { Clock } from '../../platform';
import type { Outcome } from '../gateway';
import type { Answer, Sent } from '../../platform/wechat/fetch-answer';
import { isFresh, isSignedBy, readSignature } from './check-signature';
import { canonicalCode } from './error-code';
import { parseJson } from '../../platform/wechat/parse-json';
import type { PlatformKeys } from './platform-keys';
import { refusal } from './shapes';

export interface Proving {
  readonly keys: PlatformKeys;
  readonly clock: Clock;
}

const unknown = (why: string): Outcome<never> => ({ kind: 'unknown', why });

/**
 * What an answer means. The status is looked at first, because refusals may come unsigned; whatever would be done has
 * to be signed. What is not plainly a refusal or done is unknown: 5xx, a page of HTML, a bad signature, a shape that is
 * not theirs.
 */
export async function readOutcome<T>(
  sent: Sent,
  proving: Proving,
  read: (answer: Answer) => T | undefined,
): Promise<Outcome<T>> {
  if (sent.kind === 'lost') return unknown(sent.why);
  const { answer } = sent;
  if (answer.status < 200 || answer.status >= 300) return readRefusal(answer);
  if (!(await isProven(answer, proving))) return unknown(told(answer, 'not signed by WeChat Pay'));
  const value = read(answer);
  return value === undefined ? unknown(told(answer, 'not understood')) : { kind: 'done', value };
}

/** What is not a success: a refusal when WeChat says why, else unknown. */
export function readRefusal(answer: Answer): Outcome<never> {
  const parsed = refusal.safeParse(parseJson(answer.body));
  if (!parsed.success) return unknown(told(answer, 'no answer of WeChat Pay'));
  const code = canonicalCode(parsed.data.code);
  if (answer.status < 400 || answer.status >= 500) return unknown(told(answer, code));
  return { kind: 'refused', code, message: parsed.data.message };
}

async function isProven(answer: Answer, { keys, clock }: Proving) {
  const signature = readSignature(answer.headers);
  if (!signature || !isFresh(signature, clock.now())) return false;
  const key = await keys.keyOf(signature.serial);
  return key !== null && isSignedBy(key, signature, answer.body);
}

/** For people and for WeChat's support. */
export const told = ({ status, headers }: Answer, what: string) =>
  `${what} (status ${status}, Request-ID ${headers['request-id'] ?? 'none'})`;
