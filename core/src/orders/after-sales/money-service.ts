import { loadGroups, loadSkus } from '../../catalog';
import { loadParties } from '../../partners';
import { sum, type Tx } from '../../platform';
import { loadApplied, loadOriginals } from '../../promotions';
import type { Order } from '../model';
import { cartBuyerOf } from '../promotion-cart';
import { orderStore } from '../store';
import { freightBackFen } from './freight-back';
import { type AfterSales, type AfterSalesLine, sendsGoods, settledUnits } from './model';
import { pricedOrder } from './priced-order';
import { type Money, type ReturnedUnits, settleMoney } from './settle-money';
import { afterSalesStore } from './store';

/**
 * What a request gives back when these are its lines: the order priced again with what its buyer keeps, after every
 * request of it that was settled in money before. The order's row is locked.
 */
export async function loadMoney(
  tx: Tx,
  order: Order,
  request: AfterSales,
  lines: readonly AfterSalesLine[],
  limitFen: number | null,
): Promise<Money> {
  const earlier = (await afterSalesStore(tx).requestsOf([order.id])).filter(
    ({ id, state, money }) => state === 'closed' && money !== null && id !== request.id,
  );
  const kinds = new Map([...earlier, request].map(({ id, kind }) => [id, kind]));
  const reasons = new Map([...earlier, request].map(({ id, reason }) => [id, reason]));
  const earlierLines = await afterSalesStore(tx).lines(earlier.map(({ id }) => id));
  const stored = orderStore(tx);
  const orderLines = await stored.lines([order.id]);
  const applied = await loadApplied(tx, [order.id]);
  const parties = await loadParties(tx, [order.buyerId, order.sellerId]);
  const [buyer, seller] = [parties.get(order.buyerId), parties.get(order.sellerId)];
  if (!buyer || !seller) throw new Error('an order of parties that are not there');
  const groups = await loadGroups(tx, { sellerIds: [seller.id], buyerIds: [buyer.id] });
  const sent = await stored.shipmentLines(order.id);
  const allLines = [...earlierLines, ...lines];
  const unitsOf = (line: AfterSalesLine) => settledUnits(kinds.get(line.requestId) ?? request.kind, line);
  return settleMoney({
    priced: pricedOrder({
      buyer: cartBuyerOf({ groups }, { buyer, seller }),
      placedAt: order.placedAt,
      lines: orderLines,
      skus: await loadSkus(tx, [...new Set(orderLines.map(({ skuId }) => skuId))]),
      applied,
      originals: await loadOriginals(tx, applied),
    }),
    lines: orderLines,
    sent,
    returned: allLines.map((line): ReturnedUnits => ({
      orderLineNo: line.orderLineNo,
      shipmentId: line.shipmentId,
      shipmentLineNo: line.shipmentLineNo,
      quantity: unitsOf(line),
    })),
    freightFen: freightBackFen({
      order,
      lines: orderLines,
      sent,
      returned: allLines.map((line) => ({
        quantity: unitsOf(line),
        reason: reasons.get(line.requestId) ?? request.reason,
      })),
      earlierFen: sum(earlier.map(({ money }) => money?.freightFen ?? 0)),
    }),
    earlierFen: sum(earlier.map(({ money }) => money?.refundFen ?? 0)),
    limitFen,
  });
}

/** True when a request is settled in money. */
export const isPaid = ({ kind }: Pick<AfterSales, 'kind'>): boolean => !sendsGoods(kind);
