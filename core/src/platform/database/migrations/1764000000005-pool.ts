import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, day, flag, id, integer, json, orNull, text } from '../columns';
import { addColumns } from './change-table';
import { createTable, type TableShape } from './create-table';

/** Sourcing, sharing between owners, and what becomes of shortages. */
const tables: Readonly<Record<string, TableShape>> = {
  contractWarehouse: {
    columns: { sellerId: id(), buyerId: id(), warehouseId: id(), isOnly: flag() },
    primary: ['sellerId', 'buyerId'],
  },
  sharingAgreement: {
    columns: {
      id: id(),
      lenderId: id(),
      borrowerId: id(),
      scope: text(16),
      scopeId: id(),
      quotaQuantity: big(),
      period: text(8),
      price: json(),
      startsOn: day(),
      endsOn: orNull(day()),
      state: text(16),
      proposedBy: id(),
      proposedAt: big(),
      decidedBy: orNull(id()),
      decidedAt: orNull(big()),
      endedBy: orNull(id()),
      endedAt: orNull(big()),
    },
    primary: ['id'],
    index: [
      ['borrowerId', 'state', 'id'],
      ['lenderId', 'state', 'id'],
    ],
  },
  sharingUse: {
    columns: { agreementId: id(), periodOn: day(), usedQuantity: big() },
    primary: ['agreementId', 'periodOn'],
  },
  borrowRequest: {
    columns: {
      id: id(),
      borrowerId: id(),
      lenderId: id(),
      agreementId: id(),
      orderId: id(),
      lineNo: integer(),
      skuId: id(),
      quantity: big(),
      promised: big(),
      arrived: big(),
      unitPriceE4: big(),
      lastsUntil: day(),
      state: text(16),
      reason: text(80),
      requestedBy: id(),
      requestedAt: big(),
      answeredAt: orNull(big()),
      closedAt: orNull(big()),
    },
    primary: ['id'],
    index: [['orderId'], ['borrowerId', 'id'], ['borrowerId', 'skuId', 'state']],
  },
  loan: {
    columns: {
      id: id(),
      lenderId: id(),
      borrowerId: id(),
      agreementId: id(),
      skuId: id(),
      quantity: big(),
      unitPriceE4: big(),
      periodOn: day(),
      state: text(16),
      reason: text(80),
      decidedAt: big(),
      closedAt: orNull(big()),
    },
    primary: ['id'],
    index: [
      ['lenderId', 'id'],
      ['lenderId', 'skuId', 'state'],
      ['agreementId', 'periodOn'],
    ],
  },
  borrowSettlement: {
    columns: {
      id: id(),
      loanId: id(),
      lenderId: id(),
      borrowerId: id(),
      skuId: id(),
      lotId: id(),
      lotNo: text(40),
      producedOn: day(),
      expiresOn: day(),
      quantity: big(),
      unitPriceE4: big(),
      amountFen: big(),
      billId: orNull(id()),
      at: big(),
    },
    primary: ['id'],
    index: [['loanId'], ['lenderId', 'id'], ['borrowerId', 'id']],
  },
  shortagePolicy: {
    columns: {
      sellerId: id(),
      buyerId: id(),
      skuId: id(),
      kind: text(16),
      closeAfterDays: orNull(integer()),
      rest: text(16),
      changedBy: id(),
      changedAt: big(),
    },
    primary: ['sellerId', 'buyerId', 'skuId'],
  },
};

/** What a warehouse can keep and where it delivers; those there are keep everything and deliver everywhere. */
const warehouseColumns = {
  temperatureZones: { column: json(), valueSql: `'["ambient","chilled","frozen"]'` },
  leadDays: { column: integer(), valueSql: '1' },
  costRank: { column: integer(), valueSql: '0' },
  servesRegions: { column: json(), valueSql: `'[]'` },
};

export class Pool1764000000005 implements MigrationInterface {
  async up(runner: QueryRunner) {
    for (const [name, shape] of Object.entries(tables)) await createTable(runner, name, shape);
    await addColumns(runner, 'warehouse', warehouseColumns);
  }

  async down(runner: QueryRunner) {
    await runner.dropColumns('warehouse', Object.keys(warehouseColumns));
    for (const name of Object.keys(tables).reverse()) await runner.dropTable(name);
  }
}
