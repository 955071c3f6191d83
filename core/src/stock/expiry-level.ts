import type { Role } from '../platform/caller';
import { dayMs, type Day, daysBetween, type Instant } from '../platform/clock';
import type { AlertLevel, ExpiryLevel } from './expiry-model';
import type { Lot } from './model';

/** From good to bad. */
export const expiryLevels: readonly ExpiryLevel[] = [
  'normal',
  'blue',
  'yellow',
  'red',
  'stopSale',
  'expired',
];

/** The worse of two levels. */
export const worseOf = (one: ExpiryLevel, other: ExpiryLevel): ExpiryLevel =>
  expiryLevels.indexOf(one) >= expiryLevels.indexOf(other) ? one : other;

/** Near-expiry periods that market authorities publish for shops, by shelf life in days. */
const periods: readonly (readonly [fromDays: number, nearDays: number])[] = [
  [365, 45],
  [180, 20],
  [90, 15],
  [30, 10],
  [16, 5],
];

/** 临期期限: within so many days of its end, goods of this shelf life count as near expiry. */
export function nearExpiryDays(shelfLifeDays: number): number {
  const found = periods.find(([fromDays]) => shelfLifeDays >= fromDays);
  // Shorter lives have one to four days, by how short they are.
  return found ? found[1] : Math.min(4, Math.max(1, Math.ceil(shelfLifeDays / 4)));
}

/**
 * 效期等级 of a lot on a day: the worse of what the share of life left says (½ blue, ⅓ yellow) and what the
 * days left say (near expiry red, past the SKU's stop-sale line, expired).
 */
export function expiryLevel(
  { producedOn, expiresOn }: Pick<Lot, 'producedOn' | 'expiresOn'>,
  stopSaleDays: number,
  on: Day,
): ExpiryLevel {
  const lifeDays = daysBetween(producedOn, expiresOn);
  const leftDays = daysBetween(on, expiresOn);
  return worseOf(levelByShare(leftDays, lifeDays), levelByDays(leftDays, lifeDays, stopSaleDays));
}

const levelByShare = (leftDays: number, lifeDays: number): ExpiryLevel =>
  leftDays * 3 <= lifeDays ? 'yellow' : leftDays * 2 <= lifeDays ? 'blue' : 'normal';

function levelByDays(leftDays: number, lifeDays: number, stopSaleDays: number): ExpiryLevel {
  if (leftDays <= 0) return 'expired';
  if (leftDays <= stopSaleDays) return 'stopSale';
  return leftDays <= nearExpiryDays(lifeDays) ? 'red' : 'normal';
}

const hourMs = 3_600_000;

/** How long a desk has to act on each level, and which desk it is. */
const terms: Readonly<Record<AlertLevel, { readonly withinMs: number; readonly desk: Role }>> = {
  // Fewer goods are ordered, and what there is goes where it sells.
  blue: { withinMs: 7 * dayMs, desk: 'purchaser' },
  yellow: { withinMs: 72 * hourMs, desk: 'manager' },
  red: { withinMs: 24 * hourMs, desk: 'manager' },
  stopSale: { withinMs: 24 * hourMs, desk: 'warehouse' },
  expired: { withinMs: 24 * hourMs, desk: 'warehouse' },
};

/** The desk that answers for an alert, and when it must have acted. */
export const alertTerms = (level: AlertLevel, raisedAt: Instant) => ({
  desk: terms[level].desk,
  dueAt: raisedAt + terms[level].withinMs,
});
