/** So many names are counted at once; more are let in, uncounted, until the window is over. */
const mostNames = 200_000;

/** Counts what one process lets in of each name, in windows that all names share. */
export interface WindowLimit {
  /** 0 lets in; else so many milliseconds until the window is over. */
  take(name: string): number;
}

/**
 * A limit that this process keeps by itself: it asks nobody, so it costs a request nothing. Over all processes a window
 * lets in so many times as many as there are of them.
 */
export function windowLimit(
  { points, windowMs }: { readonly points: number; readonly windowMs: number },
  nowMs: () => number = () => performance.now(),
): WindowLimit {
  let counts = new Map<string, number>();
  let endsMs = nowMs() + windowMs;
  return {
    take(name) {
      if (points === 0) return 0;
      const now = nowMs();
      if (now >= endsMs) {
        counts = new Map();
        endsMs = now + windowMs;
      }
      const count = (counts.get(name) ?? 0) + 1;
      if (count > points) return endsMs - now;
      if (count > 1 || counts.size < mostNames) counts.set(name, count);
      return 0;
    },
  };
}
