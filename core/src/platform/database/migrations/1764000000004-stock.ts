import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, day, flag, id, integer, keyName, orNull, text } from '../columns';
import { addColumns, addIndex } from './change-table';
import { createTable, type TableShape } from './create-table';

const tables: Readonly<Record<string, TableShape>> = {
  lifeRule: {
    columns: {
      id: id(),
      sellerId: id(),
      scope: text(16),
      subject: id(),
      goods: text(40),
      minimumDays: integer(),
      minimumLifeBp: integer(),
      maximumLots: orNull(integer()),
      refusesOlder: flag(),
      startsOn: day(),
      endsOn: orNull(day()),
    },
    primary: ['id'],
    index: [['sellerId', 'subject']],
  },
  stockBuffer: {
    columns: { ownerId: id(), warehouseId: id(), skuId: id(), quantity: big() },
    primary: ['ownerId', 'skuId', 'warehouseId'],
  },
  channelQuota: {
    columns: {
      sellerId: id(),
      skuId: id(),
      channel: text(16),
      startsOn: day(),
      endsOn: orNull(day()),
      quantity: big(),
      used: big(),
    },
    primary: ['sellerId', 'skuId', 'channel', 'startsOn'],
  },
  channelQuotaUse: {
    columns: {
      orderId: id(),
      lineNo: integer(),
      sellerId: id(),
      skuId: id(),
      channel: text(16),
      startsOn: day(),
      quantity: big(),
    },
    primary: ['orderId', 'lineNo', 'startsOn'],
    index: [['sellerId', 'skuId', 'channel', 'startsOn']],
  },
  ageingMarkdown: {
    columns: { sellerId: id(), fromBp: integer(), markdownBp: integer() },
    primary: ['sellerId', 'fromBp'],
  },
  deliveredLife: {
    columns: { buyerId: id(), skuId: id(), expiresOn: day(), at: big() },
    primary: ['buyerId', 'skuId'],
  },
  inbound: {
    columns: {
      id: id(),
      ownerId: id(),
      warehouseId: id(),
      skuId: id(),
      expectedOn: day(),
      quantity: big(),
      received: big(),
      state: text(16),
      note: text(200),
      actorId: id(),
      at: big(),
    },
    primary: ['id'],
    index: [
      ['ownerId', 'state', 'skuId'],
      ['ownerId', 'expectedOn', 'id'],
    ],
  },
  stockCommitment: {
    columns: { orderId: id(), lineNo: integer(), sellerId: id(), skuId: id(), dueOn: day(), quantity: big() },
    primary: ['orderId', 'lineNo'],
    index: [['sellerId', 'skuId']],
  },
  softReservation: {
    columns: { id: id(), lotId: id(), ownerId: id(), quantity: big(), endsAt: big() },
    primary: ['id', 'lotId'],
    index: [['lotId'], ['endsAt']],
  },
  stockOperation: {
    columns: {
      id: id(),
      ownerId: id(),
      warehouseId: id(),
      lotId: id(),
      skuId: id(),
      lotNo: text(40),
      kind: text(16),
      fromQuality: text(16),
      toQuality: orNull(text(16)),
      quantity: big(),
      reason: text(200),
      proof: text(200),
      actorId: id(),
      actorName: text(40),
      at: big(),
    },
    primary: ['id'],
    index: [['ownerId', 'at', 'id']],
  },
  stockTransfer: {
    columns: {
      id: id(),
      ownerId: id(),
      fromWarehouseId: id(),
      toWarehouseId: id(),
      state: text(16),
      reason: text(200),
      dispatchedBy: text(40),
      dispatchedAt: big(),
      receivedBy: orNull(text(40)),
      receivedAt: orNull(big()),
    },
    primary: ['id'],
    index: [['ownerId', 'dispatchedAt', 'id']],
  },
  stockTransferLine: {
    columns: {
      transferId: id(),
      lineNo: integer(),
      lotId: id(),
      skuId: id(),
      lotNo: text(40),
      producedOn: day(),
      expiresOn: day(),
      quality: text(16),
      quantity: big(),
      arrived: orNull(big()),
      damaged: big(),
      missing: big(),
    },
    primary: ['transferId', 'lineNo'],
    index: [['skuId', 'lotNo']],
  },
  countSheet: {
    columns: {
      id: id(),
      ownerId: id(),
      warehouseId: id(),
      state: text(16),
      note: text(200),
      openedBy: text(40),
      openedAt: big(),
      closedBy: orNull(text(40)),
      closedAt: orNull(big()),
    },
    primary: ['id'],
    index: [['ownerId', 'openedAt', 'id']],
  },
  countLine: {
    columns: {
      sheetId: id(),
      lineNo: integer(),
      lotId: id(),
      skuId: id(),
      lotNo: text(40),
      quality: text(16),
      booked: big(),
      bookedAt: big(),
      counted: orNull(big()),
      countedBy: orNull(text(40)),
      difference: orNull(big()),
    },
    primary: ['sheetId', 'lineNo'],
  },
  expiryAlert: {
    columns: {
      id: id(),
      lotId: id(),
      level: text(16),
      ownerId: id(),
      warehouseId: id(),
      skuId: id(),
      lotNo: text(40),
      expiresOn: day(),
      quantity: big(),
      desk: text(16),
      raisedAt: big(),
      dueAt: big(),
      state: text(16),
      action: orNull(text(16)),
      outcome: text(200),
      closedBy: orNull(text(40)),
      closedAt: orNull(big()),
    },
    primary: ['id'],
    unique: [['lotId', 'level']],
    index: [
      ['ownerId', 'state', 'dueAt', 'id'],
      ['state', 'lotId'],
    ],
  },
  recall: {
    columns: {
      id: id(),
      skuId: id(),
      lotNo: text(40),
      reason: text(200),
      state: text(16),
      lotCount: integer(),
      stopped: big(),
      openedBy: text(40),
      openedAt: big(),
      closedBy: orNull(text(40)),
      closedAt: orNull(big()),
      released: orNull(flag()),
    },
    primary: ['id'],
    index: [['skuId'], ['openedAt', 'id']],
  },
  recallStep: {
    columns: { id: id(), recallId: id(), note: text(200), actorName: text(40), at: big() },
    primary: ['id'],
    index: [['recallId', 'id']],
  },
};

const indexes = [
  ['lot', 'skuId', 'lotNo'],
  ['lot', 'recallId'],
  ['movement', 'ownerId', 'id'],
  ['movement', 'ownerId', 'skuId', 'id'],
  ['movement', 'documentId'],
] as const;

export class Stock1764000000004 implements MigrationInterface {
  async up(runner: QueryRunner) {
    for (const [name, shape] of Object.entries(tables)) await createTable(runner, name, shape);
    await addColumns(runner, 'lot', { recallId: { column: orNull(id()), valueSql: 'NULL' } });
    await addColumns(runner, 'movement', { reason: { column: text(200), valueSql: `''` } });
    await addColumns(runner, 'stockDay', { adjusted: { column: big(), valueSql: '0' } });
    for (const [table, ...columns] of indexes) await addIndex(runner, table, columns);
  }

  async down(runner: QueryRunner) {
    for (const [table, ...columns] of [...indexes].reverse()) {
      await runner.dropIndex(table, keyName('ix', table, columns));
    }
    await runner.dropColumn('stockDay', 'adjusted');
    await runner.dropColumn('movement', 'reason');
    await runner.dropColumn('lot', 'recallId');
    for (const name of Object.keys(tables).reverse()) await runner.dropTable(name);
  }
}
