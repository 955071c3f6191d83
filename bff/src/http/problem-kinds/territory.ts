import type { ProblemKind } from './problem-kind';

/** Refusals of territory. */
export const territoryProblems: Readonly<Record<string, ProblemKind>> = {};
