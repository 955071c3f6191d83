import { loadSkus } from '../catalog';
import { addDays, type Caller, type Platform, startOfDay, sum, type Tx } from '../platform';
import { type HandlingFigures, loadHandling, loadShelfTotal, loadShelves, type ShelfFigures } from '../stock';
import { partyNames } from './party-names-service';
import { longestList, type SalesQuery, scopeOf } from './sales-query';

/** Of one SKU, or of all SKUs of one owner. */
export interface NamedShelf extends ShelfFigures, HandlingFigures {
  readonly key: string;
  readonly name: string;
  readonly baseUnit: string;
}

const noAlerts: HandlingFigures = { dueAlerts: 0, handledInTime: 0 };

/** 库存指标: from the stock that is recorded each night, and from alerts of ageing goods. */
export const shelvesService = ({ database }: Pick<Platform, 'database'>) => ({
  /**
   * Days out of stock, what was on hand and sent, and ageing goods handled by their deadline: by SKU of our own stock
   * (whose alerts are told together only), or by distributor for HQ. The 500 that were out of stock most.
   * @throws insight.periodUnfit, insight.notYours
   */
  shelves: (caller: Caller, query: SalesQuery) =>
    database.read(async (tx) => {
      const { from, to, sellerId, exceptSellerId } = scopeOf(caller, query);
      const whose = { ownerId: sellerId, exceptOwnerId: exceptSellerId };
      const scope = { ...whose, from, to };
      const until = Math.min(startOfDay(addDays(to, 1)), caller.at);
      const handling = await loadHandling(tx, { ...whose, from: startOfDay(from), until });
      const rows = await loadShelves(tx, query.side === 'own' ? 'skuId' : 'ownerId', scope, longestList);
      return {
        total: {
          ...(await loadShelfTotal(tx, scope)),
          dueAlerts: sum(handling.map(({ dueAlerts }) => dueAlerts)),
          handledInTime: sum(handling.map(({ handledInTime }) => handledInTime)),
        },
        items: query.side === 'own' ? await named(tx, rows) : await namedOwners(tx, rows, handling),
      };
    }),
});

type Row = ShelfFigures & { readonly key: string };

async function named(tx: Tx, rows: readonly Row[]): Promise<readonly NamedShelf[]> {
  const skus = await loadSkus(
    tx,
    rows.map(({ key }) => key),
  );
  return rows.map((row) => {
    const sku = skus.get(row.key);
    const name = sku ? `${sku.name} ${sku.spec}` : row.key;
    return { ...row, ...noAlerts, name, baseUnit: sku?.baseUnit ?? '' };
  });
}

async function namedOwners(
  tx: Tx,
  rows: readonly Row[],
  handling: readonly (HandlingFigures & { readonly key: string })[],
): Promise<readonly NamedShelf[]> {
  const nameOf = await partyNames(
    tx,
    rows.map(({ key }) => key),
  );
  return rows.map((row) => {
    const { dueAlerts, handledInTime } = handling.find(({ key }) => key === row.key) ?? noAlerts;
    return { ...row, dueAlerts, handledInTime, name: nameOf(row.key), baseUnit: '' };
  });
}
