import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, flag, id, integer, json, orNull, text } from '../columns';
import { createTable } from './create-table';

/** What people are told, what of it they agreed to have in WeChat, and what WeChat was told of shipments. */
export class Messages1764300000050 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await createTable(runner, 'message', {
      columns: {
        id: id(),
        eventId: text(60),
        userId: id(),
        partyId: id(),
        kind: text(24),
        subject: text(16),
        subjectId: id(),
        title: text(40),
        body: text(200),
        at: big(),
        readAt: orNull(big()),
      },
      primary: ['id'],
      unique: [['eventId', 'userId']],
      index: [['userId', 'id'], ['userId', 'readAt'], ['at']],
    });
    await createTable(runner, 'messageConsent', {
      columns: {
        userId: id(),
        openid: text(64),
        templateId: text(64),
        consents: integer(),
        isBanned: flag(),
        changedAt: big(),
      },
      primary: ['userId', 'openid', 'templateId'],
    });
    await createTable(runner, 'messageSend', {
      columns: {
        id: id(),
        messageId: id(),
        userId: id(),
        kind: text(24),
        openid: text(64),
        templateId: text(64),
        fields: json(),
        page: text(120),
        state: text(12),
        tries: integer(),
        code: text(40),
        createdAt: big(),
        endsAt: big(),
        settledAt: orNull(big()),
      },
      primary: ['id'],
      index: [['messageId'], ['state', 'id']],
    });
    await createTable(runner, 'saleReminder', {
      columns: {
        id: id(),
        userId: id(),
        partyId: id(),
        subject: text(16),
        subjectId: id(),
        remindAt: big(),
        askedAt: big(),
        toldAt: orNull(big()),
      },
      primary: ['id'],
      unique: [['userId', 'subject', 'subjectId']],
      index: [['toldAt', 'remindAt'], ['remindAt']],
    });
    await createTable(runner, 'shippingUpload', {
      columns: {
        paymentId: id(),
        orderId: id(),
        sellerId: id(),
        buyerId: id(),
        merchantId: text(32),
        transactionId: text(40),
        payerOpenid: text(128),
        paidFen: big(),
        plan: json(),
        version: integer(),
        state: text(12),
        tries: integer(),
        code: text(40),
        uploadedAt: big(),
        createdAt: big(),
        settledAt: orNull(big()),
        receivedAt: orNull(big()),
        paidOutAt: orNull(big()),
      },
      primary: ['paymentId'],
      index: [['sellerId', 'state', 'paymentId'], ['transactionId']],
    });
  }

  async down(runner: QueryRunner) {
    for (const table of ['shippingUpload', 'saleReminder', 'messageSend', 'messageConsent', 'message']) {
      await runner.dropTable(table);
    }
  }
}
