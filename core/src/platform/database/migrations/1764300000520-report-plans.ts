import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, day, flag, id, integer, longText, text } from '../columns';
import { createTable } from './create-table';

/** Reports that somebody wants regularly, and the files made of them. */
export class ReportPlans1764300000520 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await createTable(runner, 'reportPlan', {
      columns: {
        id: id(),
        partyId: id(),
        userId: id(),
        version: integer(),
        name: text(40),
        report: text(16),
        side: text(8),
        span: text(12),
        rhythm: text(8),
        onDay: integer(),
        hour: integer(),
        format: text(4),
        isPaused: flag(),
        nextAt: big(),
        changedAt: big(),
      },
      primary: ['id'],
      index: [['userId'], ['isPaused', 'nextAt']],
    });
    await createTable(runner, 'reportFile', {
      columns: {
        id: id(),
        planId: id(),
        dueAt: big(),
        partyId: id(),
        userId: id(),
        name: text(40),
        report: text(16),
        fromOn: day(),
        toOn: day(),
        format: text(4),
        rowCount: integer(),
        content: longText(),
        problem: text(40),
        madeAt: big(),
      },
      primary: ['id'],
      unique: [['planId', 'dueAt']],
      index: [['userId', 'madeAt', 'id'], ['madeAt']],
    });
  }

  async down(runner: QueryRunner) {
    await runner.dropTable('reportFile');
    await runner.dropTable('reportPlan');
  }
}
