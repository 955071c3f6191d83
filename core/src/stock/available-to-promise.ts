import type { Day } from '../platform/clock';
import { sum } from '../platform/money';
import type { Commitment, Inbound } from './policy-model';

/** What is known of the goods of one SKU and owner, now and to come. */
export interface Supply {
  /** What may be promised today. */
  readonly sellable: number;
  /** Only what is confirmed counts; what has arrived of it is sellable already. */
  readonly inbound: readonly Pick<Inbound, 'expectedOn' | 'quantity' | 'received' | 'state'>[];
  readonly commitments: readonly Pick<Commitment, 'dueOn' | 'quantity'>[];
}

/**
 * ATP(t) = sellable + confirmed inbound ≤ t − committed back-orders ≤ t. Negative when more is owed by
 * then than there will be.
 */
export function availableToPromise({ sellable, inbound, commitments }: Supply, on: Day): number {
  const coming = inbound.filter(({ state, expectedOn }) => state === 'confirmed' && expectedOn <= on);
  const owed = commitments.filter(({ dueOn }) => dueOn <= on);
  return (
    sellable +
    sum(coming.map(({ quantity, received }) => quantity - received)) -
    sum(owed.map(({ quantity }) => quantity))
  );
}

/** The days on which what can be promised changes, and to what; the first is `from`. */
export function promiseTimeline(supply: Supply, from: Day): readonly { on: Day; quantity: number }[] {
  const later = [
    ...supply.inbound.filter(({ state }) => state === 'confirmed').map(({ expectedOn }) => expectedOn),
    ...supply.commitments.map(({ dueOn }) => dueOn),
  ].filter((on) => on > from);
  return [from, ...[...new Set(later)].sort()].map((on) => ({
    on,
    quantity: availableToPromise(supply, on),
  }));
}

/**
 * The first day a quantity can be promised for without taking it from what is owed later; null when no
 * confirmed goods suffice.
 */
export function promisedOn(supply: Supply, quantity: number, from: Day): Day | null {
  let first: Day | null = null;
  for (const step of [...promiseTimeline(supply, from)].reverse()) {
    if (step.quantity < quantity) break;
    first = step.on;
  }
  return first;
}
