import { type Consumer, emit, type Gates, type Instant, type NewId, Refused, type Tx } from '../platform';
import { isLive, loadFlashSales, lockActivities, returnFlashSale } from '../promotions';
import { loadReservations, passBackToSetAside } from '../stock';
import { flashDocument } from './flash-line';

/** What of a sale is left after some of it came back. */
interface FlashReturned {
  readonly activityId: string;
  readonly token: string;
  readonly left: number;
}

const returned = 'flash.returned';

/**
 * Takes back, before an order gives back its lots, what of its flash lines will not be sent: the sale, the buyer's
 * count and the activity's, each once. While the activity runs the goods are set aside again, to be sold again.
 * @param freedOf units of a line that come free
 */
export async function returnFlash(
  tx: Tx,
  newId: NewId,
  { orderId, at }: { readonly orderId: string; readonly at: Instant },
  freedOf: (lineNo: number) => number,
): Promise<void> {
  const sales = await loadFlashSales(tx, orderId);
  if (sales.length === 0) return;
  const ids = [...new Set(sales.map(({ activityId }) => activityId))];
  const activities = new Map((await lockActivities(tx, ids)).map((activity) => [activity.id, activity]));
  const reservations = await loadReservations(tx, [orderId]);
  for (const sale of sales) {
    const { activityId, token, lineNo } = sale;
    const quantity = Math.min(freedOf(lineNo), sale.quantity - sale.returned);
    const activity = activities.get(activityId);
    if (quantity <= 0 || !activity) continue;
    const isOver = !isLive(activity);
    if (!isOver) {
      const ofLine = reservations.filter((one) => one.lineNo === lineNo);
      const parts = ofLine.map(({ lotId, open }) => ({ orderId, lineNo, lotId, quantity: open }));
      await passBackToSetAside(tx, flashDocument(activityId), parts);
    }
    await returnFlashSale(tx, sale, quantity, isOver);
    const left = sale.quantity - sale.returned - quantity;
    const payload: FlashReturned = { activityId, token, left };
    await emit(tx, [
      { id: newId(), name: returned, version: 1, aggregate: `flash:${activityId}`, at, payload },
    ]);
  }
}

/** What was sold by a token is what it was sold at: such an order is cancelled, not changed. @throws orders.flashFixed */
export async function assertNoFlash(tx: Tx, orderId: string): Promise<void> {
  if ((await loadFlashSales(tx, orderId)).length > 0) throw new Refused('orders.flashFixed');
}

/** Tells the gate what came back, until it has heard. */
export const flashConsumer = (gates: Pick<Gates, 'takeBack'>): Consumer => ({
  name: 'flash.gate',
  events: [returned],
  async handle(_tx, event) {
    const { activityId, token, left } = event.payload as FlashReturned;
    await gates.takeBack(activityId, token, left);
  },
});
