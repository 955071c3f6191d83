import type { Folder, Invoice } from './read-folder';

let made = 0;

/** An invoice; `goods` are its units by SKU. */
export function anInvoice({
  goods = { '10001': 10 },
  ...given
}: Partial<Invoice> & { readonly goods?: Readonly<Record<string, number>> } = {}): Invoice {
  made += 1;
  return {
    invoice: `I${made}`,
    isCancellation: false,
    at: Date.parse('2026-01-05T10:00:00+08:00'),
    customer: '17850',
    quantities: new Map(Object.entries(goods)),
    ...given,
  };
}

/** A folder of these invoices, its prices in GBP. */
export function aFolder(
  invoices: readonly Invoice[],
  prices: Readonly<Record<string, readonly number[]>> = { '10001': [1] },
): Folder {
  return {
    invoices,
    prices: new Map(Object.entries(prices)),
    descriptions: new Map([['10001', 'WHITE LANTERN']]),
    chargeLines: 0,
    zeroPriceLines: 0,
  };
}
