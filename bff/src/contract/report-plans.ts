import { z } from 'zod';
import { endpoints } from './endpoints';
import { At, Count, Day, Done, Id, PageQuery, pageOf } from './fields';
import { route } from './route';

const command = { commandId: Id.describe('made by the caller; repeating it gets the first answer') };
const Report = z.enum([
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
]);
const Format = z.enum(['csv', 'xlsx']);

const Wanted = z.object({
  name: z.string().trim().min(1).max(40),
  report: Report,
  side: z.enum(['own', 'channel']).describe('channel: what our distributors sell; HQ alone'),
  span: z
    .enum(['yesterday', 'last7Days', 'last30Days', 'lastWeek', 'lastMonth'])
    .describe('of days that are over when it is made'),
  rhythm: z.enum(['daily', 'weekly', 'monthly']),
  onDay: z.int().min(0).max(28).describe('weekday, Monday being 1, or day of the month; 0 where it is daily'),
  hour: z.int().min(0).max(23).describe('by Shanghai'),
  format: Format,
  isPaused: z.boolean(),
});

const version = z.int().min(0).describe('the version the caller has seen; 0 for a new one');

export const PlanView = Wanted.extend({ planId: Id, version: z.int(), nextAt: At });

export const FileView = z.object({
  fileId: Id,
  planId: Id,
  name: z.string(),
  report: Report,
  from: Day,
  to: Day,
  format: Format,
  rowCount: Count,
  problem: z.string().describe('why it could not be made, in words; empty where there is a file'),
  madeAt: At,
});

const changed = ['reports.planUnknown', 'reports.versionChanged', 'command.idReused'];

/** Reports that come by themselves; plans and files are their maker's alone. */
export const reportPlanRoutes = {
  plans: route(endpoints.insight.plans, {
    summary: 'Reports I have planned.',
    access: 'seller',
    input: z.object({}),
    output: z.object({ items: z.array(PlanView) }),
    errors: [],
  }),
  putPlan: route(endpoints.insight.putPlan, {
    summary: 'Plan a report, or change a plan.',
    access: 'seller',
    input: Wanted.extend({ ...command, planId: Id, expectedVersion: version }),
    output: PlanView,
    errors: [...changed, 'reports.notAllowed', 'reports.tooMany', 'reports.rhythmWrong'],
  }),
  removePlan: route(endpoints.insight.removePlan, {
    summary: 'Give a plan up; its files stay.',
    access: 'seller',
    input: z.object({ ...command, planId: Id, expectedVersion: version }),
    output: Done,
    errors: changed,
  }),
  makeNow: route(endpoints.insight.makeNow, {
    summary: 'Make a file of a plan here and now.',
    access: 'seller',
    input: z.object({ ...command, planId: Id }),
    output: z.object({ fileId: Id }),
    errors: ['reports.planUnknown', 'reports.notAllowed', 'command.idReused'],
  }),
  reportFiles: route(endpoints.insight.reportFiles, {
    summary: 'What my plans have made, newest first; it is kept for 60 days.',
    access: 'seller',
    input: PageQuery,
    output: pageOf(FileView),
    errors: [],
  }),
  reportFile: route(endpoints.insight.reportFile, {
    summary: 'A file of mine; whoever may no longer see the report gets none.',
    access: 'seller',
    input: z.object({ fileId: Id }),
    output: z.object({ fileName: z.string(), contentType: z.string(), content: z.base64() }),
    errors: ['reports.fileUnknown', 'reports.notAllowed'],
  }),
};
