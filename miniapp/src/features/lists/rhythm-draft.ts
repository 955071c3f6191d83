import type { Rhythm } from './queries';

/** A rhythm as it is filled in. */
export interface RhythmDraft {
  readonly every: Rhythm['every'];
  readonly weekday: string;
  readonly days: string;
  readonly monthDay: string;
}

export const newRhythm: RhythmDraft = { every: 'week', weekday: '1', days: '7', monthDay: '1' };

/** What stands in the form for a rhythm. */
export const draftOf = (rhythm: Rhythm): RhythmDraft => ({
  every: rhythm.every,
  weekday: rhythm.every === 'week' ? String(rhythm.weekday) : newRhythm.weekday,
  days: rhythm.every === 'days' ? String(rhythm.days) : newRhythm.days,
  monthDay: rhythm.every === 'month' ? String(rhythm.monthDay) : newRhythm.monthDay,
});

const within = (text: string, most: number) => {
  const whole = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  return whole >= 1 && whole <= most ? whole : null;
};

/** The rhythm that is meant; null while a number is missing or out of range. */
export function rhythmOf({ every, weekday, days, monthDay }: RhythmDraft): Rhythm | null {
  if (every === 'week') return { every, weekday: Number(weekday) };
  if (every === 'days') {
    const count = within(days, 365);
    return count === null ? null : { every, days: count };
  }
  const day = within(monthDay, 31);
  return day === null ? null : { every, monthDay: day };
}
