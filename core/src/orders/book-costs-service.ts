import type { Instant, NewId, Tx } from '../platform';
import { bookPromotionCosts, type CostsMoved } from '../promotions';
import { afterSalesStore } from './after-sales/store';
import { settledUnits } from './after-sales/model';
import { keptOfLines } from './kept-of-lines';
import { orderStore } from './store';

/** What of an order went out or came back, and with which document. */
export interface GoodsMoved {
  readonly orderId: string;
  readonly kind: CostsMoved['kind'];
  readonly documentId: string;
  readonly at: Instant;
}

/**
 * Books what the promotions of an order cost its payers, by what has left and stayed with the buyer until now: after a
 * shipment, after a signing with differences, after goods came back for money. The order's row is locked.
 */
export async function bookCosts(tx: Tx, newId: NewId, moved: GoodsMoved): Promise<void> {
  const { orderId } = moved;
  const store = orderStore(tx);
  const requests = (await afterSalesStore(tx).requestsOf([orderId])).filter(({ money }) => money !== null);
  const kinds = new Map(requests.map(({ id, kind }) => [id, kind]));
  const lines = await afterSalesStore(tx).lines(requests.map(({ id }) => id));
  const returned = lines.flatMap((line) => {
    const kind = kinds.get(line.requestId);
    return kind === undefined ? [] : [{ lineNo: line.orderLineNo, quantity: settledUnits(kind, line) }];
  });
  await bookPromotionCosts(tx, newId, {
    ...moved,
    lines: keptOfLines(await store.lines([orderId]), await store.shipmentLines(orderId), returned),
  });
}

/** What came back with an after-sales request, for money, is borne by nobody any more. */
export const bookReturn = (
  tx: Tx,
  newId: NewId,
  { id, orderId }: { readonly id: string; readonly orderId: string },
  at: Instant,
): Promise<void> => bookCosts(tx, newId, { orderId, kind: 'returned', documentId: id, at });
