import type { ProblemKind } from './problem-kind';

/** Refusals of who looks after jobs and events. */
export const workProblems: Readonly<Record<string, ProblemKind>> = {
  'work.jobUnknown': { status: 404, title: '找不到该任务，可能已完成并被清理' },
  'work.eventUnknown': { status: 404, title: '找不到该事件，可能已送达并被清理' },
  'work.notDead': { status: 409, title: '它已不在停止状态，可能有人刚刚重试过' },
};
