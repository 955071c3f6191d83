import { lastMonth, paperAddress, thisMonth } from './periods';

it.each([
  ['2026-03-15', '2026-02-01', '2026-02-28'],
  ['2026-01-01', '2025-12-01', '2025-12-31'],
  ['2028-03-31', '2028-02-01', '2028-02-29'],
])('takes the whole month before %s', (today, startsOn, untilOn) => {
  expect(lastMonth(today)).toEqual({ startsOn, untilOn });
});

it('takes the present month until today', () => {
  expect(thisMonth('2026-03-15')).toEqual({ startsOn: '2026-03-01', untilOn: '2026-03-15' });
});

it('names both sides and the period in the address of a paper', () => {
  expect(paperAddress({ sellerId: 'HQ', buyerId: 'D01', ...lastMonth('2026-03-15') })).toBe(
    '/statements/paper?seller=HQ&buyer=D01&from=2026-02-01&until=2026-02-28',
  );
});
