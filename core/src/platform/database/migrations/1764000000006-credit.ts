import { createHash } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, day, flag, id, integer, json, keyName, orNull, text } from '../columns';
import { addColumns, addIndex } from './change-table';
import { createTable, type TableShape } from './create-table';

const decided = {
  requestedBy: id(),
  requestedAt: big(),
  decidedBy: orNull(id()),
  decidedAt: orNull(big()),
  decisionNote: text(200),
};
const made = { reason: text(200), actorId: id(), at: big() };
const found = { overdueDays: integer(), overdueFen: big() };

const tables: Readonly<Record<string, TableShape>> = {
  billApplication: {
    columns: {
      id: id(),
      receiptId: id(),
      billId: id(),
      amountFen: big(),
      reversesId: orNull(id()),
      actorId: id(),
      at: big(),
    },
    primary: ['id'],
    unique: [['reversesId']],
    index: [['receiptId'], ['billId']],
  },
  temporaryLimit: {
    columns: {
      id: id(),
      accountId: id(),
      amountFen: big(),
      startsOn: day(),
      untilOn: day(),
      reason: text(200),
      state: text(16),
      ...decided,
    },
    primary: ['id'],
    index: [
      ['accountId', 'state', 'untilOn'],
      ['accountId', 'id'],
    ],
  },
  limitChange: {
    columns: {
      id: id(),
      accountId: id(),
      version: integer(),
      beforeFen: orNull(big()),
      afterFen: big(),
      beforeTermDays: orNull(integer()),
      afterTermDays: integer(),
      ...made,
    },
    primary: ['id'],
    unique: [['accountId', 'version']],
  },
  creditTerms: {
    columns: {
      accountId: id(),
      version: integer(),
      kind: text(16),
      days: integer(),
      basis: text(16),
      statementDay: integer(),
      startsOn: day(),
      ...made,
    },
    primary: ['accountId', 'version'],
  },
  ladderPolicy: {
    columns: {
      sellerId: id(),
      version: integer(),
      startsOn: day(),
      fromDays: json(),
      ignoredFen: big(),
      ignoredBp: integer(),
      remindEveryDays: integer(),
      actorId: id(),
      at: big(),
    },
    primary: ['sellerId', 'version'],
  },
  creditRelease: {
    columns: {
      id: id(),
      accountId: id(),
      step: text(16),
      amountFen: big(),
      usedFen: big(),
      untilOn: day(),
      revoked: flag(),
      ...made,
    },
    primary: ['id'],
    index: [['accountId', 'revoked', 'untilOn']],
  },
  creditReleaseUse: {
    columns: { id: id(), releaseId: id(), orderId: id(), amountFen: big(), actorId: id(), at: big() },
    primary: ['id'],
    index: [['releaseId', 'orderId'], ['orderId']],
  },
  ladderStepChange: {
    columns: {
      id: id(),
      accountId: id(),
      sellerId: id(),
      buyerId: id(),
      fromStep: text(16),
      toStep: text(16),
      ...found,
      ladderVersion: integer(),
      foundOn: day(),
      at: big(),
    },
    primary: ['id'],
    unique: [['accountId', 'foundOn']],
    index: [['sellerId', 'id']],
  },
  creditReminder: {
    columns: {
      id: id(),
      accountId: id(),
      sellerId: id(),
      buyerId: id(),
      step: text(16),
      ...found,
      remindOn: day(),
      sentAt: orNull(big()),
      at: big(),
    },
    primary: ['id'],
    unique: [['accountId', 'remindOn']],
    index: [['sellerId', 'id']],
  },
  writeOff: {
    columns: {
      id: id(),
      accountId: id(),
      billId: id(),
      amountFen: big(),
      reason: text(200),
      state: text(16),
      ...decided,
    },
    primary: ['id'],
    index: [['accountId', 'id']],
  },
  creditStatement: {
    columns: {
      id: id(),
      accountId: id(),
      sellerId: id(),
      buyerId: id(),
      startsOn: day(),
      untilOn: day(),
      openingFen: big(),
      billedFen: big(),
      receivedFen: big(),
      creditedFen: big(),
      closingFen: big(),
      state: text(16),
      issuedBy: id(),
      issuedAt: big(),
      answeredBy: orNull(id()),
      answeredAt: orNull(big()),
      note: text(200),
    },
    primary: ['id'],
    unique: [['accountId', 'startsOn', 'untilOn']],
    index: [
      ['sellerId', 'id'],
      ['buyerId', 'id'],
    ],
  },
  deposit: {
    columns: {
      id: id(),
      accountId: id(),
      sellerId: id(),
      buyerId: id(),
      kind: text(16),
      balanceFen: big(),
      heldFen: big(),
    },
    primary: ['id'],
    unique: [['accountId', 'kind']],
    index: [
      ['sellerId', 'id'],
      ['buyerId', 'id'],
    ],
  },
  depositHold: {
    columns: { depositId: id(), documentId: id(), heldFen: big() },
    primary: ['depositId', 'documentId'],
  },
  depositEntry: {
    columns: {
      id: id(),
      depositId: id(),
      action: text(16),
      balanceFen: big(),
      heldFen: big(),
      documentId: id(),
      reversesId: orNull(id()),
      ...made,
    },
    primary: ['id'],
    unique: [['reversesId']],
    index: [['depositId', 'id'], ['documentId']],
  },
};

