import type { Instant } from '../platform/clock';

interface Window {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** So long before the start somebody is reminded. */
const aheadMs = 10 * 60_000;

/** When a sale's reminders go out. */
export const remindAt = (startsAt: Instant): Instant => startsAt - aheadMs;

export type RemindStep<Coming extends Window> =
  | { readonly is: 'tell'; readonly coming: Coming }
  | { readonly is: 'later'; readonly remindAt: Instant }
  /** Stopped, over, or not for this buyer any more. */
  | { readonly is: 'gone' };

/** What becomes of a reminder that is due: a sale may have been put off or stopped since it was asked for. */
export function remindStep<Coming extends Window>(coming: Coming | null, at: Instant): RemindStep<Coming> {
  if (!coming || at >= coming.endsAt) return { is: 'gone' };
  const dueAt = remindAt(coming.startsAt);
  return at < dueAt ? { is: 'later', remindAt: dueAt } : { is: 'tell', coming };
}
