import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, day, flag, id, integer, json, orNull, text } from '../columns';
import { addColumns, addIndex } from './change-table';
import { createTable, type TableShape } from './create-table';

const tables: Readonly<Record<string, TableShape>> = {
  orderRevision: {
    columns: {
      orderId: id(),
      revision: integer(),
      changes: json(),
      linesBefore: json(),
      payableFenBefore: big(),
      payableFenAfter: big(),
      reason: text(200),
      actorId: id(),
      actorName: text(40),
      at: big(),
    },
    primary: ['orderId', 'revision'],
  },
  orderClaim: {
    columns: {
      id: id(),
      orderId: id(),
      shipmentId: id(),
      shipmentLineNo: integer(),
      lineNo: integer(),
      skuId: id(),
      kind: text(16),
      quantity: big(),
      amountFen: big(),
      state: text(16),
      note: text(200),
      openedAt: big(),
      settledBy: orNull(text(40)),
      settledAt: orNull(big()),
    },
    primary: ['id'],
    unique: [['shipmentId', 'shipmentLineNo', 'kind']],
    index: [['orderId']],
  },
  fulfilmentTerms: {
    columns: {
      sellerId: id(),
      autoSignDays: integer(),
      changedBy: text(40),
      changedAt: big(),
    },
    primary: ['sellerId'],
  },
  orderTemplate: {
    columns: {
      id: id(),
      partyId: id(),
      kind: text(16),
      name: text(60),
      lineCount: integer(),
      changedBy: text(40),
      changedAt: big(),
    },
    primary: ['id'],
    index: [['partyId', 'id']],
  },
  templateLine: {
    columns: { templateId: id(), lineNo: integer(), skuId: id(), quantity: big() },
    primary: ['templateId', 'lineNo'],
  },
  recurringOrder: {
    columns: {
      id: id(),
      partyId: id(),
      partyKind: text(16),
      userId: id(),
      userName: text(40),
      templateId: id(),
      supplierId: orNull(id()),
      addressId: orNull(id()),
      rhythm: json(),
      startsOn: day(),
      nextOn: day(),
      skipsHolidays: flag(),
      paused: flag(),
      changedAt: big(),
    },
    primary: ['id'],
    index: [['partyId', 'id'], ['templateId'], ['paused', 'nextOn', 'id']],
  },
  recurringRun: {
    columns: {
      recurringId: id(),
      runOn: day(),
      outcome: text(16),
      orderId: orNull(id()),
      code: text(60),
      detail: text(200),
      at: big(),
    },
    primary: ['recurringId', 'runOn'],
  },
  holiday: { columns: { holidayOn: day(), name: text(40) }, primary: ['holidayOn'] },
};

/** Columns of tables that are there already, with what their rows of today get. */
const added = {
  salesOrder: {
    revision: { column: integer(), valueSql: '1' },
    priority: { column: integer(), valueSql: '0' },
    deliverOn: { column: orNull(day()), valueSql: 'NULL' },
    waitsForFull: { column: flag(), valueSql: '0' },
    backOrderedAt: { column: orNull(big()), valueSql: 'NULL' },
  },
  orderLine: {
    backOrdered: { column: big(), valueSql: '0' },
    closesOn: { column: orNull(day()), valueSql: 'NULL' },
  },
  shipment: { signature: { column: orNull(json()), valueSql: 'NULL' } },
};

export class Fulfilment1764000000008 implements MigrationInterface {
  async up(runner: QueryRunner) {
    for (const [name, columns] of Object.entries(added)) await addColumns(runner, name, columns);
    await addIndex(runner, 'salesOrder', ['backOrderedAt', 'id']);
    await addIndex(runner, 'shipment', ['signedAt', 'shippedAt']);
    for (const [name, shape] of Object.entries(tables)) await createTable(runner, name, shape);
  }

  async down(runner: QueryRunner) {
    for (const name of Object.keys(tables).reverse()) await runner.dropTable(name);
    for (const [name, columns] of Object.entries(added)) {
      for (const column of Object.keys(columns)) await runner.dropColumn(name, column);
    }
  }
}
