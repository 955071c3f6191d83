import { stateCountText, type StateCount } from './state-count';

const counts = new Map(
  (
    [
      { state: 'held', orderCount: 1_200, isCapped: false },
      { state: 'completed', orderCount: 999, isCapped: true },
    ] satisfies StateCount[]
  ).map((one) => [one.state, one]),
);

it('tells a count, and that there are more where the server counted no further', () => {
  expect(stateCountText(counts, 'held')).toBe('1,200');
  expect(stateCountText(counts, 'completed')).toBe('999+');
  expect(stateCountText(counts, 'approved')).toBe('0');
  expect(stateCountText(counts)).toBe('2,199+');
});
