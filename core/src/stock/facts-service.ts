import { type Day, everyPair, groupBy, type Instant, keyBy, together, type Tx } from '../platform';
import type { Commitment, QuotaUse } from './policy-model';
import { policyStore } from './policy-store';
import { deliveredKey, type StockFacts } from './stock-facts';
import type { Lot } from './model';
import { readLots, type StockTrade } from './standing-service';
import { type FreeLot, stockStore } from './store';

export interface StockWanted {
  readonly sellerIds: readonly string[];
  readonly buyerIds: readonly string[];
  readonly skuIds: readonly string[];
  readonly on: Day;
  /** Locks the lots, in id order, because promises follow. */
  readonly locked: boolean;
}

/** Everything a batch of lines asks stock about, with one statement per kind. */
export async function loadStock(tx: Tx, wanted: StockWanted): Promise<StockFacts> {
  const { sellerIds, buyerIds, skuIds, on, locked } = wanted;
  const policies = policyStore(tx);
  return {
    on,
    lots: await stockStore(tx).freeLots(everyPair(sellerIds, skuIds), locked),
    lifeRules: groupBy(await policies.lifeRules(sellerIds, buyerIds), (rule) => rule.sellerId),
    buffers: await policies.buffers(sellerIds, skuIds),
    quotas: await policies.quotas(sellerIds, skuIds, on),
    markdowns: groupBy(await policies.markdowns(sellerIds), (markdown) => markdown.sellerId),
    delivered: new Map(
      (await policies.delivered(everyPair(buyerIds, skuIds))).map(({ buyerId, skuId, expiresOn }) => [
        deliveredKey(buyerId, skuId),
        expiresOn,
      ]),
    ),
  };
}

/** What is free of goods, and how fresh the buyers were served: what every order changes. */
export interface LiveStock {
  /** Those of the same goods in the order they are drawn. */
  readonly lots: readonly Lot[];
  /** By `deliveredKey`. */
  readonly delivered: ReadonlyMap<string, Day>;
}

/** Reads what orders take from, for exactly these trades; the lots are locked when promises follow. */
export async function loadLiveStock(
  tx: Tx,
  trades: readonly StockTrade[],
  { on, locked }: Pick<StockWanted, 'on' | 'locked'>,
): Promise<LiveStock> {
  const goods = trades.flatMap(({ sellerId, skuIds }) => skuIds.map((skuId) => [sellerId, skuId] as const));
  const customers = trades.flatMap(({ buyerId, skuIds }) => skuIds.map((skuId) => [buyerId, skuId] as const));
  const known = await readLots(tx, goods, on);
  const [free, delivered] = await together([
    known.size > 0 ? stockStore(tx).freeOf([...known.keys()], locked) : Promise.resolve([]),
    policyStore(tx).delivered(customers),
  ]);
  const freeNow = keyBy(free, ({ id }) => id);
  const lots: Lot[] = [];
  for (const lot of known.values()) {
    const now = freeNow.get(lot.id);
    if (now) lots.push(asItStands(lot, now));
  }
  return {
    lots,
    delivered: new Map(
      delivered.map(({ buyerId, skuId, expiresOn }) => [deliveredKey(buyerId, skuId), expiresOn]),
    ),
  };
}

/** A lot with what is free of it now. Field by field, as every order brings several. */
const asItStands = (lot: Lot, { onHand, reserved }: FreeLot): Lot => ({
  id: lot.id,
  ownerId: lot.ownerId,
  warehouseId: lot.warehouseId,
  skuId: lot.skuId,
  lotNo: lot.lotNo,
  producedOn: lot.producedOn,
  expiresOn: lot.expiresOn,
  quality: lot.quality,
  onHand,
  reserved,
  receivedAt: lot.receivedAt,
  recallId: null,
});

/** A lot that has gone to a buyer. */
export interface Delivered {
  readonly buyerId: string;
  readonly skuId: string;
  readonly expiresOn: Day;
}

/** Remembers how fresh the goods were that each buyer has been sent: nothing older follows (不倒批). */
export async function rememberDelivered(tx: Tx, delivered: readonly Delivered[], at: Instant): Promise<void> {
  const oldestFirst = [...delivered].sort((one, other) => (one.expiresOn < other.expiresOn ? -1 : 1));
  const freshest = keyBy(oldestFirst, ({ buyerId, skuId }) => deliveredKey(buyerId, skuId));
  const rows = [...freshest.values()].map(({ buyerId, skuId, expiresOn }) => ({
    buyerId,
    skuId,
    expiresOn,
    at,
  }));
  if (rows.length > 0) await policyStore(tx).rememberDelivered(rows);
}

/** Writes down what order lines take of channel quotas. A quota with too little left replays the work. */
export async function useQuotas(tx: Tx, uses: readonly QuotaUse[]): Promise<void> {
  if (uses.length > 0) await policyStore(tx).useQuotas(uses);
}

/** Sets what these orders still owe, and for when; what they owed before is replaced. */
export async function commitBackOrders(
  tx: Tx,
  orderIds: readonly string[],
  commitments: readonly Commitment[],
): Promise<void> {
  await policyStore(tx).replaceCommitments(orderIds, commitments);
}
