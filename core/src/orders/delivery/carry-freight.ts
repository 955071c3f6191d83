import type { Fen } from '../../platform/money';
import type { Order, OrderLine } from '../model';

type Charged = Pick<Order, 'freightFen' | 'freightDueFen' | 'payableFen'>;
type FreightChange = Partial<Charged>;

/** What of an order's freight its next shipment carries: all of it with the first one, in fen. */
export const freightToCarry = (
  { freightDueFen }: Pick<Order, 'freightDueFen'>,
  linesBefore: readonly Pick<OrderLine, 'shipped'>[],
): Fen => (linesBefore.every(({ shipped }) => shipped === 0) ? freightDueFen : 0);

/** What becomes of an order's freight when a shipment is signed for. */
export interface FreightSigned {
  /** What the shipment carried. */
  readonly carriedFen: Fen;
  /** What of that is billed with the goods. */
  readonly billedFen: Fen;
  /** What another shipment, not signed for yet, carries. */
  readonly underWayFen: Fen;
  readonly change: FreightChange;
}

/**
 * One bill asks for all freight: that of the shipment that carried it. Who takes nothing of what it brought owes
 * nothing for bringing it, and what comes later is not charged again.
 */
export function signFreight(order: Charged, isCarrier: boolean, acceptedFen: Fen): FreightSigned {
  const { freightFen, freightDueFen, payableFen } = order;
  if (freightDueFen === 0 || !isCarrier) {
    return { carriedFen: 0, billedFen: 0, underWayFen: freightDueFen, change: {} };
  }
  const isOwed = acceptedFen > 0;
  return {
    carriedFen: freightDueFen,
    billedFen: isOwed ? freightDueFen : 0,
    underWayFen: 0,
    change: isOwed
      ? { freightDueFen: 0 }
      : { freightDueFen: 0, freightFen: freightFen - freightDueFen, payableFen: payableFen - freightDueFen },
  };
}

/** What closing the rest of an order leaves of its freight: nothing where nothing was or will be sent. */
export function closeFreight(
  order: Pick<Order, 'freightFen' | 'freightDueFen'>,
  linesAfter: readonly Pick<OrderLine, 'shipped' | 'reserved' | 'backOrdered'>[],
): {
  readonly heldFen: Fen;
  readonly underWayFen: Fen;
  readonly freightFen: Fen;
  readonly freightDueFen: Fen;
} {
  const { freightFen, freightDueFen } = order;
  const isShipped = linesAfter.some(({ shipped }) => shipped > 0);
  const isToCome = linesAfter.some(({ reserved, backOrdered }) => reserved + backOrdered > 0);
  if (isShipped) return { heldFen: 0, underWayFen: freightDueFen, freightFen, freightDueFen };
  if (isToCome) return { heldFen: freightDueFen, underWayFen: 0, freightFen, freightDueFen };
  return { heldFen: 0, underWayFen: 0, freightFen: 0, freightDueFen: 0 };
}
