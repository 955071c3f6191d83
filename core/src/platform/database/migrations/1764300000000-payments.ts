import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, day, id, integer, json, keyName, orNull, text } from '../columns';
import { addColumns, addIndex } from './change-table';
import { createTable } from './create-table';

/** Payments, refunds and their ledger; receipts that came with an order, and what is paid out of them. */
export class Payments1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await createTable(runner, 'payment', {
      columns: {
        id: id(),
        sellerId: id(),
        buyerId: id(),
        userId: id(),
        purpose: text(16),
        orderId: orNull(id()),
        billShares: json(),
        amountFen: big(),
        channel: text(16),
        merchantId: text(32),
        state: text(16),
        handOver: orNull(json()),
        createdAt: big(),
        expiresAt: big(),
        asks: integer(),
        lastAskedAt: orNull(big()),
        transactionId: orNull(text(40)),
        paidFen: big(),
        paidAt: orNull(big()),
        payer: text(128),
        refundingFen: big(),
        refundedFen: big(),
      },
      primary: ['id'],
      unique: [['transactionId']],
      index: [
        ['orderId'],
        ['sellerId', 'id'],
        ['buyerId', 'id'],
        ['state', 'expiresAt'],
        ['merchantId', 'paidAt'],
      ],
    });
    await createTable(runner, 'paymentRefund', {
      columns: {
        id: id(),
        paymentId: id(),
        sellerId: id(),
        buyerId: id(),
        orderId: orNull(id()),
        amountFen: big(),
        reason: text(80),
        state: text(16),
        tries: integer(),
        channelRefundId: text(40),
        refusal: text(40),
        note: text(200),
        askedBy: id(),
        askedAt: big(),
        acceptedAt: orNull(big()),
        succeededAt: orNull(big()),
      },
      primary: ['id'],
      index: [['paymentId'], ['orderId'], ['sellerId', 'state', 'id']],
    });
    await createTable(runner, 'paymentEntry', {
      columns: {
        id: id(),
        paymentId: id(),
        sellerId: id(),
        kind: text(16),
        amountFen: big(),
        documentId: text(40),
        bookedOn: day(),
        at: big(),
      },
      primary: ['id'],
      unique: [['kind', 'documentId']],
      index: [['paymentId'], ['sellerId', 'bookedOn']],
    });
    await createTable(runner, 'paymentNotice', {
      columns: { id: text(40), merchantId: text(32), kind: text(16), documentId: text(40), at: big() },
      primary: ['merchantId', 'id'],
      index: [['at']],
    });
    await addColumns(runner, 'receipt', {
      orderId: { column: orNull(id()), valueSql: 'NULL' },
      paysOutId: { column: orNull(id()), valueSql: 'NULL' },
    });
    await addIndex(runner, 'receipt', ['orderId']);
    await addIndex(runner, 'receipt', ['paysOutId']);
  }

  async down(runner: QueryRunner) {
    for (const column of ['orderId', 'paysOutId']) {
      await runner.dropIndex('receipt', keyName('ix', 'receipt', [column]));
      await runner.dropColumn('receipt', column);
    }
    for (const table of ['paymentNotice', 'paymentEntry', 'paymentRefund', 'payment']) {
      await runner.dropTable(table);
    }
  }
}
