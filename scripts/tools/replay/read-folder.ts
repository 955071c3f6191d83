import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

/** What one customer bought, or took back, at one moment. */
export interface Invoice {
  readonly invoice: string;
  readonly isCancellation: boolean;
  /** Epoch milliseconds; the trader's wall clock is taken for Shanghai's. */
  readonly at: number;
  readonly customer: string;
  /** Positive units by SKU; the lines of an invoice that name one SKU are added up. */
  readonly quantities: ReadonlyMap<string, number>;
}

export interface Folder {
  readonly invoices: readonly Invoice[];
  /** Prices of sale lines in GBP, by SKU. */
  readonly prices: ReadonlyMap<string, readonly number[]>;
  readonly descriptions: ReadonlyMap<string, string>;
  readonly chargeLines: number;
  readonly zeroPriceLines: number;
}

interface Row {
  readonly invoice: string;
  readonly datetime: string;
  readonly customer: string;
  readonly sku: string;
  readonly quantity: string;
  readonly unit_price_gbp: string;
}

/** Goods have five digits and perhaps letters; everything else is postage, discount, bank charges. */
const goods = /^\d{5}[A-Za-z]*$/;

/** Reads invoices, in time order. Charges and lines without a price are left out and counted. */
export function readFolder(folder: string): Folder {
  const file = gunzipSync(readFileSync(path.join(folder, 'order_lines.csv.gz')));
  const rows = parse(file, { columns: true }) as Row[];
  const descriptions = parse(readFileSync(path.join(folder, 'products.csv')), { columns: true }) as {
    sku: string;
    description: string;
  }[];
  const invoices = new Map<string, Omit<Invoice, 'quantities'> & { quantities: Map<string, number> }>();
  const prices = new Map<string, number[]>();
  let chargeLines = 0;
  let zeroPriceLines = 0;
  for (const row of rows) {
    const price = Number(row.unit_price_gbp);
    if (!goods.test(row.sku)) {
      chargeLines += 1;
      continue;
    }
    if (price === 0) {
      zeroPriceLines += 1;
      continue;
    }
    const isCancellation = row.invoice.startsWith('C');
    const invoice = invoices.get(row.invoice) ?? {
      invoice: row.invoice,
      isCancellation,
      at: Date.parse(`${row.datetime.replace(' ', 'T')}:00+08:00`),
      customer: row.customer,
      quantities: new Map<string, number>(),
    };
    invoices.set(row.invoice, invoice);
    const quantity = Math.abs(Number(row.quantity));
    invoice.quantities.set(row.sku, (invoice.quantities.get(row.sku) ?? 0) + quantity);
    if (isCancellation) continue;
    const known = prices.get(row.sku);
    if (known) known.push(price);
    else prices.set(row.sku, [price]);
  }
  const inTime = [...invoices.values()].sort(
    (left, right) => left.at - right.at || (left.invoice < right.invoice ? -1 : 1),
  );
  return {
    invoices: inTime,
    prices,
    descriptions: new Map(descriptions.map(({ sku, description }) => [sku, description])),
    chargeLines,
    zeroPriceLines,
  };
}
