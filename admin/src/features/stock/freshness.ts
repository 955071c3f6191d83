const DAY_MILLISECONDS = 86_400_000;

export type Freshness = 'fresh' | 'ageing' | 'urgent' | 'expired';

/**
 * How fresh a lot is, by the trade's thirds: under a third of its shelf life most stores refuse it,
 * under a sixth it can hardly be sold in time.
 */
export function freshnessOf(lot: {
  producedOn: string;
  expiresOn: string;
  remainingDays: number;
}): Freshness {
  const shelfLifeDays = (Date.parse(lot.expiresOn) - Date.parse(lot.producedOn)) / DAY_MILLISECONDS;
  if (lot.remainingDays <= 0) return 'expired';
  if (lot.remainingDays * 6 < shelfLifeDays) return 'urgent';
  return lot.remainingDays * 3 < shelfLifeDays ? 'ageing' : 'fresh';
}
