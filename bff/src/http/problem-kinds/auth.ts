import type { ProblemKind } from './problem-kind';

/** Refusals of signing in. */
export const authProblems: Readonly<Record<string, ProblemKind>> = {
  // Not 401: a screen takes a 401 as the end of the session, and this one may be alive.
  'auth.wrong': { status: 422, title: '用户名或密码不正确' },
  'auth.locked': { status: 423, title: '密码错误次数过多，请 15 分钟后再试' },
  'auth.suspended': { status: 403, title: '账号已停用，请联系管理员' },
  'auth.loginNameTaken': { status: 409, title: '登录名已被使用，请换一个' },
  'auth.passwordSame': { status: 422, title: '新密码不能与原密码相同' },
  'auth.wechatOff': { status: 409, title: '暂未开通微信登录' },
  'auth.wechatCode': { status: 422, title: '微信登录凭证已失效，请重试' },
  'auth.wechatRisky': { status: 403, title: '微信提示该账号存在风险，请改用密码登录' },
  'auth.wechatSnapshot': { status: 422, title: '当前为微信预览身份，请点击页面右下角的使用完整服务后再登录' },
  'auth.wechatSilent': { status: 503, title: '微信暂时没有响应，请稍后重试' },
  'auth.ticketGone': { status: 410, title: '绑定已超时，请重新点击微信登录' },
  'auth.phoneUnknown': {
    status: 422,
    title: '该手机号还不是登录手机，请用登录名和密码绑定，或请供货商核实手机号',
  },
  'auth.phoneNone': { status: 409, title: '还没有登录手机，请用密码确认' },
  'auth.phoneTaken': { status: 409, title: '该手机号已是其他账号的登录手机，请先在原账号更换' },
  'auth.phoneNotOwners': {
    status: 409,
    title: '无法核实，联系电话须为手机号，负责人须唯一且尚未自行验证手机',
  },
  'auth.wechatState': { status: 422, title: '绑定请求不是由当前登录发起的，请重新点击绑定微信' },
  'auth.bindingUnknown': { status: 404, title: '找不到该微信绑定，可能已经解除' },
  'auth.wechatTaken': { status: 409, title: '该微信已绑定其他账号，请先在原账号解除绑定' },
  'auth.wechatNotBound': { status: 409, title: '当前没有绑定微信' },
  'auth.rebindingUnknown': { status: 404, title: '找不到该换绑申请' },
  'auth.rebindingClosed': { status: 409, title: '该换绑申请已处理' },
  'auth.smsOff': { status: 409, title: '暂未开通短信登录' },
  'auth.codeTooSoon': { status: 429, title: '验证码每分钟只能发送一次，请稍后再试' },
  'auth.codeTooMany': { status: 429, title: '验证码发送次数过多，请改日再试或用密码登录' },
  'auth.codeWrong': { status: 422, title: '验证码不正确或已失效' },
  'auth.sessionUnknown': { status: 404, title: '找不到该登录设备' },
};
