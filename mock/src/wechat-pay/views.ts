import { wechatTime } from '../clock';
import type { Order, Refund } from './model';

const stateWords: Readonly<Record<Order['state'], string>> = {
  NOTPAY: '订单未支付',
  SUCCESS: '支付成功',
  REFUND: '订单发生过退款',
  CLOSED: '订单已关闭',
};

/** An order as a query answers it; what is not yet known is left out, as WeChat does. */
export function viewOrder(order: Order) {
  return {
    amount: {
      currency: 'CNY',
      total: order.totalFen,
      ...(order.paidAt !== null && { payer_currency: 'CNY', payer_total: order.totalFen }),
    },
    appid: order.appid,
    ...(order.attach !== null && { attach: order.attach }),
    ...(order.paidAt !== null && { bank_type: 'OTHERS' }),
    mchid: order.mchid,
    out_trade_no: order.outTradeNo,
    payer: { ...(order.payerOpenid !== null && { openid: order.payerOpenid }) },
    promotion_detail: [],
    ...(order.paidAt !== null && { success_time: wechatTime(order.paidAt) }),
    trade_state: order.state,
    trade_state_desc: stateWords[order.state],
    trade_type: order.tradeType,
    ...(order.transactionId !== null && { transaction_id: order.transactionId }),
  };
}

/** What a payment callback carries: always the success, whatever came after it. */
export const viewPayment = (order: Order) => ({
  ...viewOrder(order),
  trade_state: 'SUCCESS',
  trade_state_desc: stateWords.SUCCESS,
});

const account = '用户零钱';

/** A refund as the API answers it. */
export const viewRefund = (refund: Refund) => ({
  refund_id: refund.refundId,
  out_refund_no: refund.outRefundNo,
  transaction_id: refund.transactionId,
  out_trade_no: refund.outTradeNo,
  channel: 'ORIGINAL',
  user_received_account: account,
  ...(refund.succeededAt !== null && { success_time: wechatTime(refund.succeededAt) }),
  create_time: wechatTime(refund.createdAt),
  status: refund.status,
  funds_account: 'AVAILABLE',
  amount: {
    total: refund.totalFen,
    refund: refund.refundFen,
    from: [],
    payer_total: refund.totalFen,
    payer_refund: refund.refundFen,
    settlement_total: refund.totalFen,
    settlement_refund: refund.refundFen,
    discount_refund: 0,
    currency: 'CNY',
    refund_fee: refund.feeBackFen,
  },
  promotion_detail: [],
});

/** What a refund callback carries; its status has another name there. */
export const viewRefundNotice = (refund: Refund) => ({
  mchid: refund.mchid,
  out_trade_no: refund.outTradeNo,
  transaction_id: refund.transactionId,
  out_refund_no: refund.outRefundNo,
  refund_id: refund.refundId,
  refund_status: refund.status,
  ...(refund.succeededAt !== null && { success_time: wechatTime(refund.succeededAt) }),
  user_received_account: account,
  amount: {
    total: refund.totalFen,
    refund: refund.refundFen,
    payer_total: refund.totalFen,
    payer_refund: refund.refundFen,
  },
});
