import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, id, integer, json, orNull, text } from '../columns';
import { addColumns } from './change-table';
import { createTable } from './create-table';

const tables = ['promotion', 'promotionVersion', 'promotionCount', 'appliedPromotion', 'coupon'];

/** Promotions, what they did to orders and what is used up of them. Nothing was taken off a line before. */
export class Promotions1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await createTable(runner, 'promotion', {
      columns: {
        id: id(),
        sellerId: id(),
        version: integer(),
        name: text(60),
        kind: text(24),
        state: text(16),
        startsAt: big(),
        endsAt: big(),
        hours: orNull(json()),
        weekdays: json(),
        audience: json(),
        scope: json(),
        stacking: text(16),
        mutexGroups: json(),
        priority: integer(),
        caps: json(),
        budgetFen: orNull(big()),
        payers: json(),
        giftShortage: text(16),
        rule: json(),
      },
      primary: ['id'],
      index: [
        ['sellerId', 'state', 'startsAt', 'id'],
        ['state', 'endsAt'],
      ],
    });
    await createTable(runner, 'promotionVersion', {
      columns: {
        promotionId: id(),
        version: integer(),
        definition: json(),
        changedBy: text(40),
        changedAt: big(),
      },
      primary: ['promotionId', 'version'],
    });
    await createTable(runner, 'promotionCount', {
      columns: { id: text(140), promotionId: id(), used: big(), costFen: big() },
      primary: ['id'],
      index: [['promotionId']],
    });
    await createTable(runner, 'appliedPromotion', {
      columns: {
        orderId: id(),
        promotionId: id(),
        version: integer(),
        sellerId: id(),
        buyerId: id(),
        name: text(60),
        kind: text(24),
        couponId: orNull(id()),
        times: big(),
        offFen: big(),
        giftFen: big(),
        shares: json(),
        gifts: json(),
        countIds: json(),
        at: big(),
      },
      primary: ['orderId', 'promotionId'],
      index: [['promotionId', 'at', 'orderId']],
    });
    await createTable(runner, 'coupon', {
      columns: {
        id: id(),
        promotionId: id(),
        buyerId: id(),
        state: text(16),
        claimedAt: big(),
        expiresAt: big(),
        orderId: orNull(id()),
      },
      primary: ['id'],
      index: [
        ['buyerId', 'state', 'expiresAt', 'id'],
        ['promotionId', 'buyerId'],
      ],
    });
    await addColumns(runner, 'orderLine', {
      discountFen: { column: big(), valueSql: '0' },
      giftOf: { column: orNull(id()), valueSql: 'NULL' },
    });
  }

  async down(runner: QueryRunner) {
    await runner.dropColumns('orderLine', ['discountFen', 'giftOf']);
    for (const table of tables) await runner.dropTable(table);
  }
}
