import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, day, flag, id, integer, json, orNull, text } from '../columns';
import { type AddedColumn, addColumns, addIndex } from './change-table';
import { createTable, type TableShape } from './create-table';

const tables: Readonly<Record<string, TableShape>> = {
  partnerApplication: {
    columns: {
      id: id(),
      secretHash: text(64),
      state: text(16),
      kind: text(16),
      name: text(80),
      channel: text(16),
      contactName: text(40),
      contactPhone: text(24),
      regionCode: text(6),
      townCode: orNull(text(12)),
      addressDetail: text(200),
      businessLicenceNo: text(40),
      foodLicenceNo: text(40),
      foodLicenceExpiresOn: orNull(day()),
      sellerId: id(),
      submittedAt: big(),
      submissionNo: integer(),
      reviews: json(),
      partyId: orNull(id()),
      decidedAt: orNull(big()),
      scrubbed: flag(),
    },
    primary: ['id'],
    index: [
      ['sellerId', 'state', 'submittedAt', 'id'],
      ['state', 'submittedAt', 'id'],
      ['contactPhone'],
      ['businessLicenceNo'],
      ['foodLicenceNo'],
    ],
  },
  partnerPolicy: {
    columns: {
      id: id(),
      storeReview: text(16),
      updatedAt: big(),
    },
    primary: ['id'],
  },
  supplyTransfer: {
    columns: {
      id: id(),
      buyerId: id(),
      productLine: text(40),
      fromId: id(),
      toId: id(),
      proposedBy: text(8),
      reason: text(200),
      effectiveOn: day(),
      state: text(16),
      slot: id(),
      consents: json(),
      proposedAt: big(),
      closedAt: orNull(big()),
    },
    primary: ['id'],
    unique: [['buyerId', 'productLine', 'slot']],
    index: [
      ['fromId', 'proposedAt', 'id'],
      ['toId', 'proposedAt', 'id'],
      ['proposedAt', 'id'],
      ['state', 'effectiveOn'],
    ],
  },
  partnerSuspension: {
    columns: {
      id: id(),
      partyId: id(),
      sellerId: orNull(id()),
      effect: text(16),
      reason: text(200),
      startsOn: day(),
      endsOn: orNull(day()),
      state: text(16),
      setBy: id(),
      setAt: big(),
      liftedBy: orNull(id()),
      liftedAt: orNull(big()),
      liftNote: text(200),
    },
    primary: ['id'],
    index: [
      ['partyId', 'setAt', 'id'],
      ['state', 'startsOn'],
      ['state', 'endsOn'],
    ],
  },
  partnerChange: {
    columns: {
      id: id(),
      partyId: id(),
      sellerId: orNull(id()),
      kind: text(40),
      actorPartyId: id(),
      actorId: id(),
      before: json(),
      after: json(),
      reason: text(200),
      at: big(),
    },
    primary: ['id'],
    index: [
      ['partyId', 'id'],
      ['sellerId', 'id'],
    ],
  },
};

const nothing: AddedColumn = { column: orNull(id()), valueSql: 'NULL' };
const unsaid = (length: number): AddedColumn => ({ column: text(length), valueSql: "''" });
const notYet: AddedColumn = { column: flag(), valueSql: '0' };

/** What rows of today get: distributors stand below HQ or below the distributor that supplies them. */
const added: Readonly<Record<string, Readonly<Record<string, AddedColumn>>>> = {
  party: {
    parentId: {
      column: orNull(id()),
      valueSql: `CASE WHEN kind = 'distributor' THEN (
        SELECT MIN(supply.sellerId) FROM supply WHERE supply.buyerId = party.id
      ) ELSE NULL END`,
    },
    chainId: nothing,
    deliveryCentreId: nothing,
    contactName: unsaid(40),
    contactPhone: unsaid(24),
    businessLicenceNo: unsaid(40),
    foodLicenceNo: unsaid(40),
    foodLicenceExpiresOn: { column: orNull(day()), valueSql: 'NULL' },
    licenceMark: { column: text(16), valueSql: "'none'" },
  },
  user: { mustChangePassword: notYet },
  address: {
    townCode: { column: orNull(text(12)), valueSql: 'NULL' },
    latitudeE6: { column: orNull(integer()), valueSql: 'NULL' },
    longitudeE6: { column: orNull(integer()), valueSql: 'NULL' },
    geocode: { column: text(8), valueSql: "'none'" },
    isDeliveryCentre: notYet,
  },
};

const partyIndexes = [
  ['chainId'],
  ['contactPhone'],
  ['businessLicenceNo'],
  ['foodLicenceNo'],
  ['foodLicenceExpiresOn', 'id'],
] as const;

const supplyBefore: TableShape = {
  columns: { buyerId: id(), sellerId: id(), since: big() },
  primary: ['buyerId', 'sellerId'],
};
const supplyByLine: TableShape = {
  columns: { buyerId: id(), productLine: text(40), sellerId: id(), status: text(16), since: big() },
  primary: ['buyerId', 'productLine'],
  index: [['sellerId', 'buyerId']],
};

/** Makes `supply` anew in another shape, filled by `select` from what it held. */
async function reshapeSupply(runner: QueryRunner, from: TableShape, to: TableShape, select: string) {
  const { index: _, ...bare } = from;
  const columns = (shape: TableShape) => Object.keys(shape.columns).join(', ');
  await createTable(runner, 'supplyKept', bare);
  await runner.query(`INSERT INTO supplyKept (${columns(from)}) SELECT ${columns(from)} FROM supply`);
  await runner.dropTable('supply');
  await createTable(runner, 'supply', to);
  await runner.query(`INSERT INTO supply (${columns(to)}) ${select}`);
  await runner.dropTable('supplyKept');
}

export class Partners1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner) {
    for (const [name, columns] of Object.entries(added)) await addColumns(runner, name, columns);
    for (const columns of partyIndexes) await addIndex(runner, 'party', columns);
    // A line has one seller: of several, the longest-standing is the one orders went to unless told otherwise.
    await reshapeSupply(
      runner,
      supplyBefore,
      supplyByLine,
      `SELECT kept.buyerId, '*', kept.sellerId, 'active', kept.since FROM supplyKept kept
       WHERE NOT EXISTS (
         SELECT 1 FROM supplyKept earlier WHERE earlier.buyerId = kept.buyerId AND (
           earlier.since < kept.since OR (earlier.since = kept.since AND earlier.sellerId < kept.sellerId)
         )
       )`,
    );
    for (const [name, shape] of Object.entries(tables)) await createTable(runner, name, shape);
    // Who is shut out today was shut out by HQ: from now on there is something to lift.
    await runner.query(
      `INSERT INTO partnerSuspension (id, partyId, sellerId, effect, reason, startsOn, endsOn, state, setBy, setAt,
         liftedBy, liftedAt, liftNote)
       SELECT id, id, NULL, 'logIn', '', '1970-01-01', NULL, 'inForce', 'system', createdAt, NULL, NULL, ''
       FROM party WHERE status = 'suspended'`,
    );
  }

  async down(runner: QueryRunner) {
    for (const name of Object.keys(tables).reverse()) await runner.dropTable(name);
    await reshapeSupply(
      runner,
      supplyByLine,
      { ...supplyBefore, index: [['sellerId', 'buyerId']] },
      'SELECT buyerId, sellerId, MIN(since) FROM supplyKept GROUP BY buyerId, sellerId',
    );
    for (const columns of partyIndexes) await runner.dropIndex('party', `ix_party_${columns.join('_')}`);
    for (const [name, columns] of Object.entries(added)) {
      await runner.dropColumns(name, Object.keys(columns));
    }
  }
}
