import type { ProblemKind } from './problem-kind';

/** Refusals of stock. */
export const stockProblems: Readonly<Record<string, ProblemKind>> = {
  'stock.warehouseUnknown': { status: 404, title: '找不到该仓库' },
  'stock.dateInFuture': { status: 422, title: '生产日期不能晚于今天' },
  'stock.lotDiffers': { status: 409, title: '该批号已登记，生产日期不一致' },
};
