import type { Client } from '@tongpan/bff/src/client';
import { dayMs } from '@tongpan/core';
import { skuIdOf, storeIdOf } from './map-company';
import type { Lane } from './plan-lanes';
import type { Invoice } from './read-folder';

const hourMs = 3_600_000;
/** Goods leave at ten the next morning and arrive four hours later. */
const shippedAtHour = 10;
const deliveryHours = 4;
const paidAfterMs = 30 * dayMs;

/** An order as far as the replay has brought it. */
export interface KnownOrder {
  readonly state: string;
  readonly payableFen: number;
}

export interface LaneParts {
  readonly lane: Lane;
  /** The sale each cancellation takes back, by the cancellation's invoice. */
  readonly matches: ReadonlyMap<string, Invoice>;
  /** What an earlier run has done already, by order id; it is brought up to date. */
  readonly known: Map<string, KnownOrder>;
  clientOf(partyId: string, at: number): Client;
  /** Takes back what held orders kept beyond their time. */
  releaseLapsed(at: number): Promise<void>;
  onPlaced(elapsedMs: number | null): void;
}

export const orderIdOf = ({ invoice }: Invoice) => `R-${invoice}`;

interface Payment {
  readonly invoice: Invoice;
  readonly amountFen: number;
  readonly dueAt: number;
}

/**
 * Plays one distributor's past day by day: what lapsed, yesterday's shipments and signings, payments
 * due, then the day's invoices in time order. Every id follows from the invoice's, so a second run
 * repeats what is done and goes on where the first one stopped.
 */
export async function playLane(parts: LaneParts): Promise<void> {
  const { lane, known } = parts;
  let toShip: Invoice[] = [];
  let payments: Payment[] = [];
  const last = lane.days.at(-1);
  const finish = last
    ? [
        { startsAt: last.startsAt + dayMs, invoices: [] },
        { startsAt: last.startsAt + 60 * dayMs, invoices: [] },
      ]
    : [];
  for (const { startsAt, invoices } of [...lane.days, ...finish]) {
    await parts.releaseLapsed(startsAt);
    for (const invoice of toShip) payments.push(...(await fulfil(parts, invoice, startsAt)));
    toShip = [];
    const due = payments.filter(({ dueAt }) => dueAt <= startsAt);
    payments = payments.filter(({ dueAt }) => dueAt > startsAt);
    for (const payment of due) await pay(parts, payment);
    for (const invoice of invoices) {
      if (invoice.isCancellation) {
        await cancel(parts, invoice);
        continue;
      }
      await place(parts, invoice);
      if (known.get(orderIdOf(invoice))?.state !== 'held') toShip.push(invoice);
    }
  }
}

async function place({ known, clientOf, onPlaced }: LaneParts, invoice: Invoice) {
  const orderId = orderIdOf(invoice);
  if (known.has(orderId)) {
    onPlaced(null);
    return;
  }
  const lines = [...invoice.quantities].map(([sku, quantity]) => ({ skuId: skuIdOf(sku), quantity }));
  const startedAt = performance.now();
  const { state, payableFen } = await clientOf(storeIdOf(invoice.customer), invoice.at).orders.place({
    orderId,
    lines,
  });
  known.set(orderId, { state, payableFen });
  onPlaced(performance.now() - startedAt);
}

/** Cancels the sale it matches while that has not been shipped; anything else stays unmatched. */
async function cancel({ known, matches, clientOf }: LaneParts, cancellation: Invoice) {
  const sale = matches.get(cancellation.invoice);
  const order = sale && known.get(orderIdOf(sale));
  if (!sale || !order || (order.state !== 'approved' && order.state !== 'held')) return;
  const { state, payableFen } = await clientOf(storeIdOf(sale.customer), cancellation.at).orders.cancel({
    orderId: orderIdOf(sale),
    commandId: `R-${cancellation.invoice}`,
    reason: '回放：客户取消',
  });
  known.set(orderIdOf(sale), { state, payableFen });
}

/** Ships and signs an approved order, and says what is to be paid for it when. */
async function fulfil(
  { lane, known, clientOf }: LaneParts,
  invoice: Invoice,
  startsAt: number,
): Promise<Payment[]> {
  const orderId = orderIdOf(invoice);
  let order = known.get(orderId);
  const shipmentId = `${orderId}-S`;
  if (order?.state === 'approved') {
    const shippedAt = startsAt + shippedAtHour * hourMs;
    order = await clientOf(lane.distributorId, shippedAt).orders.ship({ orderId, shipmentId });
  }
  if (order?.state === 'shipped') {
    const signedAt = startsAt + (shippedAtHour + deliveryHours) * hourMs;
    const buyer = clientOf(storeIdOf(invoice.customer), signedAt);
    order = await buyer.orders.sign({ orderId, shipmentId, commandId: `${orderId}-G` });
  }
  if (order) known.set(orderId, { state: order.state, payableFen: order.payableFen });
  if (order?.state !== 'completed' || order.payableFen === 0) return [];
  return [{ invoice, amountFen: order.payableFen, dueAt: invoice.at + paidAfterMs }];
}

async function pay({ lane, clientOf }: LaneParts, { invoice, amountFen, dueAt }: Payment) {
  await clientOf(lane.distributorId, dueAt).credit.receive({
    receiptId: `${orderIdOf(invoice)}-P`,
    buyerId: storeIdOf(invoice.customer),
    amountFen,
  });
}
