import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, id, integer, json, text } from '../columns';
import { createTable } from './create-table';

/** Flash sales: activities, what tokens came to, and what each buyer has bought. */
export class Flash1764200000010 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await createTable(runner, 'flashActivity', {
      columns: {
        id: id(),
        sellerId: id(),
        skuId: id(),
        title: text(60),
        unitPriceE4: big(),
        quota: big(),
        perBuyer: big(),
        startsAt: big(),
        endsAt: big(),
        tokenMs: integer(),
        audience: json(),
        state: text(16),
        version: integer(),
        sold: big(),
        released: big(),
        attempts: big(),
        fencing: big(),
        madeBy: text(60),
        madeAt: big(),
      },
      primary: ['id'],
      index: [
        ['sellerId', 'startsAt', 'id'],
        ['state', 'startsAt'],
      ],
    });
    await createTable(runner, 'flashSale', {
      columns: {
        activityId: id(),
        token: id(),
        buyerId: id(),
        state: text(8),
        orderId: id(),
        lineNo: integer(),
        quantity: big(),
        returned: big(),
        grabbedAt: big(),
        attempts: big(),
        deviceId: text(64),
        ip: text(64),
        at: big(),
      },
      primary: ['activityId', 'token'],
      index: [['orderId']],
    });
    await createTable(runner, 'flashBuyer', {
      columns: { id: text(81), activityId: id(), buyerId: id(), bought: big() },
      primary: ['id'],
      index: [['activityId']],
    });
  }

  async down(runner: QueryRunner) {
    for (const table of ['flashBuyer', 'flashSale', 'flashActivity']) await runner.dropTable(table);
  }
}
