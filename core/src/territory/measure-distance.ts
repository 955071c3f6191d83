import type { Point } from './model';

const earthRadiusMetres = 6_371_008;
const radians = (degreesE6: number) => (degreesE6 / 1_000_000) * (Math.PI / 180);

/**
 * Metres between two points along a great circle, on a sphere of the earth's mean radius (haversine:
 * R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68(2), 1984). Within 0.6 % of the ellipsoid.
 */
export function distanceMetres(from: Point, to: Point): number {
  const byLatitude = Math.sin((radians(to.latitudeE6) - radians(from.latitudeE6)) / 2);
  const byLongitude = Math.sin((radians(to.longitudeE6) - radians(from.longitudeE6)) / 2);
  const squared =
    byLatitude ** 2 +
    Math.cos(radians(from.latitudeE6)) * Math.cos(radians(to.latitudeE6)) * byLongitude ** 2;
  return Math.round(2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(squared))));
}

/** Points are looked up by squares of a tenth of a degree: 11 km high and, up to 54° north, at least 6.4 km wide. */
const cellE6 = 100_000;

/** The square a point lies in. */
export const cellOf = ({ latitudeE6, longitudeE6 }: Point): string =>
  `${Math.floor(latitudeE6 / cellE6)}:${Math.floor(longitudeE6 / cellE6)}`;

/** The squares in which everything lies that is up to ten kilometres from a point in China. */
export function cellsAround({ latitudeE6, longitudeE6 }: Point): readonly string[] {
  const cells: string[] = [];
  for (const north of [-1, 0, 1])
    for (const east of [-2, -1, 0, 1, 2])
      cells.push(
        cellOf({ latitudeE6: latitudeE6 + north * cellE6, longitudeE6: longitudeE6 + east * cellE6 }),
      );
  return cells;
}
