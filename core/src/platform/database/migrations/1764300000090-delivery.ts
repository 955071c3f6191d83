import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, flag, id, integer, json, orNull, text } from '../columns';
import { addColumns } from './change-table';
import { createTable } from './create-table';

/** What sellers charge for delivery, and what orders were charged. */
export class Delivery1764300000090 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await createTable(runner, 'deliveryTerms', {
      columns: {
        sellerId: id(),
        version: integer(),
        startsAt: big(),
        rules: json(),
        allowsPickup: flag(),
        note: text(200),
        changedBy: text(40),
        changedAt: big(),
      },
      primary: ['sellerId', 'version'],
    });
    await addColumns(runner, 'salesOrder', {
      freightFen: { column: big(), valueSql: '0' },
      freightDueFen: { column: big(), valueSql: '0' },
      freight: { column: orNull(json()), valueSql: 'NULL' },
    });
    await addColumns(runner, 'shipment', { freightFen: { column: big(), valueSql: '0' } });
  }

  async down(runner: QueryRunner) {
    await runner.dropColumn('shipment', 'freightFen');
    for (const column of ['freight', 'freightDueFen', 'freightFen'])
      await runner.dropColumn('salesOrder', column);
    await runner.dropTable('deliveryTerms');
  }
}
