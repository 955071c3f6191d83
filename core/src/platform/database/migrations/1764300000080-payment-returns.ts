import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, id, keyName, orNull, text } from '../columns';
import { addColumns, addIndex } from './change-table';
import { createTable } from './create-table';

/** What a receipt belongs to, and online payments of bills and top-ups that go back the way they came. */
export class PaymentReturns1764300000080 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await addColumns(runner, 'receipt', {
      boundTo: { column: orNull(text(16)), valueSql: 'NULL' },
      boundId: { column: text(40), valueSql: "''" },
    });
    await runner.query(
      `UPDATE receipt SET boundTo = 'afterSales',
         boundId = (SELECT documentId FROM moneyBack WHERE moneyBack.receiptId = receipt.id)
       WHERE id IN (SELECT receiptId FROM moneyBack)`,
    );
    // Until now a payment of bills was named in the words of its receipts: five characters, then its number.
    await runner.query(
      `UPDATE receipt SET boundTo = 'payment', boundId = SUBSTR(reason, 6)
       WHERE kind = 'money' AND SUBSTR(reason, 6) IN (SELECT id FROM payment WHERE purpose = 'bills')
         AND SUBSTR(id, 1, LENGTH(SUBSTR(reason, 6))) = SUBSTR(reason, 6)`,
    );
    await addIndex(runner, 'receipt', ['boundId']);
    await createTable(runner, 'paymentReturn', {
      columns: {
        id: id(),
        paymentId: id(),
        sellerId: id(),
        buyerId: id(),
        amountFen: big(),
        reason: text(60),
        state: text(16),
        refundId: text(40),
        requestedBy: id(),
        requestedByName: text(60),
        requestedAt: big(),
        decidedBy: orNull(id()),
        decidedByName: text(60),
        decidedAt: orNull(big()),
        note: text(200),
      },
      primary: ['id'],
      index: [['paymentId'], ['sellerId', 'id'], ['sellerId', 'state', 'id']],
    });
  }

  async down(runner: QueryRunner) {
    await runner.dropTable('paymentReturn');
    await runner.dropIndex('receipt', keyName('ix', 'receipt', ['boundId']));
    for (const column of ['boundTo', 'boundId']) await runner.dropColumn('receipt', column);
  }
}
