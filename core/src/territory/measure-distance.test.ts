import fc from 'fast-check';
import { cellOf, cellsAround, distanceMetres } from './measure-distance';

const anyPoint = fc.record({
  latitudeE6: fc.integer({ min: 18_000_000, max: 53_500_000 }),
  longitudeE6: fc.integer({ min: 73_500_000, max: 135_000_000 }),
});

describe('a distance', () => {
  it.each([
    // Two ends of one minute of latitude are a nautical mile apart.
    ['a minute of latitude', [30_000_000, 120_000_000], [30_016_667, 120_000_000], 1_853],
    ['a degree of longitude at 60° north', [60_000_000, 120_000_000], [60_000_000, 121_000_000], 55_597],
    ['杭州 to 上海', [30_274_000, 120_155_000], [31_230_000, 121_474_000], 164_700],
    ['a point to itself', [30_000_000, 120_000_000], [30_000_000, 120_000_000], 0],
  ])('of %s', (_what, [fromLatitude, fromLongitude], [toLatitude, toLongitude], metres) => {
    const measured = distanceMetres(
      { latitudeE6: fromLatitude!, longitudeE6: fromLongitude! },
      { latitudeE6: toLatitude!, longitudeE6: toLongitude! },
    );

    expect(Math.abs(measured - metres)).toBeLessThanOrEqual(metres / 200);
  });

  it('is the same both ways', () => {
    fc.assert(
      fc.property(anyPoint, anyPoint, (one, other) => {
        expect(distanceMetres(one, other)).toBe(distanceMetres(other, one));
      }),
    );
  });
});

it('looks in squares that hold everything within ten kilometres', () => {
  const anyStep = fc.integer({ min: -160_000, max: 160_000 });
  fc.assert(
    fc.property(anyPoint, anyStep, anyStep, (point, north, east) => {
      const other = { latitudeE6: point.latitudeE6 + north, longitudeE6: point.longitudeE6 + east };
      fc.pre(distanceMetres(point, other) <= 10_000);

      expect(cellsAround(point)).toContain(cellOf(other));
    }),
    { numRuns: 500 },
  );
});
