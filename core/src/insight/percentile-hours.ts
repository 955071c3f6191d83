/** How many orders took so many whole hours. */
export interface HoursCount {
  readonly cycleHours: number;
  readonly orders: number;
}

/**
 * The hours that a share of all orders did not take longer than, by the nearest rank; null without orders. `counts` may
 * come in any order. `shareBp` is the share in ten-thousandths.
 */
export function percentileHours(counts: readonly HoursCount[], shareBp: number): number | null {
  const total = counts.reduce((all, { orders }) => all + orders, 0);
  if (total <= 0) return null;
  const rank = Math.max(1, Math.ceil((total * shareBp) / 10_000));
  let seen = 0;
  for (const { cycleHours, orders } of [...counts].sort((one, other) => one.cycleHours - other.cycleHours)) {
    seen += orders;
    if (seen >= rank) return cycleHours;
  }
  return null;
}
