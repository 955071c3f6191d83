import { setTimeout as wait } from 'node:timers/promises';
import { messageOf } from './backoff';
import type { Log } from './log';

/** Work that is done again whenever somebody wakes it, one round at a time. */
export interface Loop {
  start(): void;
  wake(): void;
  /** Ends after the round under way, but waits for it no longer than `longestWaitMs`. */
  stop(longestWaitMs: number): Promise<void>;
}

/** Runs `round` at every wake-up and every `pollMs`. A wake-up during a round leads to another. */
export function loopOf(options: {
  readonly name: string;
  readonly pollMs: number;
  readonly log: Log;
  round(): Promise<void>;
}): Loop {
  let timer: NodeJS.Timeout | null = null;
  let isAwake = false;
  let running: Promise<void> | null = null;

  const run = async () => {
    while (isAwake && timer) {
      isAwake = false;
      try {
        await options.round();
      } catch (error) {
        // The next poll tries again.
        options.log.warn({ error: messageOf(error) }, `${options.name} could not do its round`);
      }
    }
  };
  const wake = () => {
    isAwake = true;
    if (!timer || running) return;
    running = run().finally(() => {
      running = null;
      if (isAwake) wake();
    });
  };

  return {
    wake,
    start() {
      if (timer) return;
      timer = setInterval(wake, options.pollMs);
      wake();
    },
    async stop(longestWaitMs) {
      if (timer) clearInterval(timer);
      timer = null;
      if (running) await within(running, longestWaitMs);
    },
  };
}

/** Waits until `work` has settled, but no longer than `longestWaitMs`. */
export async function within(work: Promise<unknown>, longestWaitMs: number): Promise<void> {
  const enough = new AbortController();
  const bound = wait(longestWaitMs, undefined, { signal: enough.signal }).catch(() => undefined);
  await Promise.race([work.catch(() => undefined), bound]);
  enough.abort();
}
