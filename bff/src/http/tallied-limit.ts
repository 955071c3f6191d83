/** Of a rule's points, the share (1/20) that one process may let in before it has told the limiter. */
const shareUntold = 20;
/** What was let in is told at the latest after this time. */
const tellMs = 250;
/** The one first counted makes room; the limiter still knows what it was told of it. */
const talliesKept = 50_000;

/** What the limiter says to points asked of it. */
export interface Told {
  readonly allowed: boolean;
  readonly remaining: number;
  readonly retryAfterMs: number;
  readonly windowEndsAfterMs: number;
}

/** What one process knows of one name. Times are those of `performance.now`. */
interface Tally {
  /** Let in and not yet told; -1 when one has been told ahead. */
  untold: number;
  /** May be let in before the limiter has to be asked. */
  left: number;
  refusedUntilMs: number;
  windowEndsMs: number;
  telling: Promise<void> | null;
}

export interface TalliedLimit {
  /** 0 lets in; else so many milliseconds until it is worth another try. */
  take(name: string): number | Promise<number>;
}

/**
 * A limit that is counted here and told to the limiter afterwards, many requests at once, so that a request
 * waits for nobody while its name is far from the limit. Over all processes a window lets in no more than
 * `points`, and `points / 20` more for each process that had not yet been told; a single process is exact
 * once it has asked. Rules of fewer than 20 points ask every time.
 * @param ask takes points from the limiter; null when it does not answer, which lets in
 */
export function talliedLimit(
  rule: { readonly points: number; readonly windowMs: number },
  ask: (name: string, cost: number) => Promise<Told | null>,
  { kept = talliesKept, nowMs = () => performance.now() } = {},
): TalliedLimit {
  const atOnce = Math.floor(rule.points / shareUntold);
  const tallies = new Map<string, Tally>();
  const due = new Map<Tally, string>();
  let timer: NodeJS.Timeout | null = null;

  const begin = (name: string, before: Tally | undefined): Tally => {
    const fresh = { left: atOnce, refusedUntilMs: 0, windowEndsMs: nowMs() + rule.windowMs };
    const tally = before ? Object.assign(before, fresh) : { untold: 0, telling: null, ...fresh };
    tallies.delete(name);
    tallies.set(name, tally);
    for (const eldest of tallies.keys()) {
      if (tallies.size <= kept) break;
      tallies.delete(eldest);
    }
    return tally;
  };

  /** Tells what is untold, or asks for one ahead. */
  const settle = async (name: string, tally: Tally) => {
    const cost = Math.max(1, tally.untold);
    const answer = await ask(name, cost);
    tally.untold = Math.max(-1, tally.untold - cost);
    tally.telling = null;
    if (answer === null) {
      tally.untold = 0;
      tally.left = Math.max(1, atOnce);
    } else if (answer.allowed) {
      tally.left = Math.min(atOnce, answer.remaining) - tally.untold;
      tally.windowEndsMs = nowMs() + answer.windowEndsAfterMs;
    } else {
      tally.untold = 0;
      tally.left = 0;
      tally.refusedUntilMs = nowMs() + answer.retryAfterMs;
      tally.windowEndsMs = tally.refusedUntilMs;
    }
  };
  const tell = (name: string, tally: Tally) => (tally.telling ??= settle(name, tally));

  const tellAll = () => {
    timer = null;
    for (const [tally, name] of due) if (tally.untold > 0) void tell(name, tally);
    due.clear();
  };

  const letIn = (name: string, tally: Tally) => {
    tally.left -= 1;
    tally.untold += 1;
    if (tally.untold <= 0) return 0;
    if (tally.untold * 2 > atOnce) void tell(name, tally);
    else due.set(tally, name);
    timer ??= setTimeout(tellAll, tellMs).unref();
    return 0;
  };

  const waitAndTake = async (name: string, tally: Tally): Promise<number> => {
    while (tally.left <= 0) {
      await tell(name, tally);
      if (tally.refusedUntilMs > nowMs()) return tally.refusedUntilMs - nowMs();
    }
    return letIn(name, tally);
  };

  return {
    take(name) {
      const now = nowMs();
      const known = tallies.get(name);
      const tally = known && known.windowEndsMs > now ? known : begin(name, known);
      if (tally.refusedUntilMs > now) return tally.refusedUntilMs - now;
      return tally.left > 0 ? letIn(name, tally) : waitAndTake(name, tally);
    },
  };
}
