import type { QueryRunner } from 'typeorm';
import { encodeRow } from './encode-row';
import type { Line, Outcome, PlainValue } from './line';

/**
 * A line to the embedded database, for one transaction. Statements run one after the other, and none after one
 * that failed: some failures, such as a full disk, end the transaction, and what came later would stand by itself.
 */
export function sqliteLine(runner: QueryRunner): Line {
  let before: Promise<unknown> = Promise.resolve();
  const execute = (statement: string, values: readonly PlainValue[]): Promise<Outcome> => {
    const outcome = before.then(async () => {
      const { records = [], affected = 0 } = await runner.query(statement, [...values], true);
      return { records: records as unknown[], affected };
    });
    before = outcome;
    return outcome;
  };
  return {
    execute,
    insert: async (head, rows, columns) => {
      const tuple = `(${columns.map(() => '?').join(',')})`;
      const values = rows.flatMap((row) => encodeRow(row, columns));
      return execute(head + rows.map(() => tuple).join(','), values);
    },
  };
}
