import { inOrder, keyBy } from '../platform/collect';
import { sum } from '../platform/money';
import { markdownBp, remainingBp, usualMarkdowns } from './ageing-price';
import { chooseLots } from './choose-lots';
import { type Promisable, promisableOf } from './keep-back';
import type { AgeingOffer, Allocation, Lot, Pick, Want } from './model';
import { freeOf, isSellable } from './sellable';

/**
 * Fills `want` from lots that last long enough, first expired first out, whole cases before loose units.
 * What the seller keeps back, the channel's quota and the number of lots a line may mix bound it.
 * Never throws: what cannot be met comes back as `short`, so picks + short = quantity; the shortage says
 * how much of it lies where, and ageing goods are offered at what they cost less.
 */
export function allocate(lots: readonly Lot[], want: Want): Allocation {
  const sellable = inOrder(
    lots.filter((lot) => isSellable(lot, want)),
    byExpiry,
  );
  const suited = sellable.filter((lot) => suits(lot, want));
  const tooOld = sellable.filter((lot) => !suits(lot, want));
  const asked = Math.max(0, Math.min(want.quantity, want.channelLeft ?? want.quantity));
  const promisable = promisableOf(sellable, want.keepBack);

  const chosen = chooseLots(suited, asked, want.maximumLots ?? null);
  const picks = fill(chosen, asked, want.caseFactor ?? 1, promisable);
  const missing = asked - total(picks);
  const ageing = fill(tooOld, missing, 1, promisable);
  return {
    picks,
    short: want.quantity - total(picks),
    ageing: total(ageing),
    ageingOffer: offerOf(ageing, tooOld, want),
    keptBack: Math.min(missing, freeIn(chosen) - total(picks)),
    overQuota: want.quantity - asked,
    inMoreLots: Math.min(missing, freeIn(suited) - freeIn(chosen)),
  };
}

/**
 * Fills `want` from lots that are too old for its buyer, and from no others: goods promised at a markdown are
 * replaced by their like. Picks + short = quantity.
 */
export function allocateAgeing(lots: readonly Lot[], want: Want) {
  const sellable = lots.filter((lot) => isSellable(lot, want)).sort(byExpiry);
  const tooOld = sellable.filter((lot) => !suits(lot, want));
  const picks = fill(tooOld, want.quantity, want.caseFactor ?? 1, promisableOf(sellable, want.keepBack));
  return { picks, short: want.quantity - total(picks) };
}

/** First expired first out; lots alike in dates go by arrival, then by id. */
export function byExpiry(left: Lot, right: Lot): number {
  return (
    compare(left.expiresOn, right.expiresOn) ||
    compare(left.producedOn, right.producedOn) ||
    left.receivedAt - right.receivedAt ||
    compare(left.id, right.id)
  );
}

const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);
const freeIn = (lots: readonly Lot[]) => sum(lots.map(freeOf));

const suits = ({ expiresOn }: Lot, { lastsUntil, noOlderThan }: Want) =>
  expiresOn >= lastsUntil && (!noOlderThan || expiresOn >= noOlderThan);

/** Whole cases of each lot first, then what is missing in loose units, each time in the order of the lots. */
function fill(lots: readonly Lot[], asked: number, caseFactor: number, promisable: Promisable): Pick[] {
  if (asked <= 0 || lots.length === 0) return [];
  const taken = lots.map(() => 0);
  let missing = asked;
  for (const step of caseFactor > 1 ? [caseFactor, 1] : [1]) {
    for (let at = 0; at < lots.length && missing > 0; at += 1) {
      const lot = lots[at] as Lot;
      const before = taken[at] as number;
      const most = Math.min(missing, freeOf(lot) - before, promisable.left(lot.warehouseId));
      const quantity = most - (most % step);
      if (quantity <= 0) continue;
      taken[at] = before + quantity;
      promisable.take(lot.warehouseId, quantity);
      missing -= quantity;
    }
  }
  const picks: Pick[] = [];
  for (const [at, quantity] of taken.entries()) {
    if (quantity > 0) picks.push({ lotId: (lots[at] as Lot).id, quantity });
  }
  return picks;
}

/** Ageing goods with what they cost less; without a planned day of receipt nobody can say how old they will be. */
function offerOf(
  picks: readonly Pick[],
  lots: readonly Lot[],
  { receiptOn, markdowns = usualMarkdowns }: Want,
): AgeingOffer | null {
  if (picks.length === 0 || receiptOn === undefined) return null;
  const byId = keyBy(lots, ({ id }) => id);
  const offered = picks.map(({ lotId, quantity }) => {
    const lot = byId.get(lotId) as Lot;
    const left = remainingBp(lot, receiptOn);
    return {
      lotId,
      quantity,
      expiresOn: lot.expiresOn,
      remainingBp: left,
      markdownBp: markdownBp(markdowns, left),
    };
  });
  return { quantity: total(picks), lots: offered };
}

const total = (picks: readonly Pick[]) => sum(picks.map(({ quantity }) => quantity));
