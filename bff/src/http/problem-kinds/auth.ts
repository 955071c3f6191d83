import type { ProblemKind } from './problem-kind';

/** Refusals of signing in. */
export const authProblems: Readonly<Record<string, ProblemKind>> = {
  // Not 401: a screen takes a 401 as the end of the session, and this one may be alive.
  'auth.wrong': { status: 422, title: '用户名或密码不正确' },
  'auth.locked': { status: 423, title: '密码错误次数过多，请 15 分钟后再试' },
  'auth.suspended': { status: 403, title: '账号已停用，请联系管理员' },
  'auth.loginNameTaken': { status: 409, title: '登录名已被使用，请换一个' },
  'auth.passwordSame': { status: 422, title: '新密码不能与原密码相同' },
  'auth.sessionUnknown': { status: 404, title: '找不到该登录设备' },
};
