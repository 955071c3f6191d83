import { holdNames, ownerNames } from '../model';
import type { PolicyReplay } from './model';

type Counts = PolicyReplay['before'];

/** One number of orders, as it was and as it would be. */
export interface CountRow {
  readonly key: string;
  readonly name: string;
  readonly before: number;
  readonly after: number;
  /** Part of the number above it. */
  readonly isPart: boolean;
}

/** How many orders went which way, before and after, with the desks that either side knows. */
export function countRows(before: Counts, after: Counts): readonly CountRow[] {
  const row = (key: string, name: string, of: (counts: Counts) => number, isPart = false): CountRow => ({
    key,
    name,
    before: of(before),
    after: of(after),
    isPart,
  });
  const desks = new Map(
    [...before.holds, ...after.holds].map((hold) => [`${hold.kind} ${hold.owner}`, hold]),
  );
  return [
    row('approved', '自动通过', ({ approved }) => approved),
    row('held', '挂起待审', ({ held }) => held),
    ...[...desks]
      .sort(byKey)
      .map(([key, { kind, owner }]) =>
        row(
          key,
          `${holdNames[kind]} · ${ownerNames[owner]}处理`,
          ({ holds }) => holds.find((hold) => hold.kind === kind && hold.owner === owner)?.orders ?? 0,
          true,
        ),
      ),
    row('seller', '供货方一人可放行', ({ passedBy }) => passedBy.seller, true),
    row('hq', '只有总部一人可放行', ({ passedBy }) => passedBy.hq, true),
    row('nobody', '无人可单独放行', ({ passedBy }) => passedBy.nobody, true),
    row('rejected', '驳回', ({ rejected }) => rejected),
  ];
}

const byKey = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]) =>
  one < other ? -1 : 1;
