import { type FundFlowDifference, judgements, type SumDifference } from './difference';
import type { FundFlowBill } from './model';

/** Every sum that the rows do not come to. */
export function checkSums<Column extends string>(
  stated: Readonly<Record<Column, number>>,
  counted: Readonly<Record<Column, number>>,
): readonly SumDifference<Column>[] {
  return (Object.keys(counted) as Column[])
    .filter((column) => stated[column] !== counted[column])
    .map((column) => ({
      kind: 'sumsDiffer',
      column,
      stated: stated[column],
      counted: counted[column],
      ...judgements.sumsDiffer,
    }));
}

/** Every sum of a fund-flow bill that its own rows do not come to. */
export const checkFundFlowSums = ({ stated, counted }: FundFlowBill): readonly FundFlowDifference[] =>
  checkSums(stated, counted);
