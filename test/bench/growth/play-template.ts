import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@tongpan/core';
import { callerOf } from '../callers';
import { buyerIdOf, type CompanyShape, sellerIdOf, sellerNoOf, skuIdOf } from '../company-shape';
import { orderIds, orderStream } from '../order-stream';

export const templateOrders = 250;
const together = 16;
const consumersMs = 3_000;
/** More than any buyer's credit allows, so that a person has to look at it. */
const tooMany = 2_000_000_000;

/** How far an order of each twenty is brought. */
function endOf(orderNo: number) {
  const place = orderNo % 20;
  if (place < 8) return 'paid';
  if (place < 12) return 'completed';
  if (place < 14) return 'shipped';
  if (place === 14) return 'signed';
  if (place === 15) return 'cancelled';
  return place === 16 ? 'held' : 'approved';
}

/** Plays some orders through the core to every end there is: what a long history is multiplied from. */
export async function playTemplate(core: Core, shape: CompanyShape): Promise<void> {
  await core.startWork();
  const linesOf = orderStream(shape, { load: 'even', lines: 3 }, 7);
  const newId = orderIds();
  let next = 0;
  const lane = async () => {
    while (next < templateOrders) {
      const orderNo = next;
      next += 1;
      const lines = linesOf(orderNo % shape.buyers).map(({ skuNo, quantity }) => ({
        skuId: skuIdOf(skuNo),
        quantity: endOf(orderNo) === 'held' ? tooMany : quantity,
      }));
      await playOrder(core, shape, { orderNo, lines, newId });
    }
  };
  await Promise.all(Array.from({ length: together }, lane));
  await wait(consumersMs);
}

interface Play {
  readonly orderNo: number;
  readonly lines: readonly { readonly skuId: string; readonly quantity: number }[];
  readonly newId: () => string;
}

async function playOrder(
  { orders, credit, clock }: Core,
  shape: CompanyShape,
  { orderNo, lines, newId }: Play,
) {
  const buyerNo = orderNo % shape.buyers;
  const buyerId = buyerIdOf(buyerNo);
  const buyer = callerOf('store', buyerId, clock.now());
  const seller = callerOf('distributor', sellerIdOf(sellerNoOf(buyerNo, shape)), clock.now());
  const end = endOf(orderNo);
  const orderId = newId();
  const { order } = await orders.place(buyer, { orderId, note: '', lines });
  const expected = end === 'held' ? 'held' : 'approved';
  if (order.verdict !== expected) throw new Error(`an order came out ${order.verdict}, not ${expected}`);
  if (end === 'held' || end === 'approved') return;
  if (end === 'cancelled') {
    await orders.cancel(buyer, { orderId, commandId: newId(), reason: '不要了' });
    return;
  }
  const shipmentId = newId();
  await orders.ship(seller, { orderId, shipmentId, carrier: '', trackingNo: '' });
  if (end === 'shipped') return;
  const differences = end === 'signed' ? [{ shipmentLineNo: 1, short: 0, damaged: 1, refused: 0 }] : [];
  await orders.sign(buyer, { orderId, shipmentId, commandId: newId(), differences });
  if (end === 'paid')
    await credit.receive(seller, { receiptId: newId(), buyerId, amountFen: order.payableFen });
}
