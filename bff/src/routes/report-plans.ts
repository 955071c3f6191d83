import type { Core, ReportPlan } from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import { problemKindOf } from '../http/problem-table';

/** Reports that come by themselves, beside those that are asked for. */
export type PlanHandlers = Pick<
  HandlersOf<'insight'>,
  'plans' | 'putPlan' | 'removePlan' | 'makeNow' | 'reportFiles' | 'reportFile'
>;

const contentTypes = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const viewPlan = ({ id, version, nextAt, ...plan }: ReportPlan) => ({
  planId: id,
  version,
  name: plan.name,
  report: plan.report,
  side: plan.side,
  span: plan.span,
  rhythm: plan.rhythm,
  onDay: plan.onDay,
  hour: plan.hour,
  format: plan.format,
  isPaused: plan.isPaused,
  nextAt: new Date(nextAt).toISOString(),
});

export const reportPlanHandlers = ({ insight }: Core): PlanHandlers => ({
  plans: async (_, caller) => ({ items: (await insight.plans(caller)).map(viewPlan) }),
  putPlan: async (input, caller) => viewPlan(await insight.putPlan(caller, input)),
  removePlan: (input, caller) => insight.removePlan(caller, input),
  makeNow: (input, caller) => insight.makeNow(caller, input),
  reportFiles: async (query, caller) => {
    const { items, nextCursor } = await insight.reportFiles(caller, query);
    return {
      items: items.map((file) => ({
        fileId: file.id,
        planId: file.planId,
        name: file.name,
        report: file.report,
        from: file.fromOn,
        to: file.toOn,
        format: file.format,
        rowCount: file.rowCount,
        problem: file.problem === '' ? '' : (problemKindOf(file.problem)?.title ?? file.problem),
        madeAt: new Date(file.madeAt).toISOString(),
      })),
      nextCursor,
    };
  },
  reportFile: async ({ fileId }, caller) => {
    const { name, fromOn, toOn, format, content } = await insight.reportFile(caller, fileId);
    return {
      fileName: `${name} ${fromOn}${fromOn === toOn ? '' : ` 至 ${toOn}`}.${format}`,
      contentType: contentTypes[format],
      content,
    };
  },
});
