import type { Core } from '@tongpan/core';

/** What the rows of a book name by their ids alone. */
interface Named {
  readonly skuId?: string;
  readonly warehouseId?: string;
}

export type StockNames = Awaited<ReturnType<typeof stockNames>>;

/** What the SKUs and warehouses of some rows are called; empty for what is not known. */
export async function stockNames(
  { stock, catalog }: Pick<Core, 'stock' | 'catalog'>,
  rows: readonly Named[],
) {
  const idsOf = (key: keyof Named) => [...new Set(rows.flatMap((row) => row[key] ?? []))];
  const skuIds = idsOf('skuId');
  const [skus, warehouses] = await Promise.all([
    catalog.byIds(skuIds),
    stock.warehouseNames(idsOf('warehouseId')),
  ]);
  return {
    sku: (id: string) => skus.get(id)?.name ?? '',
    warehouse: (id: string) => warehouses.get(id) ?? '',
  };
}
