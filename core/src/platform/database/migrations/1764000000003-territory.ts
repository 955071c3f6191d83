import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, day, id, integer, json, orNull, text } from '../columns';
import { addColumns } from './change-table';
import { createTable, type TableShape } from './create-table';

const tables: Readonly<Record<string, TableShape>> = {
  territoryGrantArea: {
    columns: { grantId: id(), areaCode: text(6) },
    primary: ['grantId', 'areaCode'],
    index: [['areaCode', 'grantId']],
  },
  territoryGrantBook: { columns: { id: id(), revision: big() }, primary: ['id'] },
  territoryPermitUse: {
    columns: { orderId: id(), lineNo: integer(), grantId: id(), quantity: big(), at: big() },
    primary: ['orderId', 'lineNo', 'grantId'],
    index: [['grantId']],
  },
  territoryKnownPoint: {
    columns: {
      id: id(),
      regionCode: text(6),
      townCode: orNull(text(9)),
      latitudeE6: integer(),
      longitudeE6: integer(),
      cell: text(16),
    },
    primary: ['id'],
    index: [['cell']],
  },
  territoryCapacity: {
    columns: {
      areaCode: text(9),
      productLine: text(40),
      sellOutQuantity: big(),
      stockTargetQuantity: big(),
      version: integer(),
      updatedAt: big(),
    },
    primary: ['areaCode', 'productLine'],
  },
  territoryPolicy: {
    columns: { sellerId: id(), startsOn: day(), borderMetres: integer(), absorptionBp: integer() },
    primary: ['sellerId', 'startsOn'],
  },
  territoryChainDelivery: {
    columns: {
      id: id(),
      chainId: id(),
      addressId: id(),
      sellerId: id(),
      startsOn: day(),
      endsOn: orNull(day()),
      note: text(200),
      version: integer(),
    },
    primary: ['id'],
    index: [['chainId', 'addressId'], ['sellerId']],
  },
  territoryBlocked: {
    columns: {
      id: id(),
      orderId: id(),
      lineNo: integer(),
      sellerId: id(),
      buyerId: id(),
      skuId: id(),
      quantity: big(),
      channel: text(16),
      regionCode: text(6),
      townCode: orNull(text(9)),
      reason: text(24),
      grantId: orNull(id()),
      on: day(),
      at: big(),
    },
    primary: ['id'],
    unique: [['orderId', 'lineNo']],
    index: [
      ['sellerId', 'on', 'id'],
      ['on', 'id'],
    ],
  },
};

/** What grants of before say by leaving it out; their seller's level is taken from the party. */
const grantColumns = {
  level: {
    column: integer(),
    valueSql: 'COALESCE((SELECT party.level FROM party WHERE party.id = territoryGrant.sellerId), 1)',
  },
  onlyCategories: { column: json(), valueSql: "'[]'" },
  excludedCategories: { column: json(), valueSql: "'[]'" },
  remainderAreas: { column: json(), valueSql: "'[]'" },
  excludedAreas: { column: json(), valueSql: "'[]'" },
  quantityCap: { column: orNull(big()), valueSql: 'NULL' },
  usedQuantity: { column: big(), valueSql: '0' },
  reason: { column: text(200), valueSql: "''" },
  approvedBy: { column: text(40), valueSql: "''" },
  version: { column: integer(), valueSql: '1' },
  updatedAt: { column: big(), valueSql: '0' },
};

export class Territory1764000000003 implements MigrationInterface {
  async up(runner: QueryRunner) {
    for (const [name, shape] of Object.entries(tables)) await createTable(runner, name, shape);
    await addColumns(runner, 'territoryGrant', grantColumns);
    await runner.query(`INSERT INTO \`territoryGrantBook\` (\`id\`, \`revision\`) VALUES ('grants', 0)`);
    await lookUpByArea(runner);
  }

  async down(runner: QueryRunner) {
    for (const name of Object.keys(grantColumns).reverse()) await runner.dropColumn('territoryGrant', name);
    for (const name of Object.keys(tables).reverse()) await runner.dropTable(name);
  }
}

/** Grants of before are found by their areas too. */
async function lookUpByArea(runner: QueryRunner) {
  const grants: readonly { id: string; areas: string }[] = await runner.query(
    'SELECT `id`, `areas` FROM `territoryGrant`',
  );
  for (const { id: grantId, areas } of grants) {
    const prefixes = (JSON.parse(areas) as string[]).map((area) =>
      area === '*' ? '' : area.replace(/(00)+$/, ''),
    );
    for (const prefix of new Set(prefixes)) {
      await runner.query('INSERT INTO `territoryGrantArea` (`grantId`, `areaCode`) VALUES (?, ?)', [
        grantId,
        prefix,
      ]);
    }
  }
}
