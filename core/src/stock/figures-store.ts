import { type Day, type Instant, numbersOf, type Tx, whose } from '../platform';
import { sqlOf } from '../platform/database/sql';

/** What the recorded days of a period come to; a day of a SKU in a warehouse is one of `skuDays`. */
export interface ShelfFigures {
  readonly skuDays: number;
  /** Of those, the ones that ended with nothing to promise. */
  readonly stockOutDays: number;
  /** What was on hand at the ends of the days, added up; of one SKU in base units. */
  readonly onHandDays: number;
  /** What customers were sent. */
  readonly shipped: number;
}

/** 效期处置: alerts of ageing goods whose deadline lies in a period and is over. */
export interface HandlingFigures {
  /** Without those of which nothing was left to act on. */
  readonly dueAlerts: number;
  /** Of those, the ones somebody had done something about by the deadline. */
  readonly handledInTime: number;
}

/** Whose stock of which days, both included. */
export interface ShelfScope {
  readonly ownerId: string | null;
  readonly exceptOwnerId: string | null;
  readonly from: Day;
  readonly to: Day;
}

const ownedBy = ({ ownerId, exceptOwnerId }: Pick<ShelfScope, 'ownerId' | 'exceptOwnerId'>) =>
  whose('ownerId', ownerId, exceptOwnerId);

const shelfSums = `COUNT(*) AS skuDays, SUM(CASE WHEN stockOut = 1 THEN 1 ELSE 0 END) AS stockOutDays,
  SUM(onHand) AS onHandDays, SUM(shipped) AS shipped`;

const shelfKeys = ['skuDays', 'stockOutDays', 'onHandDays', 'shipped'] as const;
const handlingKeys = ['dueAlerts', 'handledInTime'] as const;

/** All of it together. */
export async function loadShelfTotal(tx: Tx, scope: ShelfScope): Promise<ShelfFigures> {
  const owned = ownedBy(scope);
  const [row] = await sqlOf(tx).rows<ShelfFigures>(
    `SELECT ${shelfSums} FROM stockDay WHERE ${owned.text} day >= ? AND day <= ?`,
    [...owned.parameters, scope.from, scope.to],
  );
  return numbersOf(row, shelfKeys);
}

/** By SKU or by owner, those that were out of stock most first. */
export async function loadShelves(
  tx: Tx,
  by: 'skuId' | 'ownerId',
  scope: ShelfScope,
  limit: number,
): Promise<readonly (ShelfFigures & { readonly key: string })[]> {
  const owned = ownedBy(scope);
  const rows = await sqlOf(tx).rows<ShelfFigures & { key: string }>(
    `SELECT ${by} AS \`key\`, ${shelfSums} FROM stockDay WHERE ${owned.text} day >= ? AND day <= ?
     GROUP BY ${by} ORDER BY stockOutDays DESC, shipped DESC, ${by} LIMIT ?`,
    [...owned.parameters, scope.from, scope.to, limit],
  );
  return rows.map((row) => ({ key: row.key, ...numbersOf(row, shelfKeys) }));
}

/** By owner, of deadlines from `from` on and before `until`; whoever had none has no row. */
export async function loadHandling(
  tx: Tx,
  scope: Pick<ShelfScope, 'ownerId' | 'exceptOwnerId'> & { readonly from: Instant; readonly until: Instant },
): Promise<readonly (HandlingFigures & { readonly key: string })[]> {
  const owned = ownedBy(scope);
  const rows = await sqlOf(tx).rows<HandlingFigures & { key: string }>(
    `SELECT ownerId AS \`key\`, COUNT(*) AS dueAlerts,
            SUM(CASE WHEN state = 'handled' AND closedAt <= dueAt THEN 1 ELSE 0 END) AS handledInTime
     FROM expiryAlert WHERE ${owned.text} dueAt >= ? AND dueAt < ? AND NOT (state = 'gone' AND closedAt <= dueAt)
     GROUP BY ownerId`,
    [...owned.parameters, scope.from, scope.until],
  );
  return rows.map((row) => ({ key: row.key, ...numbersOf(row, handlingKeys) }));
}
