import type { ProblemKind } from './problem-kind';

/** Refusals of the audit log. */
export const auditLogProblems: Readonly<Record<string, ProblemKind>> = {
  'auditLog.unknown': { status: 404, title: '找不到该条操作记录' },
};
