import { wechatTime } from '../clock';
import { seal } from '../crypto/seal';
import type { Merchant } from '../keys';
import type { Notice, Order, Refund } from './model';
import { makeNoticeId } from './numbers';
import { viewPayment, viewRefundNotice } from './views';

interface Content {
  readonly eventType: string;
  readonly summary: string;
  readonly originalType: 'transaction' | 'refund';
  readonly plaintext: object;
}

function noticeOf(merchant: Merchant, outTradeNo: string, url: string, content: Content, at: number): Notice {
  const id = makeNoticeId();
  const body = JSON.stringify({
    id,
    create_time: wechatTime(at),
    resource_type: 'encrypt-resource',
    event_type: content.eventType,
    summary: content.summary,
    resource: {
      original_type: content.originalType,
      ...seal(JSON.stringify(content.plaintext), content.originalType, merchant.apiV3Key),
    },
  });
  return {
    id,
    mchid: merchant.mchid,
    eventType: content.eventType,
    outTradeNo,
    url,
    body,
    createdAt: at,
    state: 'waiting',
    nextAt: at,
    failures: 0,
    held: null,
    attempts: [],
  };
}

/** The callback of a payment; only success is ever told. */
export const noticeOfPayment = (merchant: Merchant, order: Order, at: number): Notice =>
  noticeOf(
    merchant,
    order.outTradeNo,
    order.notifyUrl,
    {
      eventType: 'TRANSACTION.SUCCESS',
      summary: '支付成功',
      originalType: 'transaction',
      plaintext: viewPayment(order),
    },
    at,
  );

const refundWords = { SUCCESS: '退款成功', ABNORMAL: '退款异常', CLOSED: '退款关闭' };

/** The callback of a refund that came to an end. */
export const noticeOfRefund = (
  merchant: Merchant,
  refund: Refund,
  url: string,
  outcome: keyof typeof refundWords,
  at: number,
): Notice =>
  noticeOf(
    merchant,
    refund.outTradeNo,
    url,
    {
      eventType: `REFUND.${outcome}`,
      summary: refundWords[outcome],
      originalType: 'refund',
      plaintext: viewRefundNotice(refund),
    },
    at,
  );
