import { loadSuspicions } from '../orders';
import { addDays, type Caller, type Platform, startOfDay, sum, type Tx } from '../platform';
import { type BlockedFigures, loadBlockedFigures, regionName } from '../territory';
import { partyNames } from './party-names-service';
import { longestList, type SalesQuery, scopeOf } from './sales-query';

export interface DiversionFigures extends BlockedFigures {
  /** 窜货线索: after-sales requests that show goods their customer was not sent. */
  readonly suspicions: number;
}

export type NamedDiversions = DiversionFigures & { readonly key: string; readonly name: string };

export type DiversionsBy = 'seller' | 'buyer' | 'province' | 'day';

const nothing: DiversionFigures = { blockedLines: 0, blockedOrders: 0, suspicions: 0 };

/** 窜货: what was stopped at a border, and what hints that goods crossed one all the same. */
export const diversionsService = ({ database }: Pick<Platform, 'database'>) => ({
  /**
   * Stopped order lines by the day they were stopped and suspicions by the day they came up; most first, days in order.
   * @throws insight.periodUnfit, insight.notYours
   */
  diversions: (caller: Caller, query: SalesQuery & { readonly by: DiversionsBy }) =>
    database.read(async (tx) => {
      const scope = scopeOf(caller, query);
      const { from, to } = scope;
      const period = { from: startOfDay(from), until: startOfDay(addDays(to, 1)) };
      const found = new Map<string, DiversionFigures>();
      for (const { key, ...blocked } of await loadBlockedFigures(tx, query.by, scope))
        found.set(key, { ...nothing, ...blocked });
      for (const { key, suspicions } of await loadSuspicions(tx, query.by, { ...scope, ...period }))
        found.set(key, { ...(found.get(key) ?? nothing), suspicions });
      const rows = [...found].map(([key, figures]) => ({ key, ...figures }));
      const totalOf = (figure: keyof DiversionFigures) => sum(rows.map((row) => row[figure]));
      const shown = rows.sort(query.by === 'day' ? byDay : byCount).slice(0, longestList);
      const nameOf = await namesOf(
        tx,
        query.by,
        shown.map(({ key }) => key),
      );
      return {
        total: {
          blockedLines: totalOf('blockedLines'),
          blockedOrders: totalOf('blockedOrders'),
          suspicions: totalOf('suspicions'),
        },
        items: shown.map((row): NamedDiversions => ({ ...row, name: nameOf(row.key) })),
      };
    }),
});

type Row = DiversionFigures & { readonly key: string };

const byDay = (left: Row, right: Row) => (left.key < right.key ? -1 : 1);
const byCount = (left: Row, right: Row) =>
  right.blockedLines + right.suspicions - (left.blockedLines + left.suspicions) || byDay(left, right);

async function namesOf(tx: Tx, by: DiversionsBy, keys: readonly string[]): Promise<(key: string) => string> {
  if (by === 'day') return (day) => day;
  if (by === 'province') return (province) => regionName(`${province}0000`);
  return partyNames(tx, keys);
}
