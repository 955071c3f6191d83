import type { ProblemKind } from './problem-kind';

/** Refusals of messages, and of what WeChat is told of shipments. */
export const messageProblems: Readonly<Record<string, ProblemKind>> = {
  'messages.unknown': { status: 404, title: '找不到该消息' },
  'messages.notOffered': { status: 422, title: '尚未开通微信订阅消息' },
  'messages.templateUnknown': { status: 422, title: '没有该订阅消息，请刷新后重试' },
  'messages.wechatCode': { status: 422, title: '微信登录已失效，请重试' },
  'messages.wechatSilent': { status: 503, title: '微信暂无响应，请稍后重试' },
  'messages.saleUnknown': { status: 404, title: '找不到该活动' },
  'messages.saleStarted': { status: 409, title: '活动已开始，无需提醒' },
  'messages.sendUnknown': { status: 404, title: '找不到该条发送记录' },
  'messages.sendNotFailed': { status: 409, title: '该消息不是发送失败状态' },
  'shipping.uploadUnknown': { status: 404, title: '找不到该条发货信息' },
  'shipping.uploadNotFailed': { status: 409, title: '该发货信息不是上传失败状态' },
  'shipping.notOffered': { status: 422, title: '尚未接入微信发货信息' },
};
