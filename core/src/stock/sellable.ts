import { sum } from '../platform/money';
import type { Lot, Want } from './model';

/** What of a lot nobody has been promised. */
export const freeOf = ({ onHand, reserved }: Pick<Lot, 'onHand' | 'reserved'>): number => onHand - reserved;

/** 可售: goods that may be promised to somebody, if not to this buyer. */
export const isSellable = (lot: Lot, { stopsSaleOn }: Pick<Want, 'stopsSaleOn'>): boolean =>
  lot.quality === 'available' &&
  lot.recallId === null &&
  freeOf(lot) > 0 &&
  (stopsSaleOn === undefined || lot.expiresOn > stopsSaleOn);

/** Base units of lots that may be promised to somebody. */
export const sellableIn = (lots: readonly Lot[], want: Pick<Want, 'stopsSaleOn'>): number =>
  sum(lots.map((lot) => (isSellable(lot, want) ? freeOf(lot) : 0)));
