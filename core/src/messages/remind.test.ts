import { remindAt, remindStep } from './remind';

const minute = 60_000;
const startsAt = 100 * minute;
const sale = { startsAt, endsAt: startsAt + 60 * minute };

it('reminds ten minutes before the start', () => {
  expect(remindAt(startsAt)).toBe(90 * minute);
  expect(remindStep(sale, 90 * minute)).toEqual({ is: 'tell', coming: sale });
});

it.each([
  ['has been put off', sale, 89 * minute, { is: 'later', remindAt: 90 * minute }],
  ['has begun meanwhile', sale, 101 * minute, { is: 'tell', coming: sale }],
  ['is over', sale, 160 * minute, { is: 'gone' }],
  ['was stopped', null, 90 * minute, { is: 'gone' }],
])('of a sale that %s', (_, coming, at, wanted) => {
  expect(remindStep(coming, at)).toEqual(wanted);
});
