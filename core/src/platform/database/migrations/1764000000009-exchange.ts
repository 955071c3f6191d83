import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, id, integer, json, longText, orNull, text } from '../columns';
import { createTable, type TableShape } from './create-table';

const tables: Readonly<Record<string, TableShape>> = {
  importRun: {
    columns: {
      id: id(),
      partyId: id(),
      userId: id(),
      userName: text(40),
      kind: text(16),
      fileName: text(120),
      partCount: integer(),
      fileHash: text(64),
      state: text(16),
      problem: text(200),
      unknownHeadings: json(),
      rowCount: integer(),
      badCount: integer(),
      addedCount: integer(),
      changedCount: integer(),
      sameCount: integer(),
      appliedCount: integer(),
      refusedCount: integer(),
      startedAt: big(),
      checkedAt: orNull(big()),
      finishedAt: orNull(big()),
    },
    primary: ['id'],
    index: [
      ['partyId', 'startedAt', 'id'],
      ['startedAt', 'id'],
      ['partyId', 'fileHash'],
    ],
  },
  importPart: {
    columns: { importId: id(), partNo: integer(), content: longText() },
    primary: ['importId', 'partNo'],
  },
  importRow: {
    columns: {
      importId: id(),
      rowNo: integer(),
      state: text(8),
      change: text(8),
      key: text(160),
      cells: json(),
      faults: json(),
      changes: json(),
    },
    primary: ['importId', 'rowNo'],
    index: [
      ['importId', 'state', 'rowNo'],
      ['importId', 'key'],
    ],
  },
};

export class Exchange1764000000009 implements MigrationInterface {
  async up(runner: QueryRunner) {
    for (const [name, shape] of Object.entries(tables)) await createTable(runner, name, shape);
  }

  async down(runner: QueryRunner) {
    for (const name of Object.keys(tables).reverse()) await runner.dropTable(name);
  }
}
