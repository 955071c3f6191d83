import { addAmounts } from '../platform/database/case-by-id';
import type { Reservation } from './model';
import type { QuotaUse } from './policy-model';

const lineKey = ({ orderId, lineNo }: Pick<QuotaUse, 'orderId' | 'lineNo'>) => `${orderId} ${lineNo}`;

/**
 * What comes back to the quotas when promises are released, the latest period's first; what was shipped of
 * them stays used.
 */
export function returnedQuotas(
  uses: readonly QuotaUse[],
  released: readonly Reservation[],
): readonly QuotaUse[] {
  const freed = addAmounts(released.map((reservation) => [lineKey(reservation), reservation.open]));
  const latestFirst = [...uses].sort((one, other) => (one.startsOn > other.startsOn ? -1 : 1));
  return latestFirst.flatMap((use) => {
    const left = freed.get(lineKey(use)) ?? 0;
    const quantity = Math.min(use.quantity, left);
    if (quantity === 0) return [];
    freed.set(lineKey(use), left - quantity);
    return [{ ...use, quantity }];
  });
}
