import type { ProblemKind } from './problem-kind';

/** Refusals of keys and webhooks. */
export const openApiProblems: Readonly<Record<string, ProblemKind>> = {
  'openApi.scopeUnfit': { status: 422, title: '所选权限范围不适用于本单位' },
  'openApi.networkWrong': { status: 422, title: '请填写正确的网络地址或网段' },
  'openApi.expiryOver': { status: 422, title: '到期时间已过' },
  'openApi.tooManyKeys': { status: 422, title: '有效的密钥最多 20 个，请先吊销一些' },
  'openApi.keyUnknown': { status: 404, title: '找不到该密钥' },
  'openApi.keyRevoked': { status: 409, title: '该密钥已被吊销' },
  'openApi.webhookUnknown': { status: 404, title: '找不到该推送地址' },
  'openApi.versionChanged': { status: 409, title: '推送设置已被他人修改，请刷新后重试' },
  'openApi.urlWrong': { status: 422, title: '请填写完整的推送地址，且不要带用户名和密码' },
  'openApi.urlNotHttps': { status: 422, title: '推送地址须使用 HTTPS' },
  'openApi.addressForbidden': { status: 422, title: '不能推送到内网或保留的地址' },
  'openApi.tooManyWebhooks': { status: 422, title: '推送地址最多 10 个，请先删除一些' },
  'openApi.webhookPaused': { status: 409, title: '推送已暂停，请先恢复' },
  'openApi.deliveryUnknown': { status: 404, title: '找不到该推送记录' },
  'openApi.deliveryWaits': { status: 409, title: '该推送正在等待发送' },
};
