import { sum } from '../platform/money';
import { allocate } from './allocate';
import type { Lot, Want } from './model';
import type { FullWant } from './want-of';

/** What a buyer may be told of a seller's goods before it orders: dates, and no lot and no warehouse. */
export interface Shelf {
  /** Base units that could be promised. */
  readonly free: number;
  /** The oldest of what would be sent of one case; null where nothing would be. */
  readonly fresh: Pick<Lot, 'producedOn' | 'expiresOn'> | null;
  /** Goods too old for this buyer, at what they cost less; first to expire first, one entry a day and markdown. */
  readonly ageing: readonly AgeingGoods[];
}

export interface AgeingGoods {
  readonly expiresOn: string;
  /** The share of their life that is left when they are received. */
  readonly remainingBp: number;
  readonly markdownBp: number;
}

/** Beyond what any seller has of a SKU: who asks for it learns what there is. */
const moreThanAll = 1_000_000_000;

/** Reads a buyer's shelf from the lots there are, by every rule of `want`; its quantity does not matter. */
export function showShelf(lots: readonly Lot[], want: FullWant): Shelf {
  const all = allocate(lots, { ...want, quantity: moreThanAll });
  return {
    free: sum(all.picks.map(({ quantity }) => quantity)),
    fresh: oldestOf(lots, { ...want, quantity: want.caseFactor }),
    ageing: ageingIn(all.ageingOffer?.lots ?? []),
  };
}

function oldestOf(lots: readonly Lot[], want: Want): Shelf['fresh'] {
  const picked = new Set(allocate(lots, want).picks.map(({ lotId }) => lotId));
  const [oldest] = lots
    .filter(({ id }) => picked.has(id))
    .sort((one, other) => (one.expiresOn < other.expiresOn ? -1 : 1));
  return oldest ? { producedOn: oldest.producedOn, expiresOn: oldest.expiresOn } : null;
}

function ageingIn(offered: readonly AgeingGoods[]): readonly AgeingGoods[] {
  const shown = new Map<string, AgeingGoods>();
  for (const { expiresOn, remainingBp, markdownBp } of offered)
    shown.set(`${expiresOn} ${markdownBp}`, { expiresOn, remainingBp, markdownBp });
  return [...shown.values()].sort((one, other) => (one.expiresOn < other.expiresOn ? -1 : 1));
}
