import type { Day } from '../platform/clock';
import type { Commitment } from '../stock';
import type { Order, OrderLine } from './model';

/** What an order still owes of each SKU, as stock counts it: due when the buyer asked for it, or at once. */
export const commitmentsOf = (
  order: Pick<Order, 'id' | 'sellerId' | 'deliverOn'>,
  lines: readonly Pick<OrderLine, 'lineNo' | 'skuId' | 'backOrdered'>[],
  today: Day,
): readonly Commitment[] =>
  lines.flatMap(({ lineNo, skuId, backOrdered }) =>
    backOrdered > 0
      ? [
          {
            orderId: order.id,
            lineNo,
            sellerId: order.sellerId,
            skuId,
            dueOn: order.deliverOn ?? today,
            quantity: backOrdered,
          },
        ]
      : [],
  );
