import type { ProblemKind } from './problem-kind';

/** Refusals of the pool. */
export const poolProblems: Readonly<Record<string, ProblemKind>> = {
  'pool.partyUnknown': { status: 404, title: '找不到该合作方' },
  'pool.agreementUnknown': { status: 404, title: '找不到该共享协议' },
  'pool.borrowUnknown': { status: 404, title: '找不到该借货单' },
  'pool.policyUnknown': { status: 404, title: '找不到该缺货处理规则' },
  'pool.termsUnknown': { status: 404, title: '找不到该分货规则' },
  'pool.stateForbids': { status: 409, title: '当前状态不允许此操作' },
  'pool.nothingToBorrow': { status: 409, title: '共享库存中没有可借的货' },
};
