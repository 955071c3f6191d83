import { loadReceivables, type ReceivableFigures } from '../credit';
import { addDays, type Caller, dayOf, type Platform, startOfDay, sum } from '../platform';
import { partyNames } from './party-names-service';
import { longestList, type SalesQuery, scopeOf } from './sales-query';

export interface NamedReceivables extends ReceivableFigures {
  /** A customer's id, or a seller's. */
  readonly key: string;
  readonly name: string;
}

const keys = ['receivableFen', 'overdueFen', 'over90Fen', 'creditSalesFen', 'writtenOffFen'] as const;

/** 应收: what is owed now, beside what a period brought. */
export const receivablesService = ({ database }: Pick<Platform, 'database'>) => ({
  /**
   * What is owed and overdue now, and what was sold on credit and written off in a period: of our customers, or of
   * HQ's distributors, whose customers stay theirs. The 500 who owe most, and all of them together.
   * @throws insight.periodUnfit, insight.notYours
   */
  receivables: (caller: Caller, query: SalesQuery) =>
    database.read(async (tx) => {
      const { from, to, ...whose } = scopeOf(caller, query);
      const today = dayOf(caller.at);
      const found = await loadReceivables(tx, {
        ...whose,
        by: query.side === 'own' ? 'buyerId' : 'sellerId',
        from: startOfDay(from),
        until: startOfDay(addDays(to, 1)),
        on: today,
        longAgo: addDays(today, -90),
      });
      const most = [...found]
        .sort(
          (left, right) =>
            right.receivableFen - left.receivableFen ||
            right.creditSalesFen - left.creditSalesFen ||
            (left.key < right.key ? -1 : 1),
        )
        .slice(0, longestList);
      const nameOf = await partyNames(
        tx,
        most.map(({ key }) => key),
      );
      const totalOf = (key: (typeof keys)[number]) => sum(found.map((row) => row[key]));
      return {
        total: Object.fromEntries(keys.map((key) => [key, totalOf(key)])) as unknown as ReceivableFigures,
        items: most.map((row): NamedReceivables => ({ ...row, name: nameOf(row.key) })),
      };
    }),
});
