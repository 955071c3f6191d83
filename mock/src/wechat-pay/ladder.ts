const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** Waits after the first, second, … attempt of a callback that was not answered 200 or 204; 24 h 4 min in all. */
export const ladderMs: readonly number[] = [
  ...[15, 15, 30].map((seconds) => seconds * secondMs),
  ...[3, 10, 20, 30, 30, 30, 60].map((minutes) => minutes * minuteMs),
  ...[3, 3, 3, 6, 6].map((hours) => hours * hourMs),
];

/** When a callback that failed `failures` times is sent again, or null when it is given up. */
export function nextAttemptAt(failures: number, at: number, timeScale: number): number | null {
  const waitMs = ladderMs[failures - 1];
  return waitMs === undefined ? null : at + waitMs / timeScale;
}
