import { readSkus, type Sku } from '../../catalog';
import { readParties, readSupplies } from '../../partners';
import { sellersOf } from '../../partners/rules';
import {
  type Caller,
  dayMs,
  type GateLook,
  type HeldToken,
  type Instant,
  pageOf,
  type Platform,
  readCursor,
  Refused,
  type Tx,
} from '../../platform';
import { phaseOf } from './flash-phase';
import { activitiesFor } from './grab-service';
import { type FlashActivity, type FlashPhase, flashToken } from './model';
import { flashStore } from './store';

/** So many activities a hall shows; more would be no hall. */
const hallLimit = 100;
/** How long an activity that is over stays in the hall. */
const shownAfterMs = dayMs;

/** An activity as somebody sees it now; `gate` is null while none stands. */
export interface FlashSeen {
  readonly activity: FlashActivity;
  readonly phase: FlashPhase;
  readonly sku: Sku | undefined;
  readonly sellerName: string;
  readonly gate: GateLook | null;
}

export interface HallSeen {
  /** The gate's time, by which countdowns run. */
  readonly at: Instant;
  readonly items: readonly FlashSeen[];
}

export interface MyToken extends HeldToken {
  readonly seen: FlashSeen;
}

export interface OwnQuery {
  readonly sellerId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** The hall of buyers, and the desk of sellers: what is on, what is left, what runs. */
export function hallService({ database, coordination }: Pick<Platform, 'database' | 'coordination'>) {
  const { gates } = coordination;

  const see = async (tx: Tx, activities: readonly FlashActivity[], at: Instant) => {
    const skus = await readSkus(tx, [...new Set(activities.map(({ skuId }) => skuId))]);
    const sellers = await readParties(tx, [...new Set(activities.map(({ sellerId }) => sellerId))]);
    return activities.map((activity): Omit<FlashSeen, 'gate'> => ({
      activity,
      phase: phaseOf(activity, at),
      sku: skus.get(activity.skuId),
      sellerName: sellers.get(activity.sellerId)?.name ?? '',
    }));
  };
  const withGates = async (seen: readonly Omit<FlashSeen, 'gate'>[]): Promise<readonly FlashSeen[]> => {
    const looks = await gates.look(seen.map(({ activity }) => activity.id));
    return seen.map((one, index) => ({ ...one, gate: looks[index] ?? null }));
  };
  const hallOf = async (buyerId: string, at: Instant) =>
    database.read(async (tx) => {
      const supplies = (await readSupplies(tx, [buyerId])).get(buyerId) ?? [];
      const sellerIds = sellersOf(supplies, buyerId);
      const published = await flashStore(tx).hall(sellerIds, at - shownAfterMs, hallLimit);
      return see(tx, await activitiesFor(tx, buyerId, published), at);
    });

  return {
    /** What a buyer may take part in: coming, open, and over since a day at most. The first to begin first. */
    async hall(caller: Caller): Promise<HallSeen> {
      const at = await gates.now();
      return { at, items: await withGates(await hallOf(caller.partyId, at)) };
    },

    /** The tokens a buyer holds and has not bought with, the first to end first. */
    async mine(caller: Caller): Promise<{ readonly at: Instant; readonly items: readonly MyToken[] }> {
      const at = await gates.now();
      const seen = await withGates(await hallOf(caller.partyId, at));
      const open = seen.filter(({ phase }) => phase === 'open' || phase === 'closing');
      const held = await Promise.all(
        open.map(async (one) => {
          const tokens = await gates.heldBy(one.activity.id, caller.partyId);
          return tokens.map(({ token, ...rest }) => ({
            ...rest,
            token: flashToken(one.activity.id, token),
            seen: one,
          }));
        }),
      );
      return { at, items: held.flat().sort((left, right) => left.endsAt - right.endsAt) };
    },

    /** A seller's activities, the last to begin first; HQ may ask for anybody's. */
    async own(caller: Caller, query: OwnQuery) {
      const at = await gates.now();
      const page = await database.read(async (tx) => {
        const found = await flashStore(tx).ofSeller(
          sellerAsked(caller, query.sellerId),
          query.cursor ? readCursor(query.cursor, 'number', 'string') : null,
          query.limit + 1,
        );
        const { items, nextCursor } = pageOf(found, query.limit, ({ startsAt, id }) => [startsAt, id]);
        return { items: await see(tx, items, at), nextCursor };
      });
      return { items: await withGates(page.items), nextCursor: page.nextCursor };
    },

    /** One activity, as its seller or HQ sees it. @throws flash.unknown */
    async get(
      caller: Caller,
      activityId: string,
    ): Promise<{ readonly at: Instant; readonly seen: FlashSeen }> {
      const at = await gates.now();
      const seen = await database.read(async (tx) => {
        const [activity] = await flashStore(tx).activities([activityId]);
        const mayHave = activity?.sellerId === caller.partyId || caller.partyKind === 'hq';
        if (!activity || !mayHave) throw new Refused('flash.unknown');
        return see(tx, [activity], at);
      });
      const [one] = await withGates(seen);
      return { at, seen: one as FlashSeen };
    },
  };
}

/** Nobody's id: a query for it finds nothing. */
const nobody = '';

function sellerAsked(caller: Caller, sellerId: string | undefined): string {
  if (sellerId === undefined || sellerId === caller.partyId) return caller.partyId;
  return caller.partyKind === 'hq' ? sellerId : nobody;
}
