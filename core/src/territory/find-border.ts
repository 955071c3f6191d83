import { distanceMetres } from './measure-distance';
import type { Passage, PassageFinding, Territory } from './passage';
import { policyOn } from './policy-on';
import { resolvePlace } from './resolve-place';

/**
 * 边界串货: whether goods that may not go to a place go to its border only. The product has no shapes of
 * districts and towns, so it measures to places where goods were delivered before: when such a place may
 * be served and lies within the border distance of the delivery, the area begins within that distance too.
 * It never takes for the border what is not. Where no delivery close to the border is known it does not see
 * the border, and the passage stays blocked; and it asks for an exact geocode, as a typed district has no point.
 */
export function findBorder(territory: Territory, passage: Passage): PassageFinding | null {
  const { point, geocode } = passage;
  if (!point || geocode !== 'exact') return null;
  const { borderMetres } = policyOn(territory.policies, passage.sellerId, passage.on);
  const near = territory.knownPoints
    .map((known) => ({ known, metres: distanceMetres(point, known) }))
    .filter(({ metres }) => metres <= borderMetres)
    .sort((a, b) => a.metres - b.metres || (a.known.id < b.known.id ? -1 : 1));
  const asked = new Set<string>();
  for (const { known, metres } of near) {
    const key = `${known.regionCode}/${known.townCode ?? ''}`;
    if (asked.has(key)) continue;
    asked.add(key);
    const place = { regionCode: known.regionCode, townCode: known.townCode, point: known };
    const resolution = resolvePlace(territory.grants, passage.sellerId, passage, place);
    if (!resolution.may) continue;
    const numbers = {
      metres,
      borderMetres,
      regionCode: passage.regionCode,
      nearRegionCode: known.regionCode,
    };
    return { reason: 'border', grantId: resolution.grant.id, numbers };
  }
  return null;
}
