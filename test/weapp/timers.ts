type Work = (...parameters: unknown[]) => void;

/** Timers that end with the program they belong to. What their work throws goes to `onError`. */
export function createTimers(onError: (error: unknown) => void) {
  const running = new Set<NodeJS.Timeout>();

  const guarded = (work: Work, parameters: unknown[]) => () => {
    try {
      work(...parameters);
    } catch (error) {
      onError(error);
    }
  };
  const after = (delayMs: number, work: () => void) => {
    const timer = setTimeout(() => {
      running.delete(timer);
      work();
    }, delayMs);
    running.add(timer);
    return timer;
  };
  const stop = (timer: NodeJS.Timeout | undefined) => {
    if (timer === undefined) return;
    clearTimeout(timer);
    running.delete(timer);
  };

  return {
    /** Does the work once what runs now has ended. */
    soon: (work: () => void) => void after(0, guarded(work, [])),
    stopAll: () => running.forEach(stop),
    globals: {
      setTimeout: (work: Work, delayMs = 0, ...rest: unknown[]) => after(delayMs, guarded(work, rest)),
      setInterval: (work: Work, delayMs = 0, ...rest: unknown[]) => {
        const timer = setInterval(guarded(work, rest), delayMs);
        running.add(timer);
        return timer;
      },
      clearTimeout: stop,
      clearInterval: stop,
    },
  };
}

export type Timers = ReturnType<typeof createTimers>;
