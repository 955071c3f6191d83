import type { Day, Tx } from '../platform';
import { type ServeQuestion, servesPlace } from './serves-place';
import { territoryStore } from './store';

/** Of each customer's place, whether its seller may sell anything there on a day. */
export async function servePlaces(
  tx: Tx,
  places: readonly ServeQuestion[],
  on: Day,
): Promise<readonly boolean[]> {
  if (places.length === 0) return [];
  const sellerIds = [...new Set(places.map(({ sellerId }) => sellerId))];
  const grants = await territoryStore(tx).grantsAround(sellerIds, ['*']);
  return places.map((place) => servesPlace(grants, place, on));
}
