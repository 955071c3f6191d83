import { habitOf, type PayingHabit, payOn } from './paying-habits';

describe('the day a bill is paid', () => {
  it.each<[string, PayingHabit, string, string, number, string | null]>([
    ['soon after the goods came', 'early', '2026-09-01', '2026-10-01', 0, '2026-09-03'],
    ['soon, but never later than it is due', 'early', '2026-09-01', '2026-09-05', 0.99, '2026-09-05'],
    ['when it is due', 'due', '2026-09-01', '2026-10-01', 0, '2026-10-01'],
    ['a week and a bit late', 'aWeekLate', '2026-09-01', '2026-10-01', 0.5, '2026-10-11'],
    ['weeks late', 'weeksLate', '2026-09-01', '2026-10-01', 0, '2026-10-21'],
    ['more than a month late', 'monthsLate', '2026-09-01', '2026-10-01', 0, '2026-11-10'],
    ['never', 'never', '2026-09-01', '2026-10-01', 0, null],
  ])('is %s', (_words, habit, signedOn, dueOn, draw, expected) => {
    expect(payOn(habit, signedOn, dueOn, draw)).toBe(expected);
  });
});

describe('the habit of a buyer', () => {
  it.each(['S001', 'S006', 'D01', 'D03'])('%s is never late: newcomers order as it', (code) => {
    for (const draw of [0, 0.5, 0.99]) expect(['early', 'due']).toContain(habitOf(code, draw));
  });

  it('is late for one store of each of the first three distributors', () => {
    expect(['S008', 'S015', 'S022'].map((code) => habitOf(code, 0))).toEqual([
      'never',
      'weeksLate',
      'monthsLate',
    ]);
  });

  it('is to pay in time for most of the others', () => {
    const habits = Array.from({ length: 100 }, (_, at) => habitOf('S500', at / 100));

    expect(habits.filter((habit) => habit === 'early' || habit === 'due').length).toBeGreaterThan(75);
    expect(new Set(habits).size).toBe(6);
  });
});
