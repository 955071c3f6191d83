import { type Caller, type Day, dayOf, type Platform, sum, type Tx } from '../platform';
import { loadSkus } from '../catalog';
import { expiryLevel, worseOf } from './expiry-level';
import type { ExpiryLevel } from './expiry-model';
import type { Lot } from './model';
import { ownerSeen } from './owner-seen';
import { type LifeHeap, type LotFilter, stockStore } from './store';

/** SKUs shown beside each other: those with most goods that age. */
const skusTogether = 25;
/** Lots looked at together in search of those at one level. */
const lotsTogether = 500;

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

/** The first lots of a filter that are at a level, as many as its limit. */
export async function lotsAtLevel(
  tx: Tx,
  filter: LotFilter,
  level: ExpiryLevel,
  on: Day,
): Promise<readonly Lot[]> {
  const found: Lot[] = [];
  for (let { after } = filter; found.length < filter.limit;) {
    const lots = await stockStore(tx).lotPage({ ...filter, after, limit: lotsTogether });
    const stopSaleDays = await stopSaleDaysOf(tx, lots);
    found.push(...lots.filter((lot) => expiryLevel(lot, stopSaleDays.get(lot.skuId) ?? 0, on) === level));
    const last = lots.at(-1);
    if (last === undefined || lots.length < lotsTogether) break;
    after = [last.expiresOn, last.id];
  }
  return found.slice(0, filter.limit);
}

async function stopSaleDaysOf(tx: Tx, goods: readonly Pick<LifeHeap, 'skuId'>[]) {
  const skus = await loadSkus(tx, [...new Set(goods.map(({ skuId }) => skuId))]);
  return new Map([...skus.values()].map(({ id, stopSaleDays }) => [id, stopSaleDays]));
}

/** From a third of its life on, goods are said to age. */
const isAgeing = ({ level }: LevelHeap) => worseOf(level, 'yellow') === level;

function mostAgeing(heaps: readonly LevelHeap[]): readonly LevelHeap[] {
  const ageingOf = (id: string) =>
    sum(heaps.filter((heap) => heap.id === id && isAgeing(heap)).map(({ onHand }) => onHand));
  const ids = [...new Set(heaps.map(({ id }) => id))]
    .map((id) => ({ id, ageing: ageingOf(id) }))
    .sort((one, other) => other.ageing - one.ageing || (one.id < other.id ? -1 : 1))
    .slice(0, skusTogether)
    .map(({ id }) => id);
  return ids.flatMap((id) => heaps.filter((heap) => heap.id === id));
}
