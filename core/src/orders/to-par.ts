import type { Sku } from '../catalog';
import { checkQuantity } from '../catalog/rules';

type Limits = Pick<Sku, 'minimumQuantity' | 'multipleQuantity' | 'maximumQuantity'>;

/**
 * What to order so that a shelf is full again: what is wanted less what is there, made up to a quantity
 * the goods are sold in. Nothing when enough is there, or no such quantity is sold.
 */
export function toPar(wanted: number, onHand: number, limits: Limits): number {
  const missing = wanted - onHand;
  if (missing <= 0) return 0;
  const { faults, suggested } = checkQuantity(missing, limits);
  return faults.length === 0 ? missing : (suggested ?? 0);
}
