import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, day, id, integer, json, text } from '../columns';
import { createTable } from './create-table';

const orderFigures = { orders: integer(), touchlessOrders: integer(), keptOrders: integer(), keptFen: big() };

/** Figures of orders by hour, buyer and SKU, and what each order has added to them. */
export class Insight1764300000200 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await createTable(runner, 'insightTurn', { columns: { orderId: id() }, primary: ['orderId'] });
    await createTable(runner, 'insightShare', {
      columns: { orderId: id(), share: json() },
      primary: ['orderId'],
    });
    await createTable(runner, 'salesByHour', {
      columns: { sellerId: id(), day: day(), hour: integer(), ...orderFigures },
      primary: ['sellerId', 'day', 'hour'],
      index: [['day']],
    });
    await createTable(runner, 'salesByBuyer', {
      columns: { day: day(), sellerId: id(), buyerId: id(), province: text(2), ...orderFigures },
      primary: ['day', 'sellerId', 'buyerId', 'province'],
      index: [['sellerId', 'day']],
    });
    await createTable(runner, 'salesBySku', {
      columns: {
        day: day(),
        sellerId: id(),
        skuId: id(),
        orders: integer(),
        quantity: big(),
        shipped: big(),
        signed: big(),
        keptFen: big(),
      },
      primary: ['day', 'sellerId', 'skuId'],
      index: [['sellerId', 'day']],
    });
    // Orders of before are counted as soon as a worker runs.
    await runner.query('INSERT INTO insightTurn (orderId) SELECT id FROM salesOrder');
  }

  async down(runner: QueryRunner) {
    for (const table of ['salesBySku', 'salesByBuyer', 'salesByHour', 'insightShare', 'insightTurn'])
      await runner.dropTable(table);
  }
}
