import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, id, json, orNull, text } from '../columns';
import { createTable } from './create-table';

/** Who did what, from where. */
export class AuditLog1764300000300 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await createTable(runner, 'auditEntry', {
      columns: {
        id: id(),
        at: big(),
        userId: orNull(id()),
        userName: text(40),
        partyId: orNull(id()),
        roles: json(),
        route: text(60),
        subjectId: text(100),
        input: orNull(json()),
        outcome: text(60),
        address: text(45),
        device: text(200),
        requestId: text(64),
      },
      primary: ['id'],
      index: [['partyId', 'id'], ['subjectId', 'id'], ['userId', 'id'], ['route', 'id'], ['at']],
    });
  }

  async down(runner: QueryRunner) {
    await runner.dropTable('auditEntry');
  }
}
