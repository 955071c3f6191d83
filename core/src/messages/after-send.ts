import type { Outcome } from '../platform';
import type { Instant } from '../platform/clock';
import type { MessageSend } from './model';

/** What becomes of a message after WeChat has answered, or has not. */
export type AfterSend =
  | { readonly state: 'sent' | 'unknown'; readonly code: string }
  /** `emptiesStock`: all consents of this person for the template are gone, whatever we counted. */
  | { readonly state: 'unwanted'; readonly code: string; readonly emptiesStock: true }
  | { readonly state: 'waiting'; readonly code: string; readonly againAt: Instant }
  | { readonly state: 'failed'; readonly code: string };

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
/** How long to wait after each try; the last goes on. */
const waitsMs = [5 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute, hour];

/** A message is news for a day. */
export const newsForMs = 24 * hour;

const noConsent = '43101';
/** The token is at fault and nothing was done: the next try gets another. */
const passing: ReadonlySet<string> = new Set(['40001', '40014', '41001', '42001', '45011']);
const quotaUsed = '45009';

/**
 * Decides after a try. Nothing is sent a second time that may have arrived: a message may be lost, it is never there
 * twice. What surely was not sent is tried again, later and later, for a day.
 */
export function afterSend(
  outcome: Outcome<null>,
  { tries, endsAt }: Pick<MessageSend, 'tries' | 'endsAt'>,
  at: Instant,
): AfterSend {
  if (outcome.kind === 'done') return { state: 'sent', code: '' };
  if (outcome.kind === 'unknown') {
    return outcome.mayRepeat === true
      ? later('silent', tries, endsAt, at)
      : { state: 'unknown', code: 'silent' };
  }
  const { code } = outcome;
  if (code === noConsent) return { state: 'unwanted', code, emptiesStock: true };
  if (passing.has(code)) return later(code, tries, endsAt, at);
  if (code === quotaUsed) return later(code, waitsMs.length, endsAt, at);
  return { state: 'failed', code };
}

function later(code: string, tries: number, endsAt: Instant, at: Instant): AfterSend {
  const againAt = at + (waitsMs[Math.max(0, tries - 1)] ?? hour);
  return againAt < endsAt ? { state: 'waiting', code, againAt } : { state: 'failed', code };
}
