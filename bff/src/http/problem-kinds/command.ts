import type { ProblemKind } from './problem-kind';

/** Refusals of commands. */
export const commandProblems: Readonly<Record<string, ProblemKind>> = {
  'command.idReused': { status: 409, title: '该请求编号已用于其他内容' },
};
