import { createHash } from 'node:crypto';
import { dayOf, lineAmountFen } from '@tongpan/core';
import type { Folder, Invoice } from './read-folder';

/** A distributor of the replay and the ten districts it is authorized for. */
export interface ReplayDistributor {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly districts: readonly string[];
}

export interface ReplayStore {
  readonly id: string;
  readonly customer: string;
  readonly distributorId: string;
  readonly regionCode: string;
  readonly limitFen: number;
}

export interface ReplaySku {
  readonly id: string;
  readonly name: string;
  readonly unitPriceE4: number;
}

/** The trader's world as ours: who, what, and what lies in whose warehouse at the start. */
export interface Company {
  readonly distributors: readonly ReplayDistributor[];
  readonly stores: readonly ReplayStore[];
  readonly skus: readonly ReplaySku[];
  /** Units by SKU at the start, by distributor. */
  readonly openingStock: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export const distributors: readonly ReplayDistributor[] = [
  {
    id: 'R-D1',
    code: 'RD1',
    name: '回放经销商 杭州',
    districts: [
      '330102',
      '330105',
      '330106',
      '330108',
      '330109',
      '330110',
      '330111',
      '330112',
      '330113',
      '330114',
    ],
  },
  {
    id: 'R-D2',
    code: 'RD2',
    name: '回放经销商 南京',
    districts: [
      '320102',
      '320104',
      '320105',
      '320106',
      '320111',
      '320113',
      '320114',
      '320115',
      '320116',
      '320117',
    ],
  },
  {
    id: 'R-D3',
    code: 'RD3',
    name: '回放经销商 成都',
    districts: [
      '510104',
      '510105',
      '510106',
      '510107',
      '510108',
      '510112',
      '510113',
      '510114',
      '510115',
      '510116',
    ],
  },
];

/** A district nobody here may sell into. */
const outsideDistrict = '440106';
const outsideInHundred = 3;
const openingStockShare = 0.9;

export const storeIdOf = (customer: string) => `R-S${customer}`;
export const skuIdOf = (sku: string) => `R-${sku}`;

/** Maps the trader's records, always in the same way, so that figures of two runs compare. */
export function mapCompany({ invoices, prices, descriptions }: Folder): Company {
  const skus = [...prices].map(([sku, known]): ReplaySku => ({
    id: skuIdOf(sku),
    name: descriptions.get(sku) ?? sku,
    // 1 GBP counts as 100 fen, so a price in GBP is 10,000 of our price units.
    unitPriceE4: Math.round(median(known) * 10_000),
  }));
  const priceOf = new Map(skus.map(({ id, unitPriceE4 }) => [id, unitPriceE4]));
  const sales = invoices.filter(({ isCancellation }) => !isCancellation);
  const monthlyFen = spendByMonth(sales, priceOf);
  const customers = [...new Set(invoices.map(({ customer }) => customer))].sort();
  const stores = customers.map((customer): ReplayStore => {
    const { distributorId, regionCode } = placeOf(customer);
    const months = [...(monthlyFen.get(customer)?.values() ?? [])];
    return {
      id: storeIdOf(customer),
      customer,
      distributorId,
      regionCode,
      limitFen: months.length > 0 ? Math.round(2 * median(months)) : 0,
    };
  });
  return { distributors, stores, skus, openingStock: openingStockOf(sales, stores) };
}

/** A store's district by the hash of its name: 3 % outside, the others over 30 districts. */
function placeOf(customer: string): { distributorId: string; regionCode: string } {
  const hash = createHash('sha256').update(customer).digest();
  const index = hash.readUInt32BE(0) % 30;
  const distributor = distributors[Math.floor(index / 10)] as ReplayDistributor;
  const isOutside = hash.readUInt32BE(4) % 100 < outsideInHundred;
  const regionCode = isOutside ? outsideDistrict : (distributor.districts[index % 10] as string);
  return { distributorId: distributor.id, regionCode };
}

function spendByMonth(sales: readonly Invoice[], priceOf: ReadonlyMap<string, number>) {
  const spend = new Map<string, Map<string, number>>();
  for (const { customer, at, quantities } of sales) {
    const months = spend.get(customer) ?? new Map<string, number>();
    spend.set(customer, months);
    const month = dayOf(at).slice(0, 7);
    let amountFen = months.get(month) ?? 0;
    for (const [sku, quantity] of quantities)
      amountFen += lineAmountFen(priceOf.get(skuIdOf(sku)) ?? 0, quantity);
    months.set(month, amountFen);
  }
  return spend;
}

/** 90 % of what the stores of each distributor will ask for, SKU by SKU. */
function openingStockOf(sales: readonly Invoice[], stores: readonly ReplayStore[]) {
  const distributorOf = new Map(stores.map(({ customer, distributorId }) => [customer, distributorId]));
  const demand = new Map<string, Map<string, number>>(distributors.map(({ id }) => [id, new Map()]));
  for (const { customer, quantities } of sales) {
    const ofDistributor = demand.get(distributorOf.get(customer) ?? '');
    for (const [sku, quantity] of quantities) {
      const id = skuIdOf(sku);
      ofDistributor?.set(id, (ofDistributor.get(id) ?? 0) + quantity);
    }
  }
  return new Map(
    [...demand].map(([distributorId, bySku]) => [
      distributorId,
      new Map([...bySku].map(([skuId, quantity]) => [skuId, Math.floor(quantity * openingStockShare)])),
    ]),
  );
}

/** The middle value; between the two middle ones of an even number. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
