import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keyName } from '../columns';
import { addIndex } from './change-table';

const indexes = [
  ['stockDay', ['ownerId', 'day']],
  ['bill', ['sellerId', 'issuedAt']],
] as const;

/** Lets reports read the stock and the bills of one owner in a period without reading everybody's. */
export class ReportIndexes1764300000440 implements MigrationInterface {
  async up(runner: QueryRunner) {
    for (const [table, columns] of indexes) await addIndex(runner, table, columns);
  }

  async down(runner: QueryRunner) {
    for (const [table, columns] of indexes) await runner.dropIndex(table, keyName('ix', table, [...columns]));
  }
}
