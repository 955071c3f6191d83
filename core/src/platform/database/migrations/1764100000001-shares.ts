import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, id, integer, keyName, text } from '../columns';
import { addIndex } from './change-table';
import { createTable } from './create-table';

/** How sellers share what is short; and an index to forget old commands by. */
export class Shares1764100000001 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await createTable(runner, 'shareTerms', {
      columns: {
        sellerId: id(),
        buyerId: id(),
        channel: text(16),
        segment: integer(),
        weight: integer(),
        changedBy: id(),
        changedAt: big(),
      },
      primary: ['sellerId', 'buyerId', 'channel'],
    });
    await addIndex(runner, 'commandAnswer', ['at']);
  }

  async down(runner: QueryRunner) {
    await runner.dropIndex('commandAnswer', keyName('ix', 'commandAnswer', ['at']));
    await runner.dropTable('shareTerms');
  }
}
