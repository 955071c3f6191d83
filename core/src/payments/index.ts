export type {
  ClientParams,
  CreatedTrade,
  Merchant,
  NewRefund,
  NewTrade,
  Notice,
  Outcome,
  PayChannel,
  PaymentGateway,
  RefundState,
  TradeState,
} from './gateway';
export type { FundFlowBill, TradeBill } from './bills/model';
export type {
  Difference,
  FundFlowDifference,
  OurBook,
  OurPayment,
  OurRefund,
  Remedy,
  Severity,
} from './bills/difference';
export { checkFundFlowSums } from './bills/check-sums';
export { reconcile } from './bills/reconcile';
export { wechatGateway, type WechatGatewayOptions } from './wechat/gateway';
