import type { ProblemKind } from './problem-kind';

/** Refusals of lists and recurring orders. */
export const listsProblems: Readonly<Record<string, ProblemKind>> = {
  'lists.templateUnknown': { status: 404, title: '找不到该清单' },
  'lists.templateChanged': { status: 409, title: '常用单已被他人修改，请看过最新内容再保存' },
  'lists.templateInUse': { status: 409, title: '有周期订单在使用该清单，请先停用' },
  'lists.recurringUnknown': { status: 404, title: '找不到该周期订单' },
  'lists.tooMany': { status: 422, title: '数量已达上限，请先删除不用的' },
};
