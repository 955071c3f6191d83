import type { ProblemKind } from './problem-kind';

/** Refusals of figures. */
export const insightProblems: Readonly<Record<string, ProblemKind>> = {
  'insight.periodUnfit': { status: 422, title: '请选择不超过一年的时间段，结束日期不早于开始日期' },
  'insight.notYours': { status: 403, title: '只有总部可以查看渠道销售' },
};
