import {
  type Caller,
  type Clock,
  dayOf,
  type Instant,
  type JobDefinition,
  pageOf,
  type Platform,
  readCursor,
  Refused,
  sum,
  type Tx,
  commandsOver,
} from '../platform';
import { loadSkus } from '../catalog';
import type { AlertAction, AlertLevel, AlertState, ExpiryAlert } from './expiry-model';
import { expiryStore } from './expiry-store';
import { takeOut } from './move-service';
import { ownerSeen } from './owner-seen';
import { raiseAlerts } from './raise-alerts';
import { takeInMany } from './receive-service';
import { recallStore } from './recall-store';
import { policyStore } from './policy-store';
import { releaseSoftly } from './soft-reservation-service';

/** Lots looked at in one transaction. */
const lotsTogether = 2_000;
/** Each locked lot is moved with entries of its own, so fewer go together. */
const lockedTogether = 400;

export interface HandleAlertInput {
  readonly alertId: string;
  readonly commandId: string;
  readonly action: AlertAction;
  readonly outcome: string;
}

export interface AlertQuery {
  readonly ownerId?: string | undefined;
  readonly state?: AlertState | undefined;
  readonly level?: AlertLevel | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** How many alerts of an owner's lots are open, and how many of them too long. */
export async function countExpiryAlerts(tx: Tx, ownerId: string, at: Instant) {
  const levels = await expiryStore(tx).counts(ownerId, at);
  return {
    open: sum(levels.map(({ open }) => Number(open))),
    overdue: sum(levels.map(({ overdue }) => Number(overdue))),
  };
}

/** The expiry desk: who must act on which lot until when, and what was done. */
export function expiryService({ database }: Platform) {
  const once = commandsOver(database);
  return {
    /** First to be due first; HQ may ask for anybody's. */
    alerts: (caller: Caller, query: AlertQuery) =>
      database.read(async (tx) => {
        const after = query.cursor ? readCursor(query.cursor, 'number', 'string') : ([-1, ''] as const);
        const filter = { state: query.state ?? null, level: query.level ?? null };
        const owner = ownerSeen(caller, query.ownerId);
        const found = await expiryStore(tx).page(owner, filter, after, query.limit + 1);
        return pageOf(found, query.limit, ({ dueAt, id }) => [dueAt, id]);
      }),

    /** What became of alerts, level by level: open, overdue, handled in time and late. */
    alertCounts: (caller: Caller, ownerId: string | undefined) =>
      database.read((tx) => expiryStore(tx).counts(ownerSeen(caller, ownerId), caller.at)),

    /**
     * Closes an alert with what was done and what came of it.
     * @throws stock.alertUnknown, stock.notYourDesk, stock.alertClosed, command.idReused
     */
    handleAlert: (caller: Caller, input: HandleAlertInput): Promise<ExpiryAlert> =>
      once(caller, 'stock.handleAlert', input.commandId, input, async (tx) => {
        const alert = await expiryStore(tx).alertLocked(caller.partyId, input.alertId);
        if (!alert) throw new Refused('stock.alertUnknown');
        if (!mayHandle(caller, alert)) throw new Refused('stock.notYourDesk');
        if (alert.state !== 'open') throw new Refused('stock.alertClosed');
        const { action, outcome } = input;
        const done = { action, outcome, closedBy: caller.userName, closedAt: caller.at };
        await expiryStore(tx).handle(alert.id, done);
        return { ...alert, ...done, state: 'handled' };
      }),
  };
}

/** The desk an alert belongs to closes it, and so may whoever leads the house. */
const mayHandle = ({ roles }: Caller, { desk }: ExpiryAlert) =>
  roles.some((role) => role === desk || role === 'manager' || role === 'owner');

export interface ExpiryScan {
  readonly locked: number;
  readonly raised: number;
  readonly escalated: number;
}

/**
 * Looks at every lot with goods in it as of an instant: locks what has expired, raises one alert for each
 * lot and level, and closes alerts of lots that are empty. Repeating it adds nothing.
 */
export async function scanExpiry(
  { database, newId }: Pick<Platform, 'database' | 'newId'>,
  at: Instant,
): Promise<ExpiryScan> {
  const locked = await inSteps((afterId) =>
    database.transaction((tx) => lockExpired(tx, newId, afterId, at)),
  );
  const counted = { raised: 0, escalated: 0 };
  await inSteps(async (afterId) => {
    const step = await database.transaction((tx) => raiseSome(tx, newId, afterId, at));
    counted.raised += step.raised;
    counted.escalated += step.escalated;
    return step;
  });
  await database.transaction((tx) => expiryStore(tx).closeEmpty(at));
  return { locked, ...counted };
}

/** Goes on from where a step ended until one finds nothing more. Answers how many lots there were. */
async function inSteps(step: (afterId: string) => Promise<{ lastId: string | null; count: number }>) {
  let total = 0;
  for (let afterId: string | null = ''; afterId !== null;) {
    const { lastId, count }: { lastId: string | null; count: number } = await step(afterId);
    total += count;
    afterId = lastId;
  }
  return total;
}

async function raiseSome(tx: Tx, newId: () => string, afterId: string, at: Instant) {
  const store = expiryStore(tx);
  const lots = await store.lotsAfter(afterId, lotsTogether);
  const skus = await loadSkus(tx, [...new Set(lots.map(({ skuId }) => skuId))]);
  const stopSaleDays = new Map([...skus.values()].map((sku) => [sku.id, sku.stopSaleDays]));
  const known = await store.alertsOfLots(lots.map(({ id }) => id));
  const { raised, escalatedIds } = raiseAlerts(lots, stopSaleDays, known, { on: dayOf(at), at, newId });
  await store.addAlerts(raised);
  await store.escalate(escalatedIds, at);
  return {
    lastId: lots.length === lotsTogether ? (lots.at(-1)?.id ?? null) : null,
    count: lots.length,
    raised: raised.length,
    escalated: escalatedIds.length,
  };
}

/** Goods past their day become `expired`, out of one quality into the other; what is promised waits for its orders. */
async function lockExpired(tx: Tx, newId: () => string, afterId: string, at: Instant) {
  const store = expiryStore(tx);
  const lots = await store.expiredUnlocked(dayOf(at), afterId, lockedTogether);
  if (lots.length > 0) {
    const movers = {
      kind: 'expire',
      documentKind: 'expiry',
      documentId: `expiry-${dayOf(at)}`,
      actorId: 'system',
      at,
    } as const;
    const free = lots.map((lot) => ({ ...lot, quantity: lot.onHand - lot.reserved }));
    await takeOut(
      tx,
      newId,
      free.map(({ id, quantity }) => ({ lotId: id, quantity })),
      movers,
    );
    const arrivals = free.map(
      ({ ownerId, warehouseId, skuId, lotNo, producedOn, expiresOn, quantity }) =>
        ({
          ownerId,
          warehouseId,
          skuId,
          lotNo,
          producedOn,
          expiresOn,
          quality: 'expired',
          quantity,
        }) as const,
    );
    await takeInMany(tx, newId, arrivals, movers);
    const emptied = free.filter(({ reserved }) => reserved === 0).map(({ id }) => id);
    await store.escalateLots(emptied, at);
  }
  return { lastId: lots.length === lockedTogether ? (lots.at(-1)?.id ?? null) : null, count: lots.length };
}

/** Each morning before the warehouses open: every lot's level, alerts, and locks. */
export function expiryJob(platform: Pick<Platform, 'database' | 'newId'> & { clock: Clock }): JobDefinition {
  return {
    name: 'stock.scanExpiry',
    every: { dailyAt: '01:10' },
    run: async () => {
      const at = platform.clock.now();
      await platform.database.transaction(async (tx) => {
        // Goods that came in while a recall was being opened are stopped here at the latest.
        for (const recall of await recallStore(tx).stopping()) await recallStore(tx).stop(recall);
      });
      await scanExpiry(platform, at);
    },
  };
}

const lapsedTogether = 200;

/** Each minute: goods kept for somebody who did not come back are free again. */
export function releaseSoftJob({
  database,
  clock,
}: Pick<Platform, 'database'> & { clock: Clock }): JobDefinition {
  return {
    name: 'stock.releaseSoft',
    every: { ms: 60_000 },
    run: async () => {
      const lapsed = await database.read((tx) => policyStore(tx).lapsedSoft(clock.now(), lapsedTogether));
      for (const { id } of lapsed) await database.transaction((tx) => releaseSoftly(tx, [id]));
    },
  };
}
