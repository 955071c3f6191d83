import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, flag, id, integer, json, longText, orNull, text } from '../columns';
import { createTable } from './create-table';

/** What HQ and distributors announce in the shop, and how it stood before. */
export class Announcements1764300000420 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await createTable(runner, 'announcement', {
      columns: {
        id: id(),
        version: integer(),
        publisherId: id(),
        isFromHeadquarters: flag(),
        state: text(12),
        title: text(40),
        body: longText(),
        link: orNull(json()),
        audience: json(),
        startsAt: big(),
        endsAt: big(),
        isPinned: flag(),
        changedBy: text(40),
        changedAt: big(),
      },
      primary: ['id'],
      index: [
        ['publisherId', 'startsAt'],
        ['publisherId', 'endsAt'],
        ['isFromHeadquarters', 'endsAt'],
        ['endsAt'],
      ],
    });
    await createTable(runner, 'announcementVersion', {
      columns: {
        announcementId: id(),
        version: integer(),
        definition: json(),
        changedBy: text(40),
        changedAt: big(),
      },
      primary: ['announcementId', 'version'],
    });
  }

  async down(runner: QueryRunner) {
    await runner.dropTable('announcementVersion');
    await runner.dropTable('announcement');
  }
}
