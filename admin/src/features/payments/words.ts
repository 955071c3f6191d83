import type { StateWords } from '../../ui/state-tag';
import type { Difference, Payment, PaymentReturn, Refund } from './queries';

export const purposeWords: Record<Payment['purpose'], string> = {
  order: '订单货款',
  bills: '账单还款',
  topUp: '预存充值',
};

export const channelWords: Record<Payment['channel'], string> = {
  jsapi: '微信内支付',
  h5: '手机网页支付',
  native: '扫码支付',
};

export const stateWords: Record<Payment['state'], StateWords> = {
  open: { text: '支付中', color: 'gold' },
  paid: { text: '已支付', color: 'green' },
  closed: { text: '已关闭', color: 'default' },
  mismatched: { text: '金额不符', color: 'red' },
};

export const refundWords: Record<Refund['state'], StateWords> = {
  asked: { text: '待发送', color: 'gold' },
  processing: { text: '退款中', color: 'gold' },
  succeeded: { text: '已退款', color: 'green' },
  abnormal: { text: '退款异常', color: 'red' },
  closed: { text: '已线下退回', color: 'default' },
};

export const returnWords: Record<PaymentReturn['state'], StateWords> = {
  requested: { text: '待审批', color: 'gold' },
  approved: { text: '已同意', color: 'green' },
  rejected: { text: '已驳回', color: 'default' },
};

export const differenceWords: Record<Difference['state'], StateWords> = {
  open: { text: '待处理', color: 'red' },
  mended: { text: '自动更正', color: 'green' },
  resolved: { text: '已处理', color: 'default' },
};

/** Whether money of another amount than was asked still waits for somebody to give it back. */
export const isToGiveBack = ({ state, paidFen, refundingFen }: Payment) =>
  state === 'mismatched' && paidFen > refundingFen;

/** Whether finance may send it back: what came with an order goes back with the order. */
export const mayGoBack = ({ state, purpose, paidFen, refundingFen }: Payment) =>
  state === 'paid' && purpose !== 'order' && paidFen > refundingFen;
