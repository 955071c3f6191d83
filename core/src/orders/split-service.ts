import { addDays, dayOf, groupBy, type Instant, keyBy, type Tx } from '../platform';
import { loadSkus } from '../catalog';
import { loadLots, loadReservations, loadWarehouses } from '../stock';
import { decisionStore } from './decision-store';
import type { Order, OrderLine } from './model';
import { splitOrder, type Source } from './split-order';
import { orderStore } from './store';

/**
 * Splits an order again after its lines have changed: what has shipped, what is promised and what is owed, from
 * where each lies now. Call it once the lines, reservations and shipments are written.
 */
export async function splitAgain(
  tx: Tx,
  order: Pick<Order, 'id' | 'sellerId' | 'deliverOn'>,
  lines: readonly OrderLine[],
  at: Instant,
): Promise<void> {
  const store = decisionStore(tx);
  const shipped = await orderStore(tx).shipmentLines(order.id);
  const promised = await loadReservations(tx, [order.id]);
  const { lots } = await loadLots(tx, [...new Set([...shipped, ...promised].map(({ lotId }) => lotId))]);
  const skus = await loadSkus(
    tx,
    lines.map(({ skuId }) => skuId),
  );
  const warehouses = keyBy(await loadWarehouses(tx, [order.sellerId]), ({ id }) => id);
  // A warehouse that takes part already keeps its day.
  const days = new Map((await store.parts([order.id])).map((part) => [part.warehouseId, part.deliverOn]));
  const sourceOf = (lotId: string, quantity: number): Source => {
    const warehouseId = lots.get(lotId)?.warehouseId ?? '';
    const leadDays = warehouses.get(warehouseId)?.leadDays ?? 1;
    const deliverOn = days.get(warehouseId) ?? order.deliverOn ?? addDays(dayOf(at), leadDays);
    return { warehouseId, quantity, deliverOn };
  };
  const byLine = <Row extends { readonly lineNo: number }>(rows: readonly Row[]) =>
    groupBy(rows, ({ lineNo }) => String(lineNo));
  const [shippedOf, promisedOf] = [byLine(shipped), byLine(promised)];
  const parts = splitOrder(
    lines.map(({ lineNo, skuId, quantity, amountFen, backOrdered }) => ({
      lineNo,
      ordered: quantity,
      amountFen,
      temperatureZone: skus.get(skuId)?.temperatureZone ?? 'ambient',
      invoiceEntity: skus.get(skuId)?.invoiceEntity ?? '',
      sources: [
        ...(shippedOf.get(String(lineNo)) ?? []).map((line) => sourceOf(line.lotId, line.quantity)),
        ...(promisedOf.get(String(lineNo)) ?? []).map((line) => sourceOf(line.lotId, line.open)),
        { warehouseId: null, quantity: backOrdered, deliverOn: null },
      ],
    })),
  );
  await store.replaceParts(
    order.id,
    parts.map(({ lines: _, ...part }) => ({ orderId: order.id, ...part })),
    parts.flatMap(({ partNo, lines: ofPart }) =>
      ofPart.map((line) => ({ orderId: order.id, partNo, ...line })),
    ),
  );
}
