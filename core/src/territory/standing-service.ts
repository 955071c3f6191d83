import { type Known, readStanding, standing, type Tx } from '../platform';
import { areaCode, prefixesOver } from './areas';
import { cellOf, cellsAround } from './measure-distance';
import type { Grant, Place } from './model';
import { areasOf } from './new-grant';
import type { Territory } from './passage';
import { loadTerritory } from './passage-service';

/** A seller and a place goods may go to. */
export interface Way {
  readonly sellerId: string;
  readonly place: Place;
}

/** The key a way's territory is looked up by. */
export const wayKey = ({ sellerId, place: { regionCode, townCode, point } }: Way) =>
  [sellerId, regionCode, townCode ?? '', point?.latitudeE6 ?? '', point?.longitudeE6 ?? ''].join(' ');

function wayOf(key: string): Way {
  const [sellerId = '', regionCode = '', townCode, latitudeE6 = '', longitudeE6 = ''] = key.split(' ');
  const point =
    latitudeE6 === '' ? null : { latitudeE6: Number(latitudeE6), longitudeE6: Number(longitudeE6) };
  return { sellerId, place: { regionCode, townCode: townCode || null, point } };
}

const territories = standing<Territory>({
  name: 'territories',
  tables: [
    'territoryGrant',
    'territoryGrantArea',
    'territoryKnownPoint',
    'territoryCapacity',
    'territoryPolicy',
    'territoryChainDelivery',
  ],
  limit: 100_000,
  async load(tx, keys) {
    const ways = keys.map(wayOf);
    const all = await loadTerritory(
      tx,
      ways.map(({ sellerId }) => sellerId),
      ways.map(({ place }) => place),
    );
    return new Map(ways.map((way, at) => [keys[at] as string, narrowed(all, way)]));
  },
});

/** What of a territory has a say on one way: the seller's own grants, and others' where the goods go or near it. */
function narrowed(all: Territory, { sellerId, place }: Way): Territory {
  const cells = new Set(place.point ? cellsAround(place.point) : []);
  const knownPoints = all.knownPoints.filter((point) => cells.has(cellOf(point)));
  const prefixes = new Set([place, ...knownPoints].flatMap(prefixesOver));
  const hasSay = (grant: Grant) =>
    grant.sellerId === sellerId || areasOf(grant).some(({ areaCode: prefix }) => prefixes.has(prefix));
  const areaCodes = new Set(prefixesOver(place).map(areaCode));
  const isAsked = (id: string) => id === '*' || id === sellerId;
  return {
    grants: all.grants.filter(hasSay),
    knownPoints,
    capacities: all.capacities.filter((capacity) => areaCodes.has(capacity.areaCode)),
    policies: all.policies.filter((policy) => isAsked(policy.sellerId)),
    chainDeliveries: all.chainDeliveries.filter((delivery) => isAsked(delivery.sellerId)),
  };
}

/** What the passages on these ways are judged by, by `wayKey`. */
export const readTerritories = (tx: Tx, ways: readonly Way[]): Promise<Known<Territory>> =>
  readStanding(tx, territories, ways.map(wayKey));
