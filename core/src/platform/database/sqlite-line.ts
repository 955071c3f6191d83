import { setImmediate as nextTurn } from 'node:timers/promises';
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
      await breathe();
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

/** How long statements may follow each other before requests and timers have a turn. */
const breathMs = 20;
let breathedAt = performance.now();

/** The embedded engine answers at once, so nobody else would have a turn for as long as statements follow. */
async function breathe() {
  if (performance.now() - breathedAt < breathMs) return;
  await nextTurn();
  breathedAt = performance.now();
}
