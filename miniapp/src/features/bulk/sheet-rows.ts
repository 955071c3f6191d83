import type { Answer } from '@/api';
import type { SheetRow } from './read-sheet';

export type RowAnswer = Answer<'lists', 'check'>['items'][number];

/** A row with what the server made of it, as it was written then. */
export interface CheckedRow extends SheetRow {
  readonly answer: RowAnswer | undefined;
  readonly answeredFor: string;
}

/** A row that can be added. */
export interface ReadRow extends CheckedRow {
  readonly line: NonNullable<RowAnswer['line']>;
}

const writtenIn = ({ sku, quantity }: SheetRow) => `${sku}\t${quantity}`;

/** Whether the answer speaks of what is written now. */
export const isAnswered = (row: CheckedRow) => row.answeredFor === writtenIn(row);

/** Rows and their answers, which come in the same order. */
export const withAnswers = (rows: readonly SheetRow[], answers: readonly RowAnswer[]): CheckedRow[] =>
  rows.map(({ rowNo, sku, quantity }, at) => ({
    rowNo,
    sku,
    quantity,
    answer: answers[at],
    answeredFor: `${sku}\t${quantity}`,
  }));

/** Rows after one was written anew. */
export const withWritten = (
  rows: readonly CheckedRow[],
  rowNo: number,
  written: Partial<Pick<SheetRow, 'sku' | 'quantity'>>,
) => rows.map((row) => (row.rowNo === rowNo ? { ...row, ...written } : row));

/** Rows after one was checked again; an answer to what was overwritten meanwhile changes nothing. */
export const withAnswered = (rows: readonly CheckedRow[], checked: CheckedRow) =>
  rows.map((row) =>
    row.rowNo === checked.rowNo && writtenIn(row) === checked.answeredFor
      ? { ...row, answer: checked.answer, answeredFor: checked.answeredFor }
      : row,
  );

/** What can be added of a row; undefined when something is wrong with it or it is not read yet. */
export const readRowOf = (row: CheckedRow): ReadRow | undefined =>
  row.answer?.line && isAnswered(row) ? { ...row, line: row.answer.line } : undefined;

/** The rows an order has room for, in their order: goods that are in it need none. */
export function rowsThatFit(
  rows: readonly ReadRow[],
  inOrder: ReadonlySet<string>,
  linesMax: number,
): readonly ReadRow[] {
  const known = new Set(inOrder);
  return rows.filter(({ line: { skuId } }) => {
    if (!known.has(skuId) && known.size >= linesMax) return false;
    known.add(skuId);
    return true;
  });
}
