import type { ProblemKind } from './problem-kind';

/** Refusals of figures. */
export const insightProblems: Readonly<Record<string, ProblemKind>> = {
  'insight.periodUnfit': { status: 422, title: '请选择不超过一年的时间段，结束日期不早于开始日期' },
  'insight.notYours': { status: 403, title: '只有总部可以查看渠道销售' },
  'reports.planUnknown': { status: 404, title: '该定时导出不存在或已删除' },
  'reports.fileUnknown': { status: 404, title: '该文件不存在或已过期' },
  'reports.versionChanged': { status: 409, title: '该定时导出已被修改，请刷新后重试' },
  'reports.notAllowed': { status: 403, title: '您没有查看该报表的权限' },
  'reports.tooMany': { status: 422, title: '定时导出数量已达上限，请先删除不用的' },
  'reports.rhythmWrong': { status: 422, title: '每周请选周几，每月请选 1 至 28 日' },
};
