import fc from 'fast-check';
import { percentileHours } from './percentile-hours';

it('is null without orders', () => {
  expect(percentileHours([], 5_000)).toBeNull();
});

it('is the nearest rank of the hours written one by one', () => {
  const hours = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(hours, fc.integer({ min: 1, max: 10_000 }), (all, shareBp) => {
      const counts = [...new Set(all)].map((cycleHours) => ({
        cycleHours,
        orders: all.filter((one) => one === cycleHours).length,
      }));
      const sorted = [...all].sort((one, other) => one - other);

      expect(percentileHours(counts, shareBp)).toBe(sorted[Math.ceil((all.length * shareBp) / 10_000) - 1]);
    }),
  );
});
