import type { Instant } from '../../platform/clock';
import type { FlashTerms } from './model';

export type TermsFault = 'window' | 'past' | 'perBuyer' | 'tooMany' | 'price';

/** One activity holds no more units than its gate can be built from in a moment. */
export const mostUnits = 200_000;

/** What is wrong with the terms of an activity; null when nothing is. */
export function checkTerms(
  { startsAt, endsAt, perBuyer, quota, unitPriceE4 }: FlashTerms,
  at: Instant,
): TermsFault | null {
  if (endsAt <= startsAt) return 'window';
  if (endsAt <= at) return 'past';
  if (perBuyer > quota) return 'perBuyer';
  if (quota > mostUnits) return 'tooMany';
  return unitPriceE4 <= 0 ? 'price' : null;
}
