import { readSkus, type Sku } from '../catalog';
import { caseOf } from '../catalog/rules';
import { addDays, type Caller, dayOf, type Platform, Refused, sum, type Tx } from '../platform';
import {
  type FlashActivity,
  type FlashCommand,
  isLive,
  lockActivity,
  mayBecome,
  moveActivity,
  onceOnActivity,
  settlesAt,
} from '../promotions';
import { allocate, freeSetAside, loadStock, setAsideGoods, stockBalancesOf } from '../stock';
import { flashDocument } from './flash-line';

export interface PublishInput extends FlashCommand {
  /** The version the caller has seen; another one refuses the command. */
  readonly expectedVersion: number;
}

/** What of a flash activity concerns stock as well: its goods are set aside, and come free again. */
export function flashActivityService({ database, coordination, log }: Platform) {
  const { gates } = coordination;

  const attemptsOf = async (activityId: string) =>
    (await gates.look([activityId]).catch(() => [null]))[0]?.attempts ?? 0;

  /** Ends an activity: what is left of its goods is free again. */
  const end = async (tx: Tx, activity: FlashActivity, state: 'stopped' | 'settled', attempts: number) => {
    if (!mayBecome(activity.state, state)) throw new Refused('flash.stateForbids');
    const freed = isLive(activity) ? await freeSetAside(tx, flashDocument(activity.id)) : 0;
    await moveActivity(tx, activity, state, { released: activity.released + freed, attempts });
  };

  return {
    /**
     * Publishes a draft: its whole quota is set aside from lots of the seller that will be fresh enough on the last day,
     * first expired first out, so nobody else is sold them.
     * @throws flash.unknown, flash.stateForbids, flash.versionStale, flash.termsInvalid, flash.stockShort, command.idReused
     */
    publish: (caller: Caller, input: PublishInput) =>
      database.transaction((tx) =>
        onceOnActivity(tx, caller, 'flash.publish', input, async () => {
          const activity = await lockActivity(tx, caller, input.activityId);
          if (activity.version !== input.expectedVersion) {
            throw new Refused('flash.versionStale', String(activity.version));
          }
          if (!mayBecome(activity.state, 'planned')) throw new Refused('flash.stateForbids');
          if (activity.endsAt <= caller.at) throw new Refused('flash.termsInvalid', 'past');
          const { picks, short } = await allocateFor(tx, activity, caller);
          if (short > 0) throw new Refused('flash.stockShort', String(short));
          await setAsideGoods(tx, flashDocument(activity.id), picks);
          await moveActivity(tx, activity, 'planned');
        }),
      ),

    /**
     * Stops an activity, its seller's or HQ's word: nobody gets in and no token is used from now on.
     * @throws flash.unknown, flash.stateForbids, command.idReused
     */
    async stop(caller: Caller, input: FlashCommand): Promise<void> {
      const attempts = await attemptsOf(input.activityId);
      await database.transaction((tx) =>
        onceOnActivity(tx, caller, 'flash.stop', input, async () => {
          const activity = await lockActivity(tx, caller, input.activityId, { forHq: true });
          await end(tx, activity, 'stopped', attempts);
        }),
      );
      // The database refuses every order already; a gate that does not hear it now hears it from the next round.
      await gates
        .stop(input.activityId)
        .catch((error: unknown) => log.warn({ error: String(error) }, 'a gate could not be stopped'));
    },

    /**
     * Settles an activity that is over: its leftover is free stock again.
     * @throws flash.unknown, flash.stateForbids, flash.stillRuns, command.idReused
     */
    async settle(caller: Caller, input: FlashCommand): Promise<void> {
      const attempts = await attemptsOf(input.activityId);
      const at = await gates.now();
      await database.transaction((tx) =>
        onceOnActivity(tx, caller, 'flash.settle', input, async () => {
          const activity = await lockActivity(tx, caller, input.activityId);
          if (at < settlesAt(activity)) throw new Refused('flash.stillRuns');
          await end(tx, activity, 'settled', attempts);
        }),
      );
      await gates.forget(input.activityId);
    },

    /** Settles an activity whose time is over, if nobody has. */
    async settleDue(activity: FlashActivity): Promise<void> {
      const attempts = await attemptsOf(activity.id);
      await database.transaction(async (tx) => {
        const locked = await lockActivity(tx, ownerOf(activity), activity.id);
        if (isLive(locked)) await end(tx, locked, 'settled', attempts);
      });
      await gates.forget(activity.id);
    },
  };
}

const ownerOf = ({ sellerId }: FlashActivity) => ({ partyId: sellerId, partyKind: 'distributor' }) as Caller;

/** The lots an activity's quota comes from: fresh enough for those it is for, when the last of them gets his. */
async function allocateFor(tx: Tx, activity: FlashActivity, caller: Caller) {
  const { sellerId, skuId, quota, audience, endsAt } = activity;
  const sku = (await readSkus(tx, [skuId])).get(skuId) as Sku;
  const on = dayOf(caller.at);
  const facts = await loadStock(tx, {
    sellerIds: [sellerId],
    buyerIds: [],
    skuIds: [skuId],
    on,
    locked: true,
  });
  const stock = stockBalancesOf(facts);
  const wants = (audience.channels ?? [usualChannel]).map((channel) =>
    stock.wantOf({
      orderId: flashDocument(activity.id),
      lineNo: 1,
      sellerId,
      buyer: { id: '', channel, minimumLifeBp: null },
      sku,
      quantity: quota,
      caseFactor: caseOf(sku).factor,
      receiptOn: addDays(dayOf(endsAt), 1),
    }),
  );
  const strictest = wants.reduce((left, right) => (right.lastsUntil > left.lastsUntil ? right : left));
  const found = allocate(stock.lotsOf(sellerId, skuId), {
    ...strictest,
    stopsSaleOn: addDays(dayOf(endsAt), sku.stopSaleDays),
    channelLeft: null,
    maximumLots: null,
  });
  return { picks: found.picks, short: quota - sum(found.picks.map(({ quantity }) => quantity)) };
}

/** Whose freshness counts when an activity is for everybody. */
const usualChannel = 'traditional';
