import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, json, orNull } from '../columns';
import { addColumns } from './change-table';

/** What takes the place of a gift that is out of stock, and what is paid for one. */
export class GiftShortages1764300000101 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await addColumns(runner, 'promotion', {
      giftSubstitutes: { column: json(), valueSql: "'[]'" },
      giftPayE4: { column: orNull(big()), valueSql: 'NULL' },
    });
  }

  async down(runner: QueryRunner) {
    for (const column of ['giftSubstitutes', 'giftPayE4']) await runner.dropColumn('promotion', column);
  }
}
