import { loadReturnedGoods, loadReturns, type ReturnedGoods, type ReturnFigures } from '../orders';
import { addDays, type Caller, type Platform, startOfDay, sum, type Tx } from '../platform';
import { partyNames } from './party-names-service';
import { requestKinds, requestReasons } from './request-words';
import { longestList, type SalesQuery, scopeOf } from './sales-query';
import { skuNames } from './sku-names-service';
import { insightStore } from './store';

export type ReturnsBy = 'kind' | 'reason' | 'buyer' | 'seller';
export type NamedReturns = ReturnFigures & { readonly key: string; readonly name: string };
export type NamedReturnedGoods = ReturnedGoods & {
  readonly key: string;
  readonly name: string;
  readonly baseUnit: string;
};

const figures = [
  'requests',
  'openRequests',
  'refusedRequests',
  'closedRequests',
  'askedFen',
  'grantedFen',
] as const;

/** 售后: what customers ask back, by the day they asked. */
export const returnsService = ({ database }: Pick<Platform, 'database'>) => ({
  /** The 500 that gave back most, all of them together, and what was sold beside. @throws insight.periodUnfit, insight.notYours */
  returns: (caller: Caller, query: SalesQuery & { readonly by: ReturnsBy }) =>
    database.read(async (tx) => {
      const scope = scopeOf(caller, query);
      const rows = await loadReturns(tx, query.by, askedIn(scope));
      const shown = rows.slice(0, longestList);
      const nameOf = await namesOf(
        tx,
        query.by,
        shown.map(({ key }) => key),
      );
      const totals = figures.map((figure) => [figure, sum(rows.map((row) => row[figure]))] as const);
      return {
        total: {
          ...(Object.fromEntries(totals) as unknown as ReturnFigures),
          keptFen: sum((await insightStore(tx).daysOf(scope)).map(({ keptFen }) => Number(keptFen))),
        },
        items: shown.map((row): NamedReturns => ({ ...row, name: nameOf(row.key) })),
      };
    }),

  /** By SKU, the 500 that most was paid for. @throws insight.periodUnfit, insight.notYours */
  returnedGoods: (caller: Caller, query: SalesQuery) =>
    database.read(async (tx): Promise<readonly NamedReturnedGoods[]> => {
      const rows = await loadReturnedGoods(tx, askedIn(scopeOf(caller, query)), longestList);
      const skuOf = await skuNames(
        tx,
        rows.map(({ key }) => key),
      );
      return rows.map((row) => ({ ...row, ...skuOf(row.key) }));
    }),
});

const askedIn = ({ from, to, ...whose }: ReturnType<typeof scopeOf>) => ({
  ...whose,
  from: startOfDay(from),
  until: startOfDay(addDays(to, 1)),
});

async function namesOf(tx: Tx, by: ReturnsBy, keys: readonly string[]): Promise<(key: string) => string> {
  if (by === 'kind') return (key) => (requestKinds as Readonly<Record<string, string>>)[key] ?? key;
  if (by === 'reason') return (key) => (requestReasons as Readonly<Record<string, string>>)[key] ?? key;
  return partyNames(tx, keys);
}
