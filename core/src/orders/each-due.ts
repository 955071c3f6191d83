import type { Instant, Log } from '../platform';

/** Something whose moment comes. */
export interface Due {
  readonly id: string;
  readonly dueAt: Instant;
}

const together = 100;

/**
 * Does `work` for all that is due, the earliest first. What fails is logged as `said`, comes again with the next round and
 * holds up nobody else. `page` answers up to `limit` of those behind one. Answers how many it was done for.
 */
export async function eachDue(
  log: Pick<Log, 'warn'>,
  said: string,
  page: (after: Due, limit: number) => Promise<readonly Due[]>,
  work: (id: string) => Promise<void>,
): Promise<number> {
  let done = 0;
  let after: Due = { id: '', dueAt: 0 };
  for (;;) {
    const due = await page(after, together);
    for (const { id } of due) {
      try {
        await work(id);
        done += 1;
      } catch (error) {
        log.warn({ orderId: id, error }, said);
      }
    }
    if (due.length < together) return done;
    after = due.at(-1) ?? after;
  }
}
