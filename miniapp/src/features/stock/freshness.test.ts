import { freshnessOf } from './freshness';

const aLot = (remainingDays: number) => ({
  producedOn: '2026-01-01',
  expiresOn: '2026-12-27',
  remainingDays,
});

describe('freshness', () => {
  it.each([
    [300, 'fresh'],
    [180, 'watch'],
    [120, 'urgent'],
    [10, 'urgent'],
    [0, 'expired'],
    [-3, 'expired'],
  ])('of a lot of 360 days with %i left is %s', (remainingDays, freshness) => {
    expect(freshnessOf(aLot(remainingDays))).toBe(freshness);
  });
});
