import { dayOf, groupBy, startOfDay } from '@tongpan/core';
import { type Company, storeIdOf } from './map-company';
import type { Invoice } from './read-folder';

/** A day of one distributor: its invoices, sales and cancellations, in time order. */
export interface LaneDay {
  readonly startsAt: number;
  readonly invoices: readonly Invoice[];
}

/** One distributor's past. Lanes share no stock and no credit, so they run side by side. */
export interface Lane {
  readonly distributorId: string;
  readonly days: readonly LaneDay[];
  /** How many invoices are sales. */
  readonly saleCount: number;
}

/** Cuts the invoices into lanes and days. */
export function planLanes(company: Company, invoices: readonly Invoice[]): readonly Lane[] {
  const distributorOf = new Map(company.stores.map(({ id, distributorId }) => [id, distributorId]));
  return company.distributors.map(({ id: distributorId }) => {
    const own = invoices.filter(({ customer }) => distributorOf.get(storeIdOf(customer)) === distributorId);
    const byDay = groupBy(own, ({ at }) => dayOf(at));
    const days = [...byDay].map(([day, ofDay]): LaneDay => ({ startsAt: startOfDay(day), invoices: ofDay }));
    const saleCount = own.filter(({ isCancellation }) => !isCancellation).length;
    return { distributorId, days, saleCount };
  });
}

/** A cancellation matches the customer's latest earlier sale of exactly the same goods, once. */
export function matchCancellations(invoices: readonly Invoice[]): ReadonlyMap<string, Invoice> {
  const open = new Map<string, Invoice[]>();
  const matches = new Map<string, Invoice>();
  for (const invoice of invoices) {
    const goods = [...invoice.quantities].sort(([left], [right]) => (left < right ? -1 : 1));
    const key = JSON.stringify([invoice.customer, goods]);
    const sales = open.get(key) ?? [];
    open.set(key, sales);
    if (!invoice.isCancellation) {
      sales.push(invoice);
      continue;
    }
    const sale = sales.pop();
    if (sale) matches.set(invoice.invoice, sale);
  }
  return matches;
}
