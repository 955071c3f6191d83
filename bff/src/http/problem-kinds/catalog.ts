import type { ProblemKind } from './problem-kind';

/** Refusals of the catalogue. */
export const catalogProblems: Readonly<Record<string, ProblemKind>> = {
  'catalog.skuUnknown': { status: 404, title: '找不到该商品' },
};
