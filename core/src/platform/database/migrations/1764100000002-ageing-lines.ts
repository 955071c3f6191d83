import type { MigrationInterface, QueryRunner } from 'typeorm';
import { flag } from '../columns';
import { addColumns } from './change-table';

/** Lines whose buyer takes goods too old for its own rule; nobody did before. */
export class AgeingLines1764100000002 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await addColumns(runner, 'orderLine', { acceptsAgeing: { column: flag(), valueSql: '0' } });
  }

  async down(runner: QueryRunner) {
    await runner.dropColumns('orderLine', ['acceptsAgeing']);
  }
}
