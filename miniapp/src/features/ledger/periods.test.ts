import { lastMonth } from './periods';

it.each([
  ['2026-12-01', '2026-11-01', '2026-11-30'],
  ['2027-01-31', '2026-12-01', '2026-12-31'],
  ['2028-03-15', '2028-02-01', '2028-02-29'],
])('on %s the last month was %s to %s', (today, startsOn, untilOn) => {
  expect(lastMonth(today)).toEqual({ startsOn, untilOn });
});
