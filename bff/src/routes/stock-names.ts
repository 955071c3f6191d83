import type { Core, Sku } from '@tongpan/core';

/** What the rows of a book name by their ids alone. */
interface Named {
  readonly skuId?: string;
  readonly warehouseId?: string;
}

export type StockNames = Awaited<ReturnType<typeof stockNames>>;

/** How goods are counted, the largest pack first and the base unit last. */
export const countingUnits = ({ units, baseUnit }: Pick<Sku, 'units' | 'baseUnit'>) => [
  ...units
    .filter(({ sellable }) => sellable)
    .map(({ unit, factor }) => ({ unit, factor }))
    .reverse(),
  { unit: baseUnit, factor: 1 },
];

/** What the SKUs and warehouses of some rows are called and counted in; empty for what is not known. */
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
    units: (id: string) => {
      const sku = skus.get(id);
      return sku ? countingUnits(sku) : [];
    },
    warehouse: (id: string) => warehouses.get(id) ?? '',
  };
}
