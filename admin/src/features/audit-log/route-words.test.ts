import { routeOptions, routeWords } from './route-words';

it('says a route in words, and by its name when there are none', () => {
  expect(routeWords('credit.setTerms')).toBe('设置账期');
  expect(routeWords('tomorrow.something')).toBe('tomorrow.something');
});

it('offers each room with all of its routes, none twice', () => {
  const values = routeOptions.flatMap(({ options }) => options.map(({ value }) => value));

  expect(values).toContain('auth');
  expect(new Set(values).size).toBe(values.length);
});
