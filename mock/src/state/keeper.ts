/** Saves at once is too often for a busy server: writes are put together, and rest longer the longer they take. */
const leastRestMs = 250;
const restForEachMs = 20;

/** Calls `save` some time after `changed`, and at the end. Keeps no process alive. */
export function openKeeper(save: () => void) {
  let timer: NodeJS.Timeout | null = null;
  let tookMs = 0;

  function saveNow(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    const startedAt = performance.now();
    save();
    tookMs = performance.now() - startedAt;
  }

  return {
    changed(): void {
      if (timer) return;
      timer = setTimeout(saveNow, Math.max(leastRestMs, tookMs * restForEachMs));
      timer.unref();
    },
    close: saveNow,
  };
}
