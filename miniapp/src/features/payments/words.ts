import type { Tone } from '@/ui/tag';
import type { Payment, Refund } from './model';

interface Words {
  readonly text: string;
  readonly tone: Tone;
}

export const purposeWords: Record<Payment['purpose'], string> = {
  order: '订单货款',
  bills: '账单还款',
  topUp: '预存充值',
};

export const channelWords: Record<Payment['channel'], string> = {
  jsapi: '微信支付',
  h5: '微信支付（手机网页）',
  native: '微信扫码',
};

/** How a payment stands, what went back of it included. */
export function paymentWords(
  payment: Pick<Payment, 'state' | 'paidFen' | 'refundingFen' | 'refundedFen'>,
): Words {
  const { state, paidFen, refundingFen, refundedFen } = payment;
  if (state === 'open') return { text: '支付中', tone: 'warn' };
  if (state === 'closed') return { text: '已关闭', tone: 'quiet' };
  if (refundedFen > 0 && refundedFen >= paidFen) return { text: '已退款', tone: 'quiet' };
  if (refundingFen > refundedFen) return { text: '退款中', tone: 'warn' };
  if (state === 'mismatched') return { text: '金额不符', tone: 'danger' };
  return refundedFen > 0 ? { text: '部分退款', tone: 'brand' } : { text: '已支付', tone: 'success' };
}

export const refundWords: Record<Refund['state'], Words> = {
  asked: { text: '退款中', tone: 'warn' },
  processing: { text: '退款中', tone: 'warn' },
  succeeded: { text: '已退款', tone: 'success' },
  abnormal: { text: '退款异常', tone: 'danger' },
  closed: { text: '已线下退回', tone: 'quiet' },
};
