import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, keyName } from '../columns';
import { addColumns, addIndex } from './change-table';

const ofSeller = ['sellerId', 'status', 'dueAt', 'orderId', 'kind'];

/** Holds name their seller: the first page of a seller's desk reads no orders but those it shows. */
export class HoldSellers1764110000000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    const sellerId = {
      column: id(),
      valueSql: `COALESCE((SELECT salesOrder.sellerId FROM salesOrder WHERE salesOrder.id = orderHold.orderId), '')`,
    };
    await addColumns(runner, 'orderHold', { sellerId });
    await addIndex(runner, 'orderHold', ofSeller);
  }

  async down(runner: QueryRunner) {
    await runner.dropIndex('orderHold', keyName('ix', 'orderHold', ofSeller));
    await runner.dropColumn('orderHold', 'sellerId');
  }
}
