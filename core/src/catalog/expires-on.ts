import { addDays, type Day } from '../platform/clock';
import type { Sku } from './model';

/**
 * The day goods expire: production day plus the shelf life as the label counts it. Months are calendar months; where
 * the month has no such day, its last one: 31 August + 6 months is 28 February.
 */
export function expiresOn(
  { shelfLifeDays, shelfLifeMonths }: Pick<Sku, 'shelfLifeDays' | 'shelfLifeMonths'>,
  producedOn: Day,
): Day {
  return shelfLifeMonths === null
    ? addDays(producedOn, shelfLifeDays)
    : addMonths(producedOn, shelfLifeMonths);
}

function addMonths(on: Day, months: number): Day {
  const [year = 0, month = 1, dayOfMonth = 1] = on.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const first = last.toISOString().slice(0, 8);
  return `${first}${String(Math.min(dayOfMonth, last.getUTCDate())).padStart(2, '0')}`;
}

/** How long a shelf life in months usually is, for what reckons in shares of it: 12 months are 365 days. */
export const daysOfMonths = (months: number): number => Math.floor((months * 365 + 6) / 12);
