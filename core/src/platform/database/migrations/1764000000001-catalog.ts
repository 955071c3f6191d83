import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, day, id, integer, json, orNull, text } from '../columns';
import { addColumns, addIndex, type AddedColumn } from './change-table';
import { createTable, type TableShape } from './create-table';

/** Pack versions, barcodes, categories, customer groups, breaks, the price ladder and rules of ordering. */
const tables: Readonly<Record<string, TableShape>> = {
  packVersion: {
    columns: {
      skuId: id(),
      packVersion: integer(),
      baseUnit: text(8),
      barcode: text(32),
      units: json(),
      startsAt: big(),
      changedBy: id(),
    },
    primary: ['skuId', 'packVersion'],
  },
  skuBarcode: {
    columns: { barcode: text(32), skuId: id(), unit: text(8), factor: integer(), packVersion: integer() },
    primary: ['barcode'],
    index: [['skuId']],
  },
  category: {
    columns: {
      id: text(40),
      name: text(40),
      parentId: orNull(text(40)),
      position: integer(),
      version: integer(),
    },
    primary: ['id'],
  },
  brand: {
    columns: { id: text(40), name: text(40), position: integer(), version: integer() },
    primary: ['id'],
  },
  substitute: {
    columns: { sellerId: id(), skuId: id(), substituteSkuId: id(), position: integer() },
    primary: ['sellerId', 'skuId', 'substituteSkuId'],
  },
  customerGroup: {
    columns: { id: id(), sellerId: id(), name: text(80), version: integer() },
    primary: ['id'],
    index: [['sellerId', 'id']],
  },
  customerGroupMember: {
    columns: { sellerId: id(), groupId: id(), buyerId: id() },
    primary: ['groupId', 'buyerId'],
    index: [['sellerId', 'buyerId']],
  },
  priceLadder: {
    columns: {
      skuId: id(),
      factoryE4: orNull(big()),
      firstWholesaleE4: orNull(big()),
      secondWholesaleE4: orNull(big()),
      storeE4: orNull(big()),
      retailE4: orNull(big()),
      version: integer(),
    },
    primary: ['skuId'],
  },
  orderingRule: {
    columns: {
      id: id(),
      sellerId: id(),
      scope: text(24),
      buyerId: orNull(id()),
      priceListId: orNull(id()),
      level: orNull(integer()),
      regionPrefix: orNull(text(6)),
      channel: orNull(text(16)),
      category: orNull(text(40)),
      skuId: orNull(id()),
      minimumQuantity: orNull(big()),
      multipleQuantity: orNull(big()),
      maximumQuantity: orNull(big()),
      orderAmountFen: orNull(big()),
      orderCases: orNull(big()),
      orderWeightGrams: orNull(big()),
      startsOn: day(),
      endsOn: orNull(day()),
      version: integer(),
    },
    primary: ['id'],
    index: [
      ['sellerId', 'id'],
      ['sellerId', 'buyerId'],
      ['sellerId', 'skuId'],
    ],
  },
};

const added: Readonly<Record<string, Readonly<Record<string, AddedColumn>>>> = {
  sku: {
    packVersion: { column: integer(), valueSql: '1' },
    weightGrams: { column: integer(), valueSql: '0' },
    volumeMl: { column: integer(), valueSql: '0' },
    temperatureZone: { column: text(16), valueSql: `'ambient'` },
    invoiceEntity: { column: text(80), valueSql: `''` },
    shelfLifeMonths: { column: orNull(integer()), valueSql: 'NULL' },
    stopSaleDays: { column: integer(), valueSql: '0' },
    version: { column: integer(), valueSql: '1' },
  },
  priceList: {
    groupId: { column: orNull(id()), valueSql: 'NULL' },
    version: { column: integer(), valueSql: '1' },
  },
  priceListLine: {
    unitPrices: { column: json(), valueSql: `'[]'` },
    breaks: { column: json(), valueSql: `'[]'` },
    breakMode: { column: text(16), valueSql: `'allUnits'` },
  },
};

interface OldSku {
  readonly id: string;
  readonly name: string;
  readonly brand: string;
  readonly spec: string;
  readonly barcode: string;
  readonly units: string;
  readonly searchText: string;
}

/** Units as they were stored before this change. */
interface OldUnit {
  readonly unit: string;
  readonly factor: number;
  readonly sellable: boolean;
}

const newUnits = (units: string) =>
  JSON.stringify(
    (JSON.parse(units) as OldUnit[]).map((unit) => ({
      ...unit,
      priceable: true,
      barcode: '',
      weightGrams: 0,
      volumeMl: 0,
    })),
  );

/** A bar now stands before what search may find at its beginning: name, pinyin and initials. */
function newSearchText({ id, name, brand, spec, barcode, searchText }: OldSku): string {
  const before = `${name} ${brand} ${spec} `.toLowerCase();
  const after = ` ${barcode} ${id}`.toLowerCase();
  const sounds = searchText.slice(before.length, searchText.length - after.length);
  const cut = sounds.lastIndexOf(' ');
  const [pinyin, initials] = [sounds.slice(0, Math.max(0, cut)), sounds.slice(cut + 1)];
  return `|${name}|${pinyin}|${initials}| ${brand} ${spec} ${barcode} ${id}`.toLowerCase();
}

const backfills = [
  `INSERT INTO packVersion (skuId, packVersion, baseUnit, barcode, units, startsAt, changedBy)
   SELECT id, 1, baseUnit, barcode, units, 0, 'system' FROM sku`,
  `INSERT INTO skuBarcode (barcode, skuId, unit, factor, packVersion)
   SELECT sku.barcode, sku.id, sku.baseUnit, 1, 1 FROM sku
   JOIN (SELECT MIN(id) AS id FROM sku WHERE barcode <> '' GROUP BY barcode) firstOf ON firstOf.id = sku.id`,
  `INSERT INTO category (id, name, parentId, position, version)
   SELECT DISTINCT category, category, NULL, 0, 1 FROM sku`,
  `INSERT INTO brand (id, name, position, version) SELECT DISTINCT brand, brand, 0, 1 FROM sku WHERE brand <> ''`,
];

export class Catalog1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner) {
    for (const [name, shape] of Object.entries(tables)) await createTable(runner, name, shape);
    for (const [name, columns] of Object.entries(added)) await addColumns(runner, name, columns);
    await addIndex(runner, 'priceListLine', ['skuId', 'priceListId']);
    const skus = (await runner.query(
      'SELECT id, name, brand, spec, barcode, units, searchText FROM sku',
    )) as OldSku[];
    for (const sku of skus) {
      await runner.query('UPDATE sku SET units = ?, searchText = ? WHERE id = ?', [
        newUnits(sku.units),
        newSearchText(sku),
        sku.id,
      ]);
    }
    for (const backfill of backfills) await runner.query(backfill);
  }

  async down(runner: QueryRunner) {
    await runner.dropIndex('priceListLine', 'ix_priceListLine_skuId_priceListId');
    for (const [name, columns] of Object.entries(added)) await runner.dropColumns(name, Object.keys(columns));
    for (const name of Object.keys(tables).reverse()) await runner.dropTable(name);
  }
}
