import { everyDay, periodOf } from './period';

const lateOnNewYearsEve = Date.parse('2026-12-31T17:00:00Z');

describe('the days of a report', () => {
  it.each([
    ['7', '2026-12-26'],
    ['30', '2026-12-03'],
    ['month', '2027-01-01'],
  ])('%s begin on %s and end today in Shanghai', (span, from) => {
    expect(periodOf(span, lateOnNewYearsEve)).toEqual({ from, to: '2027-01-01' });
  });

  it('come to nothing where nobody ordered', () => {
    const rows = [{ day: '2026-12-31', keptFen: 500 }];

    expect(everyDay({ from: '2026-12-30', to: '2027-01-01' }, rows, { keptFen: 0 })).toEqual([
      { day: '2026-12-30', keptFen: 0 },
      { day: '2026-12-31', keptFen: 500 },
      { day: '2027-01-01', keptFen: 0 },
    ]);
  });
});
