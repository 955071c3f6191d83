/** Says whether the process keeps its work waiting. */
export interface EventLoopWatch {
  /** True when two beats in a row came late by more than the limit. */
  isLate(): boolean;
  stop(): void;
}

const beatMs = 50;

/**
 * Watches how late a beat of the event loop comes; that long every request has waited before it is looked
 * at. One late beat is a pause, such as a process that stood still; two are more work than time.
 */
export function watchEventLoop(limitMs: number): EventLoopWatch {
  let dueMs = performance.now() + beatMs;
  let lateBeats = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    lateBeats = now - dueMs > limitMs ? lateBeats + 1 : 0;
    dueMs = now + beatMs;
  }, beatMs).unref();
  return {
    isLate: () => lateBeats >= 2,
    stop: () => clearInterval(timer),
  };
}
