import type { StateWords } from '../../ui/state-tag';
import type { Send, Upload } from './queries';

export const kindWords: Record<Send['kind'], string> = {
  orderApproved: '订单通过',
  orderRejected: '订单未通过',
  orderShipped: '订单发货',
  refunded: '退款到账',
  afterSalesDecided: '售后结果',
  saleStarting: '活动提醒',
  afterSalesAsked: '售后申请',
  refundStuck: '退款异常',
  webhookPaused: '推送暂停',
  reportMade: '报表生成',
};

export const sendWords: Record<Send['state'], StateWords> = {
  waiting: { text: '待发送', color: 'gold' },
  sending: { text: '发送中', color: 'gold' },
  sent: { text: '已发送', color: 'green' },
  unwanted: { text: '客户未订阅', color: 'default' },
  unknown: { text: '结果未知，不再重发', color: 'default' },
  failed: { text: '发送失败', color: 'red' },
};

const uploadWords: Record<Upload['state'], StateWords> = {
  waiting: { text: '待上传', color: 'gold' },
  sent: { text: '已上传', color: 'green' },
  failed: { text: '上传失败', color: 'red' },
  notNeeded: { text: '已退款，无需上传', color: 'default' },
};

/** How far WeChat was told; a part of the goods is not all of them. */
export const wordsOf = ({ state, isAllDelivered }: Pick<Upload, 'state' | 'isAllDelivered'>): StateWords =>
  state === 'sent' && !isAllDelivered ? { ...uploadWords.sent, text: '已上传部分' } : uploadWords[state];

export const logisticsWords: Record<Upload['logistics'], string> = { express: '快递', city: '同城配送' };

/** How far the money of a shipment is. */
export function moneyWords({ state, receivedAt, paidOutAt }: Upload): string {
  if (paidOutAt !== null) return '已结算';
  if (receivedAt !== null) return '已收货，待结算';
  return state === 'sent' ? '待客户收货' : '—';
}

/** What WeChat said, and what can be done about it. */
export const remarkOf = ({ advice, code }: Pick<Send, 'advice' | 'code'>) =>
  [advice, code && code !== 'silent' ? `（${code}）` : ''].join('') || '—';
