import { setTimeout as wait } from 'node:timers/promises';

const longestWaitMs = 20_000;
const pollMs = 10;

/** Waits until `holds` answers true, for a bounded time. @throws Error naming what did not happen. */
export async function eventually(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + longestWaitMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`did not happen in ${longestWaitMs} ms: ${what}`);
    await wait(pollMs);
  }
}