const oldApplication: TableShape = {
  columns: { receiptId: id(), billId: id(), amountFen: big() },
  primary: ['receiptId', 'billId'],
  index: [['billId']],
};

const added = {
  creditAccount: {
    version: { column: integer(), valueSql: '0' },
    ladderStep: { column: text(16), valueSql: "'clear'" },
  },
  bill: {
    termsKind: { column: text(16), valueSql: "'net'" },
    termsVersion: { column: integer(), valueSql: '0' },
    countsFromOn: { column: orNull(day()), valueSql: 'NULL' },
  },
  receipt: {
    kind: { column: text(16), valueSql: "'money'" },
    openFen: {
      column: big(),
      valueSql:
        'amountFen - COALESCE((SELECT SUM(taken.amountFen) FROM application taken WHERE taken.receiptId = receipt.id), 0)',
    },
    billId: { column: orNull(id()), valueSql: 'NULL' },
    reversesId: { column: orNull(id()), valueSql: 'NULL' },
    reason: { column: text(200), valueSql: "''" },
  },
} as const;

const rowsTogether = 500;

interface OldApplication {
  readonly receiptId: string;
  readonly billId: string;
  readonly amountFen: number | string;
  readonly actorId: string;
  readonly at: number | string;
}

/** What bills have taken gets ids and dates of its own, so that it can be taken back. */
async function moveApplications(runner: QueryRunner) {
  const old = (await runner.query(
    `SELECT application.receiptId, application.billId, application.amountFen, receipt.actorId, receipt.at
     FROM application JOIN receipt ON receipt.id = application.receiptId`,
  )) as readonly OldApplication[];
  for (let from = 0; from < old.length; from += rowsTogether) {
    const part = old.slice(from, from + rowsTogether);
    await runner.query(
      `INSERT INTO billApplication (id, receiptId, billId, amountFen, reversesId, actorId, at)
       VALUES ${part.map(() => '(?, ?, ?, ?, NULL, ?, ?)').join(', ')}`,
      part.flatMap(({ receiptId, billId, amountFen, actorId, at }) => {
        const digest = createHash('sha256').update(`${receiptId} ${billId}`).digest('hex');
        return [digest.slice(0, 32), receiptId, billId, Number(amountFen), actorId, Number(at)];
      }),
    );
  }
  await runner.dropTable('application');
}

export class Credit1764000000006 implements MigrationInterface {
  async up(runner: QueryRunner) {
    for (const [name, shape] of Object.entries(tables)) await createTable(runner, name, shape);
    for (const [name, columns] of Object.entries(added)) await addColumns(runner, name, columns);
    await moveApplications(runner);
    await addIndex(runner, 'creditEntry', ['accountId', 'at']);
    await addIndex(runner, 'bill', ['accountId', 'issuedAt']);
    await runner.dropIndex('receipt', keyName('ix', 'receipt', ['accountId']));
    await addIndex(runner, 'receipt', ['reversesId'], { unique: true });
    await addIndex(runner, 'receipt', ['accountId', 'at', 'id']);
  }

  /** What was taken back or paid in other ways has no place in the old tables; its shape alone returns. */
  async down(runner: QueryRunner) {
    await addIndex(runner, 'receipt', ['accountId']);
    await runner.dropIndex('receipt', keyName('ix', 'receipt', ['accountId', 'at', 'id']));
    await runner.dropIndex('receipt', keyName('ux', 'receipt', ['reversesId']));
    await runner.dropIndex('bill', keyName('ix', 'bill', ['accountId', 'issuedAt']));
    await runner.dropIndex('creditEntry', keyName('ix', 'creditEntry', ['accountId', 'at']));
    await createTable(runner, 'application', oldApplication);
    await runner.query(
      `INSERT INTO application (receiptId, billId, amountFen)
       SELECT receiptId, billId, SUM(amountFen) FROM billApplication GROUP BY receiptId, billId`,
    );
    for (const [name, columns] of Object.entries(added)) {
      for (const column of Object.keys(columns)) await runner.dropColumn(name, column);
    }
    for (const name of Object.keys(tables).reverse()) await runner.dropTable(name);
  }
}
