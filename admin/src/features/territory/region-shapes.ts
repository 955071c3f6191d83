import { useQuery } from '@tanstack/react-query';
import { registerMap } from 'echarts/core';
import { COUNTRY, prefixOf } from './region-codes';

/** What a shape is drawn and known by. */
export interface Shape {
  /** Empty where no division is meant. */
  readonly code: string;
  /** What the chart calls it. */
  readonly name: string;
}

export interface ShapeMap {
  readonly mapName: string;
  readonly shapes: readonly Shape[];
}

interface Feature {
  readonly properties: { readonly adcode: string; readonly name: string };
}

const addresses = import.meta.glob<string>('../../../../shapes/*.geojson', {
  query: '?url',
  import: 'default',
  eager: true,
});

const PROVINCE_DIGITS = 2;
/** Under this name the chart adds the islands that the shapes leave out. */
const CHINA = 'china';

/** The map on which a division lies: the country's, or its province's. */
const mapNameOf = (code: string) =>
  code === COUNTRY ? CHINA : prefixOf(code).slice(0, PROVINCE_DIGITS).padEnd(6, '0');

async function loadShapes(mapName: string): Promise<ShapeMap | null> {
  const address = addresses[`../../../../shapes/${mapName}.geojson`];
  if (address === undefined) return null;
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`the map ${mapName} did not come: ${answer.status}`);
  const collection = (await answer.json()) as { readonly features: readonly Feature[] };
  registerMap(mapName, collection as unknown as Parameters<typeof registerMap>[1]);
  return {
    mapName,
    shapes: collection.features.map(({ properties: { adcode, name } }) => ({ code: adcode, name })),
  };
}

/** The shapes to draw a division with, fetched when it is first looked at; null where there are none. */
export function useShapes(code: string) {
  const mapName = mapNameOf(code);
  return useQuery({
    queryKey: ['territory-shapes', mapName],
    queryFn: () => loadShapes(mapName),
    staleTime: Infinity,
  });
}
