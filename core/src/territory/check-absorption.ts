import { areaPrefix, coversPlace } from './areas';
import type { Capacity, Place } from './model';

export interface AbsorptionQuestion {
  /** Base units taken in 30 days, the order in question among them. */
  readonly quantity30Days: number;
  readonly sellOutQuantity: number;
  readonly stockTargetQuantity: number;
  readonly absorptionBp: number;
}

export interface AbsorptionAnswer {
  readonly capacityQuantity: number;
  /** Base units beyond what the area takes up; 0 when it takes up all. */
  readonly overQuantity: number;
}

/** 消化能力: an area takes up its sell-out times a factor, and what its shelves still miss: 30 days' goods beyond that leave it again. */
export function checkAbsorption(question: AbsorptionQuestion): AbsorptionAnswer {
  const { quantity30Days, sellOutQuantity, stockTargetQuantity, absorptionBp } = question;
  const capacityQuantity = Math.floor((sellOutQuantity * absorptionBp) / 10_000) + stockTargetQuantity;
  return { capacityQuantity, overQuantity: Math.max(0, quantity30Days - capacityQuantity) };
}

/** The capacity of the closest area around a place that has one for the line; a row for every line (`*`) comes last. */
export function capacityAt(
  capacities: readonly Capacity[],
  place: Pick<Place, 'regionCode' | 'townCode'>,
  productLine: string,
): Capacity | null {
  const around = capacities.filter(
    (capacity) =>
      (capacity.productLine === productLine || capacity.productLine === '*') &&
      coversPlace(areaPrefix(capacity.areaCode), place),
  );
  const [closest = null] = around.sort(
    (a, b) =>
      areaPrefix(b.areaCode).length - areaPrefix(a.areaCode).length ||
      Number(a.productLine === '*') - Number(b.productLine === '*'),
  );
  return closest;
}
