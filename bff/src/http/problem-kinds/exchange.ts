import type { ProblemKind } from './problem-kind';

/** Refusals of imports and exports. */
export const exchangeProblems: Readonly<Record<string, ProblemKind>> = {
  'exchange.importUnknown': { status: 404, title: '找不到该导入任务' },
  'exchange.partUnknown': { status: 422, title: '文件分片编号超出范围' },
  'exchange.stateForbids': { status: 409, title: '该导入任务当前状态不允许此操作' },
  'exchange.nothingGood': { status: 422, title: '没有可以导入的行，请先修正错误' },
  'exchange.tooManyOpen': { status: 409, title: '未完成的导入任务过多，请先完成或取消' },
  'exchange.fileUnreadable': { status: 422, title: '文件无法读取，请另存为 XLSX 或 CSV 后重试' },
  'exchange.tooManyRows': { status: 422, title: '表格行数过多，请分成几个文件' },
  'exchange.fileTooLarge': { status: 422, title: '文件过大，请只保留要订的行' },
};
