import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keyName } from '../columns';
import { addIndex } from './change-table';

const byDue = ['status', 'dueAt', 'orderId', 'kind'];

/** Open holds in the order in which they are due, whoever owns them: a desk's first page reads no more than it shows. */
export class HoldDesks1764100000003 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await addIndex(runner, 'orderHold', byDue);
  }

  async down(runner: QueryRunner) {
    await runner.dropIndex('orderHold', keyName('ix', 'orderHold', byDue));
  }
}
