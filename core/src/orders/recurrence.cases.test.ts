import type { Rhythm } from './lists';
import { dueRuns, firstOn, nextAfter } from './recurrence';

const days = (count: number): Rhythm => ({ every: 'days', days: count });
const week = (weekday: number): Rhythm => ({ every: 'week', weekday });
const month = (monthDay: number): Rhythm => ({ every: 'month', monthDay });

describe('the day a recurring order comes next', () => {
  it.each([
    ['the day after, every day', days(1), '2026-01-01', '2026-01-31', '2026-02-01'],
    ['every third day, counted from the start', days(3), '2026-01-01', '2026-01-01', '2026-01-04'],
    ['every third day, from a day between', days(3), '2026-01-01', '2026-01-05', '2026-01-07'],
    ['every ten days over the end of February', days(10), '2026-02-20', '2026-02-20', '2026-03-02'],
    ['every ten days in a leap year', days(10), '2028-02-20', '2028-02-20', '2028-03-01'],
    ['the next Monday from a Monday', week(1), '2026-01-01', '2026-01-05', '2026-01-12'],
    ['the next Monday from a Sunday', week(1), '2026-01-01', '2026-01-04', '2026-01-05'],
    ['the next Sunday from a Monday', week(7), '2026-01-01', '2026-01-05', '2026-01-11'],
    ['a Friday over the turn of the year', week(5), '2026-01-01', '2026-12-25', '2027-01-01'],
    ['the fifteenth of the next month', month(15), '2026-01-01', '2026-01-15', '2026-02-15'],
    ['the fifteenth of this month', month(15), '2026-01-01', '2026-01-14', '2026-01-15'],
    ['the 31st in a month of 30', month(31), '2026-01-01', '2026-03-31', '2026-04-30'],
    ['the 31st in February', month(31), '2026-01-01', '2026-01-31', '2026-02-28'],
    ['the 30th in February of a leap year', month(30), '2028-01-01', '2028-01-30', '2028-02-29'],
    ['the 31st again after February', month(31), '2026-01-01', '2026-02-28', '2026-03-31'],
    ['the first over the turn of the year', month(1), '2026-01-01', '2026-12-01', '2027-01-01'],
    ['the 31st of December to January', month(31), '2026-01-01', '2026-12-31', '2027-01-31'],
    ['not before it starts', month(1), '2026-05-10', '2026-01-01', '2026-06-01'],
  ])('%s', (_situation, rhythm, startsOn, after, expected) => {
    expect(nextAfter(rhythm, startsOn, after)).toBe(expected);
  });

  it.each([
    ['the start itself, every n days', days(7), '2026-03-03', '2026-03-03', '2026-03-03'],
    ['the start, however early it is asked', days(7), '2026-03-03', '2026-01-01', '2026-03-03'],
    ['the first Wednesday from the start', week(3), '2026-03-03', '2026-01-01', '2026-03-04'],
    ['today when today is the day', month(28), '2026-01-01', '2026-02-28', '2026-02-28'],
  ])('begins with %s', (_situation, rhythm, startsOn, from, expected) => {
    expect(firstOn(rhythm, startsOn, from)).toBe(expected);
  });
});

describe('what a recurring order owes', () => {
  const order = { rhythm: days(2), startsOn: '2026-01-01', nextOn: '2026-01-05', skipsHolidays: true };
  const none = new Set<string>();

  it.each([
    ['nothing before its day', '2026-01-04', none, [], '2026-01-05'],
    ['its day', '2026-01-05', none, [['2026-01-05', 'place']], '2026-01-07'],
    ['its day, a day late', '2026-01-06', none, [['2026-01-05', 'place']], '2026-01-07'],
    [
      'only the latest of three it missed',
      '2026-01-09',
      none,
      [
        ['2026-01-05', 'missed'],
        ['2026-01-07', 'missed'],
        ['2026-01-09', 'place'],
      ],
      '2026-01-11',
    ],
    [
      'nothing on a holiday',
      '2026-01-05',
      new Set(['2026-01-05']),
      [['2026-01-05', 'holiday']],
      '2026-01-07',
    ],
    [
      'its day after a holiday',
      '2026-01-07',
      new Set(['2026-01-05']),
      [
        ['2026-01-05', 'holiday'],
        ['2026-01-07', 'place'],
      ],
      '2026-01-09',
    ],
  ])('is %s', (_situation, today, holidays, expected, nextOn) => {
    const due = dueRuns(order, today, holidays);

    expect(due.runs.map(({ runOn, fate }) => [runOn, fate])).toEqual(expected);
    expect(due.nextOn).toBe(nextOn);
  });

  it('is ordered on a holiday by who does not mind', () => {
    const due = dueRuns({ ...order, skipsHolidays: false }, '2026-01-05', new Set(['2026-01-05']));

    expect(due.runs).toEqual([{ runOn: '2026-01-05', fate: 'place' }]);
  });
});
