import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, flag, id, integer, json, orNull, text } from '../columns';
import { createTable } from './create-table';

/** Rebates: balances with their lots, holds and entries, terms, what promotions settle, and claims of display deals. */
export class Rebates1764300000010 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await createTable(runner, 'rebateAccount', {
      columns: {
        id: id(),
        sellerId: id(),
        buyerId: id(),
        balanceFen: big(),
        heldFen: big(),
        owedFen: big(),
        frozenAt: orNull(big()),
        frozenReason: text(200),
        openedAt: big(),
      },
      primary: ['id'],
      unique: [['sellerId', 'buyerId']],
      index: [
        ['buyerId', 'id'],
        ['sellerId', 'id'],
      ],
    });
    await createTable(runner, 'rebateLot', {
      columns: { id: id(), accountId: id(), expiresAt: big(), leftFen: big(), heldFen: big() },
      primary: ['id'],
      index: [
        ['accountId', 'expiresAt', 'id'],
        ['expiresAt', 'accountId'],
      ],
    });
    await createTable(runner, 'rebateHold', {
      columns: {
        id: text(81),
        accountId: id(),
        lotId: id(),
        orderId: id(),
        heldFen: big(),
        capturedFen: big(),
        restoredFen: big(),
      },
      primary: ['id'],
      index: [['orderId', 'accountId']],
    });
    await createTable(runner, 'rebateEntry', {
      columns: {
        id: id(),
        accountId: id(),
        lotId: orNull(id()),
        restoresLotId: orNull(id()),
        action: text(16),
        balanceFen: big(),
        heldFen: big(),
        owedFen: big(),
        documentId: text(60),
        reason: text(200),
        actorId: id(),
        at: big(),
      },
      primary: ['id'],
      index: [['accountId', 'id'], ['accountId', 'at'], ['documentId']],
    });
    await createTable(runner, 'rebateTerms', {
      columns: {
        sellerId: id(),
        version: integer(),
        maxShareBp: integer(),
        countsSpecialPrices: flag(),
        validMonths: integer(),
        changedBy: text(60),
        changedAt: big(),
      },
      primary: ['sellerId', 'version'],
    });
    await createTable(runner, 'rebateAccrual', {
      columns: { promotionId: id(), buyerId: id(), sellerId: id(), settledFen: big() },
      primary: ['promotionId', 'buyerId'],
      index: [['sellerId', 'buyerId']],
    });
    await createTable(runner, 'rebateSettlement', {
      columns: {
        id: id(),
        promotionId: id(),
        buyerId: id(),
        period: text(48),
        sellerId: id(),
        promotionVersion: integer(),
        quantity: big(),
        amountFen: big(),
        proofCount: integer(),
        entitledFen: big(),
        deltaFen: big(),
        at: big(),
      },
      primary: ['id'],
      unique: [['promotionId', 'buyerId', 'period']],
    });
    await createTable(runner, 'displayClaim', {
      columns: {
        id: id(),
        promotionId: id(),
        sellerId: id(),
        buyerId: id(),
        state: text(16),
        photos: json(),
        note: text(200),
        submittedBy: text(60),
        submittedAt: big(),
        decidedBy: orNull(text(60)),
        decidedAt: orNull(big()),
        reason: text(200),
      },
      primary: ['id'],
      index: [
        ['sellerId', 'state', 'id'],
        ['buyerId', 'id'],
        ['promotionId', 'buyerId', 'state'],
      ],
    });
    await createTable(runner, 'displayPhoto', {
      columns: { buyerId: id(), reference: text(200), claimId: id() },
      primary: ['buyerId', 'reference'],
      index: [['claimId']],
    });
  }

  async down(runner: QueryRunner) {
    for (const table of [
      'displayPhoto',
      'displayClaim',
      'rebateSettlement',
      'rebateAccrual',
      'rebateTerms',
      'rebateEntry',
      'rebateHold',
      'rebateLot',
      'rebateAccount',
    ]) {
      await runner.dropTable(table);
    }
  }
}
