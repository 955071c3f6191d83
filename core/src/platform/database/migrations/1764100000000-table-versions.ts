import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, text } from '../columns';
import { createTable } from './create-table';

/** How often a table was written, for facts that processes keep until then. */
export class TableVersions1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await createTable(runner, 'tableVersion', {
      columns: { name: text(64), version: big() },
      primary: ['name'],
    });
  }

  async down(runner: QueryRunner) {
    await runner.dropTable('tableVersion');
  }
}
