import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, id, integer, orNull, text } from '../columns';
import { addColumns } from './change-table';
import { createTable } from './create-table';

/** What promotions cost their payers by what was shipped, and warnings of budgets. */
export class PromotionCosts1764300000100 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await createTable(runner, 'promotionCost', {
      columns: {
        id: id(),
        promotionId: id(),
        orderId: id(),
        sellerId: id(),
        buyerId: id(),
        payerId: id(),
        kind: text(16),
        documentId: text(40),
        amountFen: big(),
        at: big(),
      },
      primary: ['id'],
      index: [['orderId'], ['sellerId', 'promotionId', 'payerId', 'at']],
    });
    await createTable(runner, 'budgetWarning', {
      columns: { promotionId: id(), budgetFen: big(), share: integer(), warnedAt: big() },
      primary: ['promotionId', 'budgetFen', 'share'],
    });
    // Orders from before say nothing, until something of them ships.
    await addColumns(runner, 'appliedPromotion', {
      shippedFen: { column: orNull(big()), valueSql: 'NULL' },
    });
  }

  async down(runner: QueryRunner) {
    await runner.dropColumn('appliedPromotion', 'shippedFen');
    for (const table of ['budgetWarning', 'promotionCost']) await runner.dropTable(table);
  }
}
