import { big, id, integer, json, longText, orNull, table, text } from '../platform';
import type { ImportPart, ImportLine, ImportRun } from './model';

export const importRunTable = table<ImportRun>(
  'importRun',
  {
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
  {
    primary: ['id'],
    index: [
      ['partyId', 'startedAt', 'id'],
      ['startedAt', 'id'],
      ['partyId', 'fileHash'],
    ],
  },
);

export const importPartTable = table<ImportPart>(
  'importPart',
  { importId: id(), partNo: integer(), content: longText() },
  { primary: ['importId', 'partNo'] },
);

export const importRowTable = table<ImportLine>(
  'importRow',
  {
    importId: id(),
    rowNo: integer(),
    state: text(8),
    change: text(8),
    key: text(160),
    cells: json(),
    faults: json(),
    changes: json(),
  },
  {
    primary: ['importId', 'rowNo'],
    index: [
      ['importId', 'state', 'rowNo'],
      ['importId', 'key'],
    ],
  },
);

export const exchangeTables = [importRunTable, importPartTable, importRowTable];
