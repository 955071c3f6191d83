import { type Fen, sum } from '../../platform/money';
import type { Order, OrderLine, ShipmentLine } from '../model';
import type { AfterSalesReason } from './model';
import type { ReturnedUnits } from './settle-money';

/** What the seller answers for: goods that were bad, broken, others than ordered, or near their end. */
const sellersFault: ReadonlySet<AfterSalesReason> = new Set([
  'quality',
  'damaged',
  'wrongGoods',
  'nearExpiry',
]);

export interface FreightBackQuestion {
  readonly order: Pick<Order, 'freightFen' | 'freightDueFen'>;
  readonly lines: readonly Pick<OrderLine, 'quantity' | 'shipped' | 'cancelled'>[];
  readonly sent: readonly Pick<ShipmentLine, 'accepted'>[];
  /** Of all requests of the order, with why each came back; the last ones are those settled now. */
  readonly returned: readonly (Pick<ReturnedUnits, 'quantity'> & { readonly reason: AfterSalesReason })[];
  /** What of it earlier requests were due. */
  readonly earlierFen: Fen;
}

/**
 * What of the freight goes back with a return, in fen. A buyer who changed its mind has had the delivery and pays for
 * it; where all of an order came back because of the seller, there was nothing worth delivering. While a part of it
 * is to come or under way, the buyer may yet keep that.
 */
export function freightBackFen({ order, lines, sent, returned, earlierFen }: FreightBackQuestion): Fen {
  const isOver =
    order.freightDueFen === 0 &&
    lines.every((line) => line.shipped + line.cancelled === line.quantity) &&
    sent.every((line) => line.accepted !== null);
  const accepted = sum(sent.map((line) => line.accepted ?? 0));
  const back = sum(returned.map(({ quantity }) => quantity));
  const isSellers = returned.every(({ quantity, reason }) => quantity === 0 || sellersFault.has(reason));
  const isBack = isOver && accepted > 0 && back >= accepted && isSellers;
  return isBack ? Math.max(0, order.freightFen - earlierFen) : 0;
}
