import type { Sku } from './model';

export type QuantityFault = 'minimum' | 'multiple' | 'maximum';

export interface QuantityCheck {
  readonly faults: readonly QuantityFault[];
  /** The nearest valid quantity, upwards first; null when it is valid, or none is. */
  readonly suggested: number | null;
}

type Limits = Pick<Sku, 'minimumQuantity' | 'multipleQuantity' | 'maximumQuantity'>;

/**
 * Tests a quantity against 起订量, 倍数 and 限购, all in base units. It suggests and never changes:
 * what a buyer typed stays what he typed.
 */
export function checkQuantity(quantity: number, limits: Limits): QuantityCheck {
  const faults: QuantityFault[] = [];
  if (quantity < limits.minimumQuantity) faults.push('minimum');
  if (quantity % limits.multipleQuantity !== 0) faults.push('multiple');
  if (limits.maximumQuantity !== null && quantity > limits.maximumQuantity) faults.push('maximum');
  return { faults, suggested: faults.length > 0 ? nearestValid(quantity, limits) : null };
}

function nearestValid(quantity: number, limits: Limits): number | null {
  const step = limits.multipleQuantity;
  const upwards = Math.ceil(Math.max(quantity, limits.minimumQuantity, 1) / step) * step;
  const most = limits.maximumQuantity;
  if (most === null || upwards <= most) return upwards;
  const downwards = Math.floor(most / step) * step;
  return downwards > 0 && downwards >= limits.minimumQuantity ? downwards : null;
}
