import type { Allocation, Lot, Pick, Want } from './model';

/**
 * Fills `want` from lots that last long enough, first expired first out.
 * Never throws: what cannot be met comes back as `short`, so picks + short = quantity.
 */
export function allocate(lots: readonly Lot[], want: Want): Allocation {
  const picks: Pick[] = [];
  let short = want.quantity;
  let tooOld = 0;
  for (const lot of [...lots].sort(byExpiry)) {
    const free = lot.onHand - lot.reserved;
    if (lot.quality !== 'available' || free <= 0) continue;
    if (lot.expiresOn < want.lastsUntil) {
      tooOld += free;
      continue;
    }
    if (short === 0) break;
    const quantity = Math.min(short, free);
    picks.push({ lotId: lot.id, quantity });
    short -= quantity;
  }
  return { picks, short, ageing: Math.min(short, tooOld) };
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
