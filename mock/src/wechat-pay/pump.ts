import type { Courier } from './courier';
import type { Till } from './till';

export interface PumpParts {
  readonly till: Till;
  readonly courier: Courier;
  /** The next instant a refund ends, or null. */
  readonly refundDueAt: () => number | null;
  readonly now: () => number;
}

/** A clock that is handed in may jump: nobody waits longer than this to look at it again. */
const lookEveryMs = 500;

/** Does what is due when it is due: ends refunds, sends callbacks. Keeps no process alive. */
export function openPump(parts: PumpParts) {
  let timer: NodeJS.Timeout | null = null;
  let timerAt = Infinity;
  let isStopped = false;
  const running = new Set<Promise<number>>();

  function schedule(waitMs: number): void {
    const at = Date.now() + waitMs;
    if (isStopped || at >= timerAt) return;
    if (timer) clearTimeout(timer);
    timerAt = at;
    timer = setTimeout(() => {
      timer = null;
      timerAt = Infinity;
      turn();
    }, waitMs);
    timer.unref();
  }

  function rest(): void {
    const instants = [parts.courier.nextAt(), parts.refundDueAt()].filter((at) => at !== null);
    if (instants.length === 0) return;
    const waitMs = Math.min(...instants) - parts.now();
    schedule(Math.min(Math.max(waitMs, 1), lookEveryMs));
  }

  function turn(): void {
    const turning = runOnce().finally(() => {
      running.delete(turning);
      rest();
    });
    running.add(turning);
    // A slow answer must not keep others waiting, so the next look is arranged before this one is over.
    rest();
  }

  async function runOnce(): Promise<number> {
    parts.till.settle(parts.now());
    const sent = await parts.courier.deliverDue();
    if (sent > 0) schedule(0);
    return sent;
  }

  return {
    /** Something waits now that did not before. */
    wake: () => schedule(0),
    /** Does what is due, and what falls due by that, and resolves when it is done. */
    async run(): Promise<void> {
      let sent = await runOnce();
      while (sent > 0) sent = await runOnce();
      rest();
    },
    /** Starts nothing more, and waits for what is under way. */
    async stop(): Promise<void> {
      isStopped = true;
      if (timer) clearTimeout(timer);
      await Promise.all(running);
    },
  };
}

export type Pump = ReturnType<typeof openPump>;
