import type { ProblemKind } from './problem-kind';

/** Refusals of imports and exports. */
export const exchangeProblems: Readonly<Record<string, ProblemKind>> = {};
