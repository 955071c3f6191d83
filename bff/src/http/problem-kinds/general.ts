import type { ProblemKind } from './problem-kind';

/** Refusals any route may give. */
export const generalProblems = {
  'request.invalid': { status: 400, title: '提交的内容有误，请检查后再试' },
  'request.malformed': { status: 400, title: '请求内容无法识别' },
  'request.cursorUnknown': { status: 400, title: '翻页标记无效，请回到第一页' },
  'request.notJson': { status: 415, title: '请求内容必须是 JSON' },
  'request.tooLarge': { status: 413, title: '提交的内容过大' },
  'request.tooSlow': { status: 408, title: '请求超时，请重试' },
  'request.headersTooLarge': { status: 431, title: '请求头过大' },
  'auth.required': { status: 401, title: '请先登录' },
  'auth.expired': { status: 401, title: '登录已失效，请重新登录' },
  'auth.passwordMustChange': { status: 403, title: '首次登录请先修改密码' },
  'access.denied': { status: 403, title: '您没有权限执行此操作' },
  'access.outOfScope': { status: 403, title: '该密钥的权限范围不包含此操作' },
  'access.addressDenied': { status: 403, title: '该密钥不能从这个网络地址使用' },
  'route.unknown': { status: 404, title: '您访问的内容不存在' },
  'method.notAllowed': { status: 405, title: '不支持这种请求方式' },
  'rate.limited': { status: 429, title: '操作过于频繁，请稍后再试' },
  'server.busy': { status: 503, title: '系统繁忙，请稍后再试' },
  'server.notReady': { status: 503, title: '服务尚未就绪' },
  'server.broken': { status: 500, title: '系统开了小差，请稍后再试' },
} as const satisfies Record<string, ProblemKind>;
