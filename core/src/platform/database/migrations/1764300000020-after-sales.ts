import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, day, flag, id, integer, json, orNull, text } from '../columns';
import { createTable } from './create-table';

/** After-sales: requests and their lines, what was asked back, policies, the yearly quota, and money given back. */
export class AfterSales1764300000020 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await createTable(runner, 'afterSales', {
      columns: {
        id: id(),
        number: text(48),
        kind: text(16),
        state: text(16),
        orderId: id(),
        orderNumber: text(40),
        sellerId: id(),
        buyerId: id(),
        reason: text(16),
        words: text(500),
        photos: json(),
        findings: json(),
        policyVersion: integer(),
        requestedBy: text(40),
        requestedAt: big(),
        reviewBy: big(),
        decidedBy: orNull(text(40)),
        decidedAt: orNull(big()),
        decisionWords: text(200),
        sendBy: orNull(big()),
        limitFen: orNull(big()),
        money: orNull(json()),
        grantedFen: big(),
        replacementId: orNull(id()),
        quotaYear: integer(),
        quotaFen: big(),
        closedAt: orNull(big()),
        steps: integer(),
      },
      primary: ['id'],
      unique: [['number']],
      index: [
        ['orderId'],
        ['sellerId', 'state', 'requestedAt', 'id'],
        ['sellerId', 'requestedAt', 'id'],
        ['buyerId', 'requestedAt', 'id'],
        ['state', 'sendBy', 'id'],
        ['replacementId'],
      ],
    });
    await createTable(runner, 'afterSalesLine', {
      columns: {
        requestId: id(),
        lineNo: integer(),
        orderId: id(),
        orderLineNo: integer(),
        shipmentId: id(),
        shipmentLineNo: integer(),
        skuId: id(),
        skuName: text(80),
        baseUnit: text(8),
        lotId: id(),
        lotNo: text(40),
        producedOn: day(),
        expiresOn: day(),
        isGift: flag(),
        quantity: big(),
        worthFen: big(),
        approved: big(),
        restocked: big(),
        nearExpiry: big(),
        quarantined: big(),
        destroyed: big(),
        notReceived: big(),
      },
      primary: ['requestId', 'lineNo'],
      index: [['orderId'], ['shipmentId', 'shipmentLineNo']],
    });
    await createTable(runner, 'askedBack', {
      columns: { shipmentId: id(), shipmentLineNo: integer(), orderId: id(), accepted: big(), asked: big() },
      primary: ['shipmentId', 'shipmentLineNo'],
      index: [['orderId']],
    });
    await createTable(runner, 'afterSalesYear', {
      columns: { sellerId: id(), buyerId: id(), year: integer(), usedFen: big() },
      primary: ['sellerId', 'buyerId', 'year'],
    });
    await createTable(runner, 'afterSalesPolicy', {
      columns: {
        sellerId: id(),
        version: integer(),
        terms: json(),
        note: text(200),
        changedBy: text(40),
        changedAt: big(),
      },
      primary: ['sellerId', 'version'],
    });
    await createTable(runner, 'afterSalesStep', {
      columns: {
        requestId: id(),
        stepNo: integer(),
        kind: text(16),
        actorId: id(),
        actorName: text(40),
        detail: json(),
        at: big(),
      },
      primary: ['requestId', 'stepNo'],
    });
    await createTable(runner, 'moneyBack', {
      columns: {
        id: id(),
        orderId: id(),
        documentKind: text(16),
        documentId: id(),
        instrument: text(16),
        billId: orNull(id()),
        receiptId: id(),
        amountFen: big(),
        actorId: id(),
        at: big(),
      },
      primary: ['id'],
      unique: [['receiptId']],
      index: [['documentId'], ['orderId']],
    });
  }

  async down(runner: QueryRunner) {
    const tables = ['moneyBack', 'afterSalesStep', 'afterSalesPolicy', 'afterSalesYear', 'askedBack'];
    for (const table of [...tables, 'afterSalesLine', 'afterSales']) await runner.dropTable(table);
  }
}
