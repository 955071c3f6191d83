import type { ProblemKind } from './problem-kind';

/** Refusals of delivery charges. */
export const deliveryProblems: Readonly<Record<string, ProblemKind>> = {
  'delivery.termsStale': { status: 409, title: '运费规则刚被他人修改，请刷新后重试' },
  'delivery.rulesInvalid': { status: 422, title: '运费规则不完整，或同一范围写了两条' },
};
