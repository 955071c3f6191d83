/** How urgent a lot is: expired, to sell now, to watch, or fresh. */
export type Freshness = 'expired' | 'urgent' | 'watch' | 'fresh';

const dayMs = 86_400_000;

/**
 * How fresh a lot is by the share of its shelf life that remains: a third is urgent, a half is watched;
 * ten days are urgent whatever the share.
 */
export function freshnessOf(lot: {
  readonly producedOn: string;
  readonly expiresOn: string;
  readonly remainingDays: number;
}): Freshness {
  if (lot.remainingDays <= 0) return 'expired';
  const shelfDays = Math.max(1, Math.round((Date.parse(lot.expiresOn) - Date.parse(lot.producedOn)) / dayMs));
  const share = lot.remainingDays / shelfDays;
  if (share <= 1 / 3 || lot.remainingDays <= 10) return 'urgent';
  return share <= 1 / 2 ? 'watch' : 'fresh';
}
