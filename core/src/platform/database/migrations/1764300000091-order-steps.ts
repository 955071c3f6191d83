import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, json, keyName, orNull } from '../columns';
import { addColumns, addIndex } from './change-table';

/** Orders that are paid in steps: deposit, then balance. */
export class OrderSteps1764300000091 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await addColumns(runner, 'salesOrder', {
      steps: { column: orNull(json()), valueSql: 'NULL' },
      stepDueAt: { column: orNull(big()), valueSql: 'NULL' },
      forfeitedFen: { column: big(), valueSql: '0' },
    });
    await addIndex(runner, 'salesOrder', ['stepDueAt']);
  }

  async down(runner: QueryRunner) {
    await runner.dropIndex('salesOrder', keyName('ix', 'salesOrder', ['stepDueAt']));
    for (const column of ['forfeitedFen', 'stepDueAt', 'steps'])
      await runner.dropColumn('salesOrder', column);
  }
}
