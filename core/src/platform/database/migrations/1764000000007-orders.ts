import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, day, id, integer, json, orNull, text } from '../columns';
import { addColumns, addIndex } from './change-table';
import { createTable, type TableShape } from './create-table';

const tables: Readonly<Record<string, TableShape>> = {
  auditPolicy: {
    columns: {
      version: integer(),
      startsAt: big(),
      rules: json(),
      note: text(200),
      actorId: id(),
      actorName: text(40),
      at: big(),
    },
    primary: ['version'],
  },
  orderPart: {
    columns: {
      orderId: id(),
      partNo: integer(),
      warehouseId: orNull(id()),
      temperatureZone: text(16),
      invoiceEntity: text(40),
      deliverOn: orNull(day()),
      amountFen: big(),
    },
    primary: ['orderId', 'partNo'],
  },
  orderPartLine: {
    columns: { orderId: id(), partNo: integer(), lineNo: integer(), quantity: big(), amountFen: big() },
    primary: ['orderId', 'partNo', 'lineNo'],
  },
};

export class Orders1764000000007 implements MigrationInterface {
  async up(runner: QueryRunner) {
    for (const [name, shape] of Object.entries(tables)) await createTable(runner, name, shape);
    await addColumns(runner, 'salesOrder', { policyVersion: { column: integer(), valueSql: '0' } });
    await addColumns(runner, 'orderLine', {
      unit: { column: text(8), valueSql: 'baseUnit' },
      packVersion: { column: integer(), valueSql: '1' },
      shortage: { column: orNull(text(16)), valueSql: 'NULL' },
      substituteFor: { column: orNull(integer()), valueSql: 'NULL' },
    });
    await addIndex(runner, 'orderHold', ['status', 'owner', 'dueAt', 'orderId']);
  }

  async down(runner: QueryRunner) {
    await runner.dropIndex('orderHold', 'ix_orderHold_status_owner_dueAt_orderId');
    await runner.dropColumns('orderLine', ['unit', 'packVersion', 'shortage', 'substituteFor']);
    await runner.dropColumn('salesOrder', 'policyVersion');
    for (const name of Object.keys(tables).reverse()) await runner.dropTable(name);
  }
}
