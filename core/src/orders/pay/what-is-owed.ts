import type { Instant } from '../../platform/clock';
import { type Fen, sum } from '../../platform/money';
import { unsignedFen, worthFen } from '../line-worth';
import type { Order, OrderLine, ShipmentLine } from '../model';
import { stepDueFen } from '../steps/stage-of';

/** An order with what its worth depends on. */
export interface Standing {
  readonly order: Pick<Order, 'state' | 'payableFen' | 'freightDueFen' | 'steps'>;
  readonly lines: readonly Pick<
    OrderLine,
    'amountFen' | 'quantity' | 'shipped' | 'reserved' | 'backOrdered' | 'cancelled'
  >[];
  readonly shipmentLines: readonly Pick<ShipmentLine, 'accepted' | 'amountFen'>[];
}

/**
 * What an order still stands for and no bill has asked for yet, in fen: all of a held one; of an approved one what is
 * promised, owed or under way, and its freight; nothing of one that has ended.
 */
export function unbilledFen({ order, lines, shipmentLines }: Standing): Fen {
  if (order.state === 'held') return order.payableFen;
  if (order.state === 'cancelled' || order.state === 'rejected' || order.state === 'shortClosed') return 0;
  const toShipFen = sum(
    lines.map((line) => worthFen(line, line.shipped, line.shipped + line.reserved + line.backOrdered)),
  );
  return toShipFen + unsignedFen(shipmentLines) + order.freightDueFen;
}

/** What came with an order and has nothing to pay any more, in fen. */
export const surplusFen = (waitingFen: Fen, standing: Standing): Fen =>
  Math.max(0, waitingFen - unbilledFen(standing));

/**
 * What of an order can be paid now, in fen: what it stands for and what its bills are open for, less what waits; of a
 * pre-order only what its present step asks.
 */
export function payableNowFen(standing: Standing, openBillsFen: Fen, waitingFen: Fen, at: Instant): Fen {
  const { steps, state, payableFen } = standing.order;
  if (steps && state === 'held') return stepDueFen({ steps, payableFen, paidFen: waitingFen, at });
  return Math.max(0, unbilledFen(standing) + openBillsFen - waitingFen);
}
