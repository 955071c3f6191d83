import type { NewRefund, NewTrade } from '../gateway';
import { fitBytes, fitCharacters } from './fit-text';
import { assertPositiveFen, assertRefundNo, assertTradeNo } from './number-rules';
import { toRfcTime } from './rfc-time';

/** What a trade is opened with, less what its channel adds. The same trade gives the same bytes again. */
export function tradeRequest(trade: NewTrade, appid: string) {
  assertTradeNo(trade.outTradeNo);
  assertPositiveFen(trade.amountFen);
  return {
    appid,
    description: fitCharacters(trade.description, 127) || trade.outTradeNo,
    out_trade_no: trade.outTradeNo,
    time_expire: toRfcTime(trade.expiresAt),
    notify_url: trade.notifyUrl,
    amount: { total: trade.amountFen, currency: 'CNY' },
  };
}

export function refundRequest(refund: NewRefund) {
  assertTradeNo(refund.outTradeNo);
  assertRefundNo(refund.outRefundNo);
  assertPositiveFen(refund.refundFen);
  assertPositiveFen(refund.totalFen);
  const reason = fitBytes(refund.reason, 80);
  return {
    out_trade_no: refund.outTradeNo,
    out_refund_no: refund.outRefundNo,
    ...(reason === '' ? {} : { reason }),
    notify_url: refund.notifyUrl,
    amount: { refund: refund.refundFen, total: refund.totalFen, currency: 'CNY' },
  };
}
