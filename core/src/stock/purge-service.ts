import {
  addDays,
  type Clock,
  dayMs,
  dayOf,
  defineJob,
  type Instant,
  type JobDefinition,
  type Platform,
} from '../platform';
import { purgeStore } from './purge-store';

/** What was done about ageing goods is kept for a year after the alert was closed, and as long as there are goods of the lot. */
export const alertKeptDays = 365;
/** What order lines took of a channel's quota is kept for so long after its last day, and goes with it. */
export const quotaKeptDays = 180;

const purgedTogether = 500;

export interface StockPurge {
  readonly alerts: number;
  readonly quotas: number;
}

/** Removes what nobody asks for any more: closed alerts of lots that are gone, and quotas that ended with their uses. */
export async function purgeStock({ database }: Pick<Platform, 'database'>, at: Instant): Promise<StockPurge> {
  const closedBefore = at - alertKeptDays * dayMs;
  const alerts = await inSteps(() =>
    database.transaction((tx) => purgeStore(tx).removeAlerts(closedBefore, purgedTogether)),
  );
  const endedBy = addDays(dayOf(at), -quotaKeptDays);
  // One at a time: a quota may have been used by many order lines.
  let quotas = 0;
  for (;;) {
    const removed = await database.transaction((tx) => purgeStore(tx).removeQuota(endedBy));
    if (removed === 0) return { alerts, quotas };
    quotas += removed;
  }
}

async function inSteps(step: () => Promise<number>): Promise<number> {
  for (let total = 0; ;) {
    const count = await step();
    total += count;
    if (count < purgedTogether) return total;
  }
}

/** Each night, when nobody works. */
export function purgeStockJob(platform: Pick<Platform, 'database'> & { clock: Clock }): JobDefinition {
  return defineJob({
    name: 'stock.purge',
    every: { dailyAt: '03:45' },
    run: async ({ log }) => {
      log.info({ ...(await purgeStock(platform, platform.clock.now())) }, 'old alerts and quotas purged');
    },
  });
}
