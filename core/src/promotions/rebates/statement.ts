import type { Day } from '../../platform/clock';
import { type Fen, sum } from '../../platform/money';
import type { RebateAction, RebateEntry } from './model';

/** 返利对账: what a balance was, what came and went by what, and what it is then. */
export interface RebateStatement {
  readonly startsOn: Day;
  /** The last day of the period. */
  readonly untilOn: Day;
  readonly openingFen: Fen;
  readonly earnedFen: Fen;
  /** Spent on orders, less what came back with returned goods. */
  readonly spentFen: Fen;
  readonly reversedFen: Fen;
  readonly adjustedFen: Fen;
  readonly expiredFen: Fen;
  /** Opening + earned − spent − reversed + adjusted − expired. */
  readonly closingFen: Fen;
}

/** Adds up the entries of a period, which come by action. Holding and letting go move no balance. */
export function composeRebateStatement(
  period: Pick<RebateStatement, 'startsOn' | 'untilOn'>,
  openingFen: Fen,
  totals: readonly Pick<RebateEntry, 'action' | 'balanceFen'>[],
): RebateStatement {
  const of = (...actions: readonly RebateAction[]) =>
    sum(totals.map(({ action, balanceFen }) => (actions.includes(action) ? balanceFen : 0)));
  return {
    ...period,
    openingFen,
    earnedFen: of('earn'),
    spentFen: 0 - of('capture', 'restore'),
    reversedFen: 0 - of('reverse'),
    adjustedFen: of('adjust'),
    expiredFen: 0 - of('expire'),
    closingFen: openingFen + sum(totals.map(({ balanceFen }) => balanceFen)),
  };
}
