import type { EntitySchema } from 'typeorm';
import { commandAnswerTable } from './commands/tables';
import { tableVersionTable } from './database/standing';
import { jobTable } from './jobs/tables';
import { outboxEventTable, outboxSeenTable } from './outbox/tables';

/** The tables the platform itself keeps. */
export const platformTables: readonly EntitySchema[] = [
  commandAnswerTable,
  outboxEventTable,
  outboxSeenTable,
  jobTable,
  tableVersionTable,
];
