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
export { againInMs, isOverdue, payWithinMs } from './ask-ladder';
export type { FundFlowBill, TradeBill } from './bills/model';
export { paymentBooks } from './check-books';
export type { PaymentPaid, RefundMoved } from './events';
export { type MarkedPaid, markPaid } from './mark-paid-service';
export type {
  BillToPay,
  HandOver,
  PayBy,
  Payment,
  PaymentPurpose,
  PaymentState,
  Refund,
  RefundStage,
} from './model';
export {
  addPayment,
  askJob,
  closePayment,
  enqueueAsk,
  keepHandOver,
  keepNotice,
  loadPayment,
  lockPayment,
  noteAsked,
  paymentsOfOrder,
  paymentsOfParty,
  refundableFen,
  refundsOfOrder,
  takeTurnToAsk,
} from './payment-service';
export { mayReturn, type PaymentReturn } from './payment-return';
export { addReturn, decideReturn, loadReturn, returnsOfSeller } from './payment-return-service';
export {
  askRefund,
  enqueueRefund,
  loadRefund,
  moveRefund,
  noteTried,
  refundJob,
  refundsOfSeller,
  refuseRefund,
  resolveRefund,
} from './refund-service';
export { countAwaitedReturns, countStuckMoney } from './stuck-service';
export type { PaidFacts } from './store';
export { paymentTables } from './tables';
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
export type { BillDay, BillDifference } from './bill-day';
export {
  compareDay,
  comparedDays,
  differencesOf,
  firstPaidAt,
  type DayBills,
  type FoundDifference,
  loadDifference,
  settleByHouse,
  settleByPerson,
} from './bill-day-service';
