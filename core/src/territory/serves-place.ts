import type { Day } from '../platform/clock';
import { areaPrefix, coversPlace } from './areas';
import type { Grant, Place } from './model';

/** A customer that a seller would serve, where it is. */
export interface ServeQuestion extends Pick<Place, 'regionCode' | 'townCode'> {
  readonly sellerId: string;
  readonly channel: string;
}

/**
 * Whether a seller may sell anything at all at a place on a day, by a regular grant. Which goods those are is asked
 * of every order; a town that is not known is in no grant for towns alone.
 */
export function servesPlace(grants: readonly Grant[], question: ServeQuestion, on: Day): boolean {
  const lies = (area: string) => coversPlace(areaPrefix(area), question);
  return grants.some(
    ({ sellerId, kind, startsOn, endsOn, channels, areas, remainderAreas, excludedAreas }) =>
      sellerId === question.sellerId &&
      kind === 'regular' &&
      startsOn <= on &&
      (endsOn === null || endsOn > on) &&
      (channels.length === 0 || channels.includes(question.channel)) &&
      [...areas, ...remainderAreas].some(lies) &&
      !excludedAreas.some(lies),
  );
}
