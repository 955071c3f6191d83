import type { ProblemKind } from './problem-kind';

/** Refusals of credit. */
export const creditProblems: Readonly<Record<string, ProblemKind>> = {
  'credit.accountUnknown': { status: 404, title: '找不到该信用账户' },
  'credit.billUnknown': { status: 404, title: '找不到该账单' },
};
