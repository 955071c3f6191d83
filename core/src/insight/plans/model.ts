import type { Day, Instant } from '../../platform/clock';

/** What can be taken along regularly: the reports of the console by name. */
export const plannedReports = [
  'days',
  'buyer',
  'seller',
  'province',
  'goods',
  'category',
  'brand',
  'deliveries',
  'receivables',
  'shelves',
  'promoted',
  'returns',
  'returnedGoods',
  'losses',
  'slowStock',
  'diversions',
] as const;
export type PlannedReport = (typeof plannedReports)[number];

/** 时间段: always of days that are over. */
export const spans = ['yesterday', 'last7Days', 'last30Days', 'lastWeek', 'lastMonth'] as const;
export type Span = (typeof spans)[number];

export type PlanRhythm = 'daily' | 'weekly' | 'monthly';
export type FileFormat = 'csv' | 'xlsx';

/** 定时导出: a report somebody wants regularly. It is its maker's alone, and made with its maker's rights. */
export interface ReportPlan {
  readonly id: string;
  readonly partyId: string;
  readonly userId: string;
  readonly version: number;
  readonly name: string;
  readonly report: PlannedReport;
  readonly side: 'own' | 'channel';
  readonly span: Span;
  readonly rhythm: PlanRhythm;
  /** The weekday, Monday being 1, or the day of the month up to 28; 0 where it is daily. */
  readonly onDay: number;
  /** Of the day, by Shanghai. */
  readonly hour: number;
  readonly format: FileFormat;
  readonly isPaused: boolean;
  readonly nextAt: Instant;
  readonly changedAt: Instant;
}

/** A file that was made by a plan, or that could not be. */
export interface ReportFile {
  readonly id: string;
  readonly planId: string;
  /** What it was made for; a plan makes one file for each. */
  readonly dueAt: Instant;
  readonly partyId: string;
  readonly userId: string;
  readonly name: string;
  readonly report: PlannedReport;
  readonly fromOn: Day;
  readonly toOn: Day;
  readonly format: FileFormat;
  readonly rowCount: number;
  /** As base64; empty where it could not be made. */
  readonly content: string;
  /** Why it could not be made: the code of a refusal; empty where it was. */
  readonly problem: string;
  readonly madeAt: Instant;
}
