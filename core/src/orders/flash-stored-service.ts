import type { Instant, NewId, Tx } from '../platform';
import { loadFlashActivities, loadFlashSales } from '../promotions';
import { loadLots, loadReservations, releaseOrders, reserveLots } from '../stock';
import type { FlashLine } from './flash-line';
import { returnFlash } from './flash-return-service';

/**
 * The flash lines of a stored order with the lots promised to each, read before the order gives them back: it is
 * decided again by these and takes no others. Most orders have none.
 */
export async function loadFlashLines(tx: Tx, orderId: string): Promise<readonly FlashLine[]> {
  const sales = (await loadFlashSales(tx, orderId)).filter(({ quantity, returned }) => quantity > returned);
  if (sales.length === 0) return [];
  const activities = await loadFlashActivities(tx, [...new Set(sales.map(({ activityId }) => activityId))]);
  const reservations = await loadReservations(tx, [orderId]);
  const { lots } = await loadLots(tx, [...new Set(reservations.map(({ lotId }) => lotId))]);
  return sales.flatMap((sale): FlashLine[] => {
    const { activityId, token, lineNo, quantity, returned, grabbedAt, attempts } = sale;
    const activity = activities.get(activityId);
    if (!activity) throw new Error(`a flash sale of an activity there is not: ${activityId}`);
    const left = quantity - returned;
    const claim = { activityId, token, skuId: activity.skuId, quantity: left, grabbedAt, attempts };
    const goods = reservations.flatMap(({ lineNo: no, lotId, open }) => {
      const lot = no === lineNo ? lots.get(lotId) : undefined;
      return lot ? [{ lot, open }] : [];
    });
    return [{ lineNo, claim, activity, goods }];
  });
}

/**
 * Takes back the sales of an order that gave its lots back to be decided again and may not stand: its units go where
 * they came from, as if they had never left the order.
 */
export async function returnDecided(
  tx: Tx,
  newId: NewId,
  { orderId, at }: { readonly orderId: string; readonly at: Instant },
  lines: readonly FlashLine[],
): Promise<void> {
  await reserveLots(
    tx,
    lines.flatMap(({ lineNo, goods }) =>
      goods.map(({ lot, open }) => ({ orderId, lineNo, lotId: lot.id, open })),
    ),
  );
  await returnFlash(
    tx,
    newId,
    { orderId, at },
    (no) => lines.find(({ lineNo }) => lineNo === no)?.claim.quantity ?? 0,
  );
  // Of an activity that has ended they are free stock.
  await releaseOrders(tx, [orderId]);
}
