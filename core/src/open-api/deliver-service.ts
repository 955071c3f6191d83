import {
  dayMs,
  defineJob,
  type Instant,
  type JobContext,
  type JobDefinition,
  type Jobs,
  type Platform,
  type Tx,
} from '../platform';
import { afterDelivery, hasArrived, isToPause } from './after-delivery';
import type { Courier } from './courier';
import { deliveryStore } from './delivery-store';
import type { HookDelivery, Webhook } from './model';
import { letterOf } from './sign-hook-service';
import { webhookStore } from './webhook-store';

/** The job that brings what waits for one webhook. */
const deliverJob = 'openApi.deliver';
/** A message is remembered for so long. */
export const deliveryKeptDays = 30;
const purgedTogether = 500;
/** One webhook keeps a worker for so long at most, so that none starves the rest of the house. */
const runMs = 20_000;
/** Whoever fell silent while delivering is not waited for any longer. */
const busyMs = 60_000;
/** After so many failures one after the other, the rest waits for the next minute. */
const failuresInARow = 3;
const webhooksAMinute = 500;

/** Tells the people of a webhook's party that it stands still. */
export type TellPaused = (
  tx: Tx,
  event: { readonly eventId: string; readonly at: Instant },
  webhook: Pick<Webhook, 'id' | 'name' | 'partyId'>,
) => Promise<void>;

/** Asks for what waits for a webhook to be brought. `key` tells apart why it is asked for. */
export const askToDeliver = (
  tx: Tx,
  jobs: Pick<Jobs, 'enqueue'>,
  webhookId: string,
  key: string,
  runAt: Instant,
) => jobs.enqueue(tx, { name: deliverJob, key: `${webhookId}:${key}`, payload: { webhookId }, runAt });

/**
 * Brings messages to webhooks. All of one webhook go through one hand, one after the other: an address that does not
 * answer costs one worker's patience at a time, however much waits for it.
 */
export function deliverDesk(platform: Platform, courier: Courier, tellPaused: TellPaused) {
  const { database, clock, jobs, newId } = platform;

  const nextOf = (webhookId: string) =>
    database.read(async (tx) => {
      const webhook = await webhookStore(tx).one(webhookId);
      const delivery =
        webhook?.state === 'active' ? await deliveryStore(tx).nextDue(webhookId, clock.now()) : undefined;
      return webhook && delivery ? { webhook, delivery } : null;
    });

  /** Lets a webhook stand still that has failed for days, and says so. */
  const pauseFailing = async (tx: Tx, { id }: Webhook, eventId: string, at: Instant) => {
    const store = webhookStore(tx);
    const webhook = await store.locked(id);
    const [pace] = await store.paces([id]);
    if (webhook?.state !== 'active' || !isToPause(pace?.failingSince ?? null, at)) return;
    const paused = { state: 'paused', pausedBecause: 'failing', version: webhook.version + 1 } as const;
    await store.change({ ...webhook, ...paused, changedBy: '', changedAt: at });
    await tellPaused(tx, { eventId, at }, webhook);
  };

  /** Tries once and writes down what came of it. True when it arrived. */
  const deliverOne = async (webhook: Webhook, delivery: HookDelivery): Promise<boolean> => {
    const outcome = await courier.send(letterOf(webhook, delivery, clock.now()));
    const at = clock.now();
    const arrived = hasArrived(outcome);
    await database.transaction(async (tx) => {
      const store = webhookStore(tx);
      await deliveryStore(tx).settle(delivery, afterDelivery(delivery, outcome, at), outcome, at);
      if (arrived) await store.arrived(webhook.id, at);
      else await store.failed(webhook.id, at);
      if (!arrived) await pauseFailing(tx, webhook, delivery.id, at);
    });
    return arrived;
  };

  /** True unless the rest has to wait: the address does not answer, or the process stops. */
  const deliverAll = async (webhookId: string, signal: AbortSignal): Promise<boolean> => {
    const begunAt = performance.now();
    let failures = 0;
    while (!signal.aborted && failures < failuresInARow && performance.now() - begunAt < runMs) {
      const next = await nextOf(webhookId);
      if (!next) return true;
      failures = (await deliverOne(next.webhook, next.delivery)) ? 0 : failures + 1;
    }
    return !signal.aborted && failures < failuresInARow;
  };

  const deliver = async ({ payload, signal }: JobContext) => {
    const { webhookId } = payload as { webhookId: string };
    const at = clock.now();
    const isOurs = await database.transaction((tx) => webhookStore(tx).begin(webhookId, at, at + busyMs));
    // Whoever is at it finds what has come meanwhile.
    if (!isOurs) return;
    const goesOn = await deliverAll(webhookId, signal).finally(() =>
      database.transaction((tx) => webhookStore(tx).end(webhookId)),
    );
    // What came after the last look found the webhook busy.
    if (!goesOn || !(await nextOf(webhookId))) return;
    await database.transaction((tx) => askToDeliver(tx, jobs, webhookId, newId(), clock.now()));
  };

  return {
    deliveryJobs: (): readonly JobDefinition[] => [
      defineJob({ name: deliverJob, run: deliver }),
      defineJob({
        name: 'openApi.tend',
        every: { ms: 60_000 },
        run: async ({ key }) => {
          const due = await database.read((tx) =>
            deliveryStore(tx).dueWebhooks(clock.now(), webhooksAMinute),
          );
          if (due.length === 0) return;
          await database.transaction(async (tx) => {
            for (const webhookId of due) await askToDeliver(tx, jobs, webhookId, key, clock.now());
          });
        },
      }),
      defineJob({
        name: 'openApi.purge',
        every: { dailyAt: '04:02' },
        run: async ({ log }) => {
          const before = clock.now() - deliveryKeptDays * dayMs;
          let deliveries = 0;
          for (let removed = purgedTogether; removed === purgedTogether; deliveries += removed) {
            removed = await database.transaction((tx) =>
              deliveryStore(tx).removeBefore(before, purgedTogether),
            );
          }
          log.info({ deliveries }, 'old webhook deliveries forgotten');
        },
      }),
    ],
  };
}
