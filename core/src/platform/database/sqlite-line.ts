import type { QueryRunner } from 'typeorm';
import type { Line, Outcome, PlainValue } from './line';

/** A line to the embedded database, which needs no packets: its round trips cost nothing. */
export function sqliteLine(runner: QueryRunner): Line {
  const execute = async (statement: string, values: readonly PlainValue[]): Promise<Outcome> => {
    const { records = [], affected = 0 } = await runner.query(statement, [...values], true);
    return { records: records as unknown[], affected };
  };
  return {
    execute,
    insert: (head, rows) => {
      const [first = []] = rows;
      const tuple = `(${first.map(() => '?').join(',')})`;
      return execute(head + rows.map(() => tuple).join(','), rows.flat());
    },
  };
}
