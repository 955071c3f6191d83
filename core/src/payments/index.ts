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
export { wechatGateway, type WechatGatewayOptions } from './wechat/gateway';
