import type { Sku } from './model';

export type QuantityFault = 'minimum' | 'multiple' | 'maximum';

export interface QuantityCheck {
  readonly faults: readonly QuantityFault[];
  /** The nearest valid quantity, upwards first; null when it is valid, or none is. */
  readonly suggested: number | null;
}

/** What a quantity is held against, in base units. */
export type QuantityLimits = Pick<Sku, 'minimumQuantity' | 'multipleQuantity' | 'maximumQuantity'>;

/**
 * Tests a quantity against 起订量, 倍数 and 限购, all in base units; 0 waives each. It suggests and never changes:
 * what a buyer typed stays what he typed. Gifts and back-orders are exempt: nobody asks about them.
 */
export function checkQuantity(quantity: number, limits: QuantityLimits): QuantityCheck {
  const { minimumQuantity: least } = limits;
  const step = Math.max(1, limits.multipleQuantity);
  const most = limits.maximumQuantity || null;
  const faults: QuantityFault[] = [];
  if (quantity < least) faults.push('minimum');
  if (quantity % step !== 0) faults.push('multiple');
  if (most !== null && quantity > most) faults.push('maximum');
  return { faults, suggested: faults.length > 0 ? nearestValid(quantity, least, step, most) : null };
}

function nearestValid(quantity: number, least: number, step: number, most: number | null): number | null {
  const upwards = Math.ceil(Math.max(quantity, least, 1) / step) * step;
  if (most === null || upwards <= most) return upwards;
  const downwards = Math.floor(most / step) * step;
  return downwards > 0 && downwards >= least ? downwards : null;
}
