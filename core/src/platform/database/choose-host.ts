/** What is known of one database host. Instants are milliseconds of one clock of this process. */
export interface HostStanding {
  /** When it was asked what it last said yes to: it takes writes, and has all that was written before. */
  readonly readyAskedAt: number | null;
  /** Since when it has said nothing but yes; null when its last answer was no, or none. */
  readonly readySince: number | null;
  /** When it last failed to say yes. */
  readonly failedAt: number | null;
}

/** A host that comes back takes over again only after it has been well for this long. */
export const settlingMs = 5_000;

/**
 * The host to write to, by its place in the list. The chosen one is kept while it is well, so is one that is
 * not when there is no better. Another takes over only on a yes that was asked for after the failure, so what
 * was committed on the one before is there. An earlier one that has settled is gone back to: all processes
 * agree on the list, and so they come to write to the same host.
 */
export function chooseHost(
  hosts: readonly HostStanding[],
  chosen: number | null,
  now: number,
): number | null {
  if (chosen === null) {
    // Not before those in front of it have been heard: everybody begins at the same one.
    const first = hosts.findIndex(({ readySince, failedAt }) => readySince !== null || failedAt === null);
    return hosts[first]?.readySince == null ? null : first;
  }
  const current = hosts[chosen];
  if (current?.readySince != null) {
    const settled = hosts.findIndex(
      ({ readySince }) => readySince !== null && now - readySince >= settlingMs,
    );
    return settled >= 0 && settled < chosen ? settled : chosen;
  }
  const since = current?.failedAt ?? -Infinity;
  const next = hosts.findIndex(
    ({ readySince, readyAskedAt }) => readySince !== null && readyAskedAt !== null && readyAskedAt > since,
  );
  return next < 0 ? chosen : next;
}
