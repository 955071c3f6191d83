import { addDays, type Day } from '../platform';

/** How a buyer pays: from the sign-off on, when it is due, so many days late, or not at all. */
export type PayingHabit = 'early' | 'due' | 'aWeekLate' | 'weeksLate' | 'monthsLate' | 'never';

const daysLate: Readonly<Record<Exclude<PayingHabit, 'early' | 'never'>, number>> = {
  due: 0,
  aWeekLate: 9,
  weeksLate: 20,
  monthsLate: 40,
};

/** Buyers that every fresh installation should find late: one with each of the first three distributors. */
const late: Readonly<Record<string, PayingHabit>> = { S008: 'never', S015: 'weeksLate', S022: 'monthsLate' };

/** The habit of a buyer: most pay, some late, a few never. `draw` is in [0, 1). */
export function habitOf(buyerId: string, draw: number): PayingHabit {
  const known = late[buyerId];
  if (known) return known;
  if (buyerId <= 'D03' || (buyerId.startsWith('S') && buyerId <= 'S022')) return draw < 0.6 ? 'early' : 'due';
  if (draw < 0.45) return 'early';
  if (draw < 0.82) return 'due';
  if (draw < 0.9) return 'aWeekLate';
  if (draw < 0.95) return 'weeksLate';
  return draw < 0.98 ? 'monthsLate' : 'never';
}

/** The day a bill is paid; null when it never is. */
export function payOn(habit: PayingHabit, signedOn: Day, dueOn: Day, draw: number): Day | null {
  if (habit === 'never') return null;
  if (habit === 'early') {
    const soon = addDays(signedOn, 2 + Math.floor(draw * 9));
    return soon < dueOn ? soon : dueOn;
  }
  return addDays(dueOn, daysLate[habit] + Math.floor(draw * 3));
}
