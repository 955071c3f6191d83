import { sum } from '../platform/money';
import type { AgeingLot, Allocation } from './model';

/** What several warehouses answered in turn, each asked for what the one before left, as one answer. */
export function mergeAllocations(quantity: number, answers: readonly Allocation[]): Allocation {
  const [only, ...others] = answers;
  if (only && others.length === 0) return only;
  const picks = answers.flatMap((answer) => answer.picks);
  const short = quantity - sum(picks.map((pick) => pick.quantity));
  const ofShort = (numberOf: (answer: Allocation) => number) => Math.min(short, sum(answers.map(numberOf)));
  const lots = firstOf(
    answers.flatMap(({ ageingOffer }) => ageingOffer?.lots ?? []),
    short,
  );
  const ageing = sum(lots.map((lot) => lot.quantity));
  return {
    picks,
    short,
    ageing,
    ageingOffer: ageing > 0 ? { quantity: ageing, lots } : null,
    keptBack: ofShort(({ keptBack }) => keptBack),
    // A quota bounds the line, so the last to be asked knows.
    overQuota: Math.min(short, answers.at(-1)?.overQuota ?? 0),
    inMoreLots: ofShort(({ inMoreLots }) => inMoreLots),
  };
}

/** As many units of these lots, in their order. */
function firstOf(lots: readonly AgeingLot[], quantity: number): readonly AgeingLot[] {
  const taken: AgeingLot[] = [];
  let left = quantity;
  for (const lot of lots) {
    const units = Math.min(left, lot.quantity);
    if (units > 0) taken.push({ ...lot, quantity: units });
    left -= units;
  }
  return taken;
}
