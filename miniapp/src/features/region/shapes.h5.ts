import { drawMap, type Drawing, type ShapeCollection } from './draw-map';
import { islands } from './islands';

const country = '*';

/** The drawing of a country's provinces or a province's cities; null where there is none. */
export async function shapesOf(area: string): Promise<Drawing | null> {
  const isCountry = area === country;
  // Cities are drawn on the map of their province, and what is in them has no shapes.
  if (!isCountry && !/0000$/.test(area)) return null;
  const answer = await fetch(`/shapes/${isCountry ? 'china' : area}.geojson`);
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`the map of ${area} did not come: ${answer.status}`);
  return drawMap((await answer.json()) as ShapeCollection, isCountry ? islands : []);
}
