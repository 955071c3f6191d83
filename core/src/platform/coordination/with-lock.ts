import type { Coordination, Lock } from './coordination';

export interface KeptLock {
  /** Aborts when the lock was lost: somebody else may have it. */
  readonly lost: AbortSignal;
  /** Stops renewing and gives the lock back. */
  end(): Promise<void>;
}

/** Renews a lock three times a lease until it ends. */
export function keepLock(lock: Lock, leaseMs: number): KeptLock {
  const lost = new AbortController();
  let renewing = Promise.resolve();
  const timer = setInterval(() => {
    renewing = renewing
      .then(() => lock.renew())
      // No answer is not a loss yet; the lease tells when it has run out.
      .catch(() => true)
      .then((held) => {
        if (!held) lost.abort();
      });
  }, leaseMs / 3);
  return {
    lost: lost.signal,
    async end() {
      clearInterval(timer);
      await renewing;
      // A lock that cannot be given back ends with its lease.
      await lock.release().catch(() => false);
    },
  };
}

export type LockedAnswer<Answer> = { readonly ran: true; readonly answer: Answer } | { readonly ran: false };

/**
 * Runs `work` under a lock that is renewed while it runs, or answers `ran: false` when somebody else
 * holds it. Leases can run out under a process that stands still, so what must not happen twice
 * compares `lock.fencing` as well.
 * @throws Unavailable
 */
export async function withLock<Answer>(
  coordination: Coordination,
  name: string,
  options: { readonly leaseMs: number },
  work: (lock: Lock, lost: AbortSignal) => Promise<Answer>,
): Promise<LockedAnswer<Answer>> {
  const lock = await coordination.lock(name, options);
  if (!lock) return { ran: false };
  const kept = keepLock(lock, options.leaseMs);
  try {
    return { ran: true, answer: await work(lock, kept.lost) };
  } finally {
    await kept.end();
  }
}
