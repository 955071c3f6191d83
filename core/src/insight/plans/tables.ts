import { big, day, flag, id, integer, longText, table, text } from '../../platform';
import type { ReportFile, ReportPlan } from './model';

export const reportPlanTable = table<ReportPlan>(
  'reportPlan',
  {
    id: id(),
    partyId: id(),
    userId: id(),
    version: integer(),
    name: text(40),
    report: text(16),
    side: text(8),
    span: text(12),
    rhythm: text(8),
    onDay: integer(),
    hour: integer(),
    format: text(4),
    isPaused: flag(),
    nextAt: big(),
    changedAt: big(),
  },
  { primary: ['id'], index: [['userId'], ['isPaused', 'nextAt']] },
);

export const reportFileTable = table<ReportFile>(
  'reportFile',
  {
    id: id(),
    planId: id(),
    dueAt: big(),
    partyId: id(),
    userId: id(),
    name: text(40),
    report: text(16),
    fromOn: day(),
    toOn: day(),
    format: text(4),
    rowCount: integer(),
    content: longText(),
    problem: text(40),
    madeAt: big(),
  },
  { primary: ['id'], unique: [['planId', 'dueAt']], index: [['userId', 'madeAt', 'id'], ['madeAt']] },
);

export const planTables = [reportPlanTable, reportFileTable];
