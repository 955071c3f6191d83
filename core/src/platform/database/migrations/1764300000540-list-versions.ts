import type { MigrationInterface, QueryRunner } from 'typeorm';
import { integer } from '../columns';
import { addColumns } from './change-table';

/** Lists carry a version, so that the second of two who change one is told. */
export class ListVersions1764300000540 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await addColumns(runner, 'orderTemplate', { version: { column: integer(), valueSql: '1' } });
  }

  async down(runner: QueryRunner) {
    await runner.dropColumn('orderTemplate', 'version');
  }
}
