import { type Caller, type Day, dayOf, type Platform, type Tx } from '../platform';
import { loadLongestStopSaleDays, loadSkus } from '../catalog';
import { expiryLevel, worseOf } from './expiry-level';
import type { ExpiryLevel } from './expiry-model';
import type { Lot } from './model';
import { ownerSeen } from './owner-seen';
import { type Life, type LifeHeap, type LotFilter, stockStore } from './store';

/** SKUs shown beside each other: those with most goods that age. */
const skusTogether = 25;
/** Lives whose lots are looked at together in search of those at one level. */
const livesTogether = 200;

/** What of a warehouse or a SKU is at one expiry level. */
export interface LevelHeap {
  readonly id: string;
  readonly level: ExpiryLevel;
  readonly lotCount: number;
  readonly onHand: number;
}

export interface LevelQuery {
  readonly ownerId?: string | undefined;
  readonly by: 'warehouse' | 'sku';
}

/** Lots by their expiry level, which the days left, the shelf life and the SKU's stop-sale line make together. */
export function levelService({ database }: Platform) {
  return {
    /** What there is at each level, by warehouse or of the SKUs that age most; HQ may ask for anybody's. */
    levels: (caller: Caller, { ownerId, by }: LevelQuery) =>
      database.read(async (tx): Promise<readonly LevelHeap[]> => {
        const found = await stockStore(tx).lifeHeaps(ownerSeen(caller, ownerId));
        const stopSaleDays = await stopSaleDaysOf(tx, found);
        const on = dayOf(caller.at);
        const heaps = new Map<string, LevelHeap>();
        for (const heap of found) {
          const id = by === 'warehouse' ? heap.warehouseId : heap.skuId;
          const level = expiryLevel(heap, stopSaleDays.get(heap.skuId) ?? 0, on);
          const before = heaps.get(`${id} ${level}`);
          heaps.set(`${id} ${level}`, {
            id,
            level,
            lotCount: (before?.lotCount ?? 0) + Number(heap.lotCount),
            onHand: (before?.onHand ?? 0) + Number(heap.onHand),
          });
        }
        return by === 'warehouse' ? [...heaps.values()] : mostAgeing([...heaps.values()]);
      }),
  };
}

/**
 * The first lots of a filter that are at a level, as many as its limit. Lots are many and their lives few: only
 * lots of lives that can be at the level are read, and where a SKU's own stop-sale line decides, they are looked at.
 */
export async function lotsAtLevel(
  tx: Tx,
  filter: LotFilter,
  level: ExpiryLevel,
  on: Day,
): Promise<readonly Lot[]> {
  const store = stockStore(tx);
  const longest = await loadLongestStopSaleDays(tx);
  const lives = (await store.lives(filter)).filter((life) =>
    [0, longest].some((stopSaleDays) => expiryLevel(life, stopSaleDays, on) === level),
  );
  const found: Lot[] = [];
  for (const together of batchesOf(lives)) {
    for (let { after } = filter; found.length < filter.limit;) {
      const lots = await store.lotPage({ ...filter, after, lives: together });
      const stopSaleDays = await stopSaleDaysOf(tx, lots);
      found.push(...lots.filter((lot) => expiryLevel(lot, stopSaleDays.get(lot.skuId) ?? 0, on) === level));
      const last = lots.at(-1);
      if (last === undefined || lots.length < filter.limit) break;
      after = [last.expiresOn, last.id];
    }
  }
  return found.slice(0, filter.limit);
}

/** Lives in the order they were given, those that end on one day together: lots are read by that day. */
function batchesOf(lives: readonly Life[]): readonly (readonly Life[])[] {
  const batches: Life[][] = [];
  for (const life of lives) {
    const batch = batches.at(-1);
    const isFull = (batch?.length ?? 0) >= livesTogether && batch?.at(-1)?.expiresOn !== life.expiresOn;
    if (batch && !isFull) batch.push(life);
    else batches.push([life]);
  }
  return batches;
}

async function stopSaleDaysOf(tx: Tx, goods: readonly Pick<LifeHeap, 'skuId'>[]) {
  const skus = await loadSkus(tx, [...new Set(goods.map(({ skuId }) => skuId))]);
  return new Map([...skus.values()].map(({ id, stopSaleDays }) => [id, stopSaleDays]));
}

/** From a third of its life on, goods are said to age. */
const isAgeing = ({ level }: LevelHeap) => worseOf(level, 'yellow') === level;

function mostAgeing(heaps: readonly LevelHeap[]): readonly LevelHeap[] {
  const ageing = new Map<string, number>();
  for (const heap of heaps) {
    ageing.set(heap.id, (ageing.get(heap.id) ?? 0) + (isAgeing(heap) ? heap.onHand : 0));
  }
  const ids = [...ageing]
    .sort(([one, ones], [other, others]) => others - ones || (one < other ? -1 : 1))
    .slice(0, skusTogether)
    .map(([id]) => id);
  return ids.flatMap((id) => heaps.filter((heap) => heap.id === id));
}
