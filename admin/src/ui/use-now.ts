import { useSyncExternalStore } from 'react';

const TICK_MILLISECONDS = 20_000;

const listeners = new Set<() => void>();
let nowMs = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

const subscribe = (listener: () => void) => {
  if (listeners.size === 0) nowMs = Date.now();
  listeners.add(listener);
  timer ??= setInterval(() => {
    nowMs = Date.now();
    listeners.forEach((tell) => tell());
  }, TICK_MILLISECONDS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
};

/** The present instant, shared by every clock on the screen and renewed three times a minute. */
export const useNow = () => useSyncExternalStore(subscribe, () => nowMs);
