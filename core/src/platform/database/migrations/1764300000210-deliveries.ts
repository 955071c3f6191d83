import type { MigrationInterface, QueryRunner } from 'typeorm';
import { day, id, integer } from '../columns';
import { createTable } from './create-table';

/** How orders were delivered, by the day they were signed for and the hours they took. */
export class Deliveries1764300000210 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await createTable(runner, 'deliveryByDay', {
      columns: {
        sellerId: id(),
        day: day(),
        cycleHours: integer(),
        orders: integer(),
        promisedOrders: integer(),
        onTimeOrders: integer(),
        fullOrders: integer(),
        otifOrders: integer(),
        perfectOrders: integer(),
        orderLines: integer(),
        fullLines: integer(),
      },
      primary: ['sellerId', 'day', 'cycleHours'],
      index: [['day']],
    });
    // Orders that were delivered before, and those by which goods were sent again, are counted anew as soon as a worker runs.
    await runner.query(`
      INSERT INTO insightTurn (orderId)
      SELECT salesOrder.id FROM salesOrder
      WHERE (salesOrder.state IN ('picking', 'shipped', 'signed', 'completed') OR salesOrder.channel = 'afterSales')
        AND NOT EXISTS (SELECT 1 FROM insightTurn WHERE insightTurn.orderId = salesOrder.id)`);
  }

  async down(runner: QueryRunner) {
    await runner.dropTable('deliveryByDay');
  }
}
