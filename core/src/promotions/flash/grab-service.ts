import { randomUUID } from 'node:crypto';
import { readSkus } from '../../catalog';
import { readParties, readSupplies } from '../../partners';
import { supplierOf } from '../../partners/rules';
import { type Caller, type GrabRefusal, type Instant, type Platform, type Tx } from '../../platform';
import type { FlashChallenge } from './challenge';
import { fitsAudience } from './fits-audience';
import type { GateService } from './gate-service';
import { type FlashActivity, flashToken } from './model';
import { flashStore } from './store';

export interface GrabInput {
  readonly activityId: string;
  /** Made by the buyer and kept for retries. */
  readonly requestId: string;
  readonly quantity: number;
  readonly challengeAnswer?: string | undefined;
}

/** `at` is the gate's time, by which countdowns run. */
export type Grabbed =
  | {
      readonly outcome: 'token';
      readonly at: Instant;
      readonly token: string;
      readonly quantity: number;
      readonly endsAt: Instant;
    }
  | {
      readonly outcome: Exclude<GrabRefusal, 'barred'> | 'notForYou';
      readonly at: Instant;
      /** Units that others hold and have not ordered yet: some may come back. */
      readonly held: number;
    }
  | { readonly outcome: 'challenge'; readonly at: Instant; readonly challenge: string };

/** Who asks at a gate that does not stand makes it look for what should, at most so often. */
const warmEveryMs = 500;

export function grabService(
  { database, coordination, clock, log }: Platform,
  gateKeeper: GateService,
  challenge: FlashChallenge,
) {
  const { gates } = coordination;
  let nextWarmAtMs = 0;

  const warmSoon = () => {
    if (performance.now() < nextWarmAtMs) return;
    nextWarmAtMs = performance.now() + warmEveryMs;
    gateKeeper.warmDue().catch((error: unknown) => log.warn({ error: String(error) }, 'no gate was built'));
  };

  return {
    /** Asks the gate for units. Who loses hears so after one round trip, and the database hears of winners only. */
    async grab(caller: Caller, input: GrabInput): Promise<Grabbed> {
      const { activityId, requestId, quantity, challengeAnswer } = input;
      const demanded = challenge(caller, { activityId, requestId, answer: challengeAnswer });
      if (demanded !== null) return { outcome: 'challenge', at: clock.now(), challenge: demanded };
      const buyerId = caller.partyId;
      const answer = await gates.grab(activityId, { buyerId, requestId, quantity, token: randomUUID() });
      if (answer.answer !== 'token') {
        if (answer.answer === 'notWarm') warmSoon();
        const { at, held } = answer;
        return { outcome: answer.answer === 'barred' ? 'notForYou' : answer.answer, at, held };
      }
      const { at, token, endsAt } = answer;
      if (await database.read((tx) => mayTake(tx, activityId, buyerId))) {
        return {
          outcome: 'token',
          at,
          token: flashToken(activityId, token),
          quantity: answer.quantity,
          endsAt,
        };
      }
      await gates.bar(activityId, token);
      return { outcome: 'notForYou', at, held: 0 };
    },
  };
}

async function mayTake(tx: Tx, activityId: string, buyerId: string): Promise<boolean> {
  const [activity] = await flashStore(tx).activities([activityId]);
  return activity !== undefined && (await activitiesFor(tx, buyerId, [activity])).length > 0;
}

/** Those of these activities that a buyer may take part in: their seller supplies it, and it is of their audience. */
export async function activitiesFor(
  tx: Tx,
  buyerId: string,
  activities: readonly FlashActivity[],
): Promise<readonly FlashActivity[]> {
  if (activities.length === 0) return [];
  const supplies = (await readSupplies(tx, [buyerId])).get(buyerId) ?? [];
  const buyer = (await readParties(tx, [buyerId])).get(buyerId);
  const skus = await readSkus(tx, [...new Set(activities.map(({ skuId }) => skuId))]);
  if (!buyer || buyer.status !== 'active') return [];
  return activities.filter(({ sellerId, skuId, audience }) => {
    const sku = skus.get(skuId);
    const supplier = sku && supplierOf(supplies, buyerId, sku.productLine);
    return supplier?.reason === null && supplier.sellerId === sellerId && fitsAudience(audience, buyer);
  });
}
