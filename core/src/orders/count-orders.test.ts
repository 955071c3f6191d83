import { countLimit, tellCount } from './count-orders';
import { orderStates } from './states';

it.each(orderStates)('tells %s to its limit, and beyond it that there are more', (state) => {
  const limit = countLimit(state);

  expect(tellCount(state, 0)).toEqual({ state, orderCount: 0, isCapped: false });
  expect(tellCount(state, limit)).toEqual({ state, orderCount: limit, isCapped: false });
  expect(tellCount(state, limit + 1)).toEqual({ state, orderCount: limit, isCapped: true });
});

it('counts open work further than what has ended', () => {
  expect(countLimit('held')).toBe(1_999);
  expect(countLimit('signed')).toBe(1_999);
  expect(countLimit('completed')).toBe(999);
  expect(countLimit('rejected')).toBe(999);
});
