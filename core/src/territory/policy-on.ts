import type { Day } from '../platform/clock';
import type { Policy } from './model';

/** The numbers of the trade, for whoever set none. */
export const defaultPolicy = { borderMetres: 3_000, absorptionBp: 15_000 } as const;

/** The widest border that known points are searched for. */
export const greatestBorderMetres = 10_000;

/** What a seller is judged by on a day: its own numbers, else everybody's, else the trade's; the latest begun of each. */
export function policyOn(
  policies: readonly Policy[],
  sellerId: string,
  on: Day,
): Pick<Policy, 'borderMetres' | 'absorptionBp'> {
  const begun = policies
    .filter((policy) => policy.startsOn <= on)
    .sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1));
  return (
    begun.find((policy) => policy.sellerId === sellerId) ??
    begun.find((policy) => policy.sellerId === '*') ??
    defaultPolicy
  );
}
