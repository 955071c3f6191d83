import type { Outcome } from '../gateway';

/** Waits between attempts; there is one attempt more than there are waits. */
export const waitsMs: readonly number[] = [200, 800];

/**
 * Asks until it is certain, at most three times. Every request of this protocol may be repeated with the same number
 * and the same parameters; each attempt is built and signed anew. What was refused is not asked again, except that
 * there were too many at once.
 */
export async function askAgain<T>(
  attempt: () => Promise<Outcome<T>>,
  wait: (waitMs: number) => Promise<unknown>,
): Promise<Outcome<T>> {
  let outcome = await attempt();
  for (const waitMs of waitsMs) {
    if (!isWorthAsking(outcome)) return outcome;
    await wait(waitMs);
    outcome = await attempt();
  }
  return outcome;
}

const isWorthAsking = (outcome: Outcome<unknown>) =>
  outcome.kind === 'unknown' || (outcome.kind === 'refused' && outcome.code === 'FREQUENCY_LIMITED');
