import { setTimeout as wait } from 'node:timers/promises';

const pollMs = 100;

/** Waits until `holds`. @throws Error naming what did not happen in `waitMs`. */
export async function eventuallyWithin(waitMs: number, what: string, holds: () => Promise<boolean>) {
  const deadline = Date.now() + waitMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`did not happen in ${waitMs} ms: ${what}`);
    await wait(pollMs);
  }
}
