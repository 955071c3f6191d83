import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, day, id, integer, orNull, text } from '../columns';
import { createTable } from './create-table';

/** Days held against WeChat's bills, and what differed. */
export class Reconciliation1764300000040 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await createTable(runner, 'billDay', {
      columns: {
        merchantId: text(32),
        day: day(),
        payments: integer(),
        paidFen: big(),
        refunds: integer(),
        refundedFen: big(),
        differences: integer(),
        comparedAt: big(),
      },
      primary: ['merchantId', 'day'],
      index: [['day']],
    });
    await createTable(runner, 'billDifference', {
      columns: {
        id: id(),
        merchantId: text(32),
        day: day(),
        sellerId: orNull(id()),
        kind: text(32),
        severity: text(16),
        remedy: text(32),
        number: text(80),
        hereFen: orNull(big()),
        thereFen: orNull(big()),
        here: text(64),
        there: text(64),
        state: text(16),
        note: text(200),
        resolvedBy: text(60),
        resolvedAt: orNull(big()),
        foundAt: big(),
      },
      primary: ['id'],
      index: [
        ['merchantId', 'day'],
        ['sellerId', 'day', 'id'],
        ['day', 'id'],
      ],
    });
  }

  async down(runner: QueryRunner) {
    for (const table of ['billDifference', 'billDay']) await runner.dropTable(table);
  }
}
