/** How long to wait after the n-th failure, doubling each time up to a limit. */
export interface Backoff {
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** After this many failures nobody tries again by himself. */
  readonly attemptLimit: number;
}

/** The wait before the next attempt, in milliseconds; null when there is none. */
export function waitAfter(failures: number, backoff: Backoff): number | null {
  if (failures >= backoff.attemptLimit) return null;
  return Math.min(backoff.longestWaitMs, backoff.firstWaitMs * 2 ** (failures - 1));
}

/** What went wrong, in a line for people. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
