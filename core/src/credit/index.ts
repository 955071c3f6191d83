export {
  type AccountStatement,
  addAccounts,
  loadAccounts,
  type Posting,
  postCredit,
} from './accounts-service';
export type { Ageing } from './ageing';
export {
  assessCredit,
  availableFen,
  type CreditAssessment,
  type CreditFacts,
  type CreditQuestion,
  exposureFen,
  mayShip,
  type ShipAnswer,
  type ShipQuestion,
} from './assess-credit';
export {
  bookReceipt,
  countOverdue,
  issueBill,
  loadBilledFen,
  loadOpenBillsOfOrder,
  type NewBill,
  type NewReceipt,
} from './bills-service';
export { creditBooks } from './check-books';
export { climbLadder, ladderJob } from './climb-ladder-service';
export { countCreditRequests } from './waiting-service';
export type { Deposit, DepositAction, DepositEntry, DepositKind } from './deposit';
export {
  capturePrepaid,
  type DepositInput,
  holdPrepaid,
  payFromPrepaid,
  type PrepaidPart,
  releasePrepaid,
  topUpPrepaid,
} from './deposits-service';
export { type Forbidden, forbiddenBy, type LadderPolicy } from './ladder';
export { type LadderStep, ladderSteps } from './ladder-step';
export {
  giveBackReleases,
  type LadderInput,
  type NewReleaseUse,
  type ReleaseInput,
  useReleases,
} from './ladder-service';
export { type CreditWanted, loadCredit } from './load-credit-service';
export { accountKey } from './model';
export type {
  Bill,
  Buckets,
  CreditAccount,
  CreditEntry,
  OpenBill,
  OpenedAccount,
  Overdue,
  Receipt as CreditReceipt,
  ReceiptKind,
} from './model';
export { fitPrepaid, payBillFromPrepaid } from './prepaid-service';
export { loadReceivables, type ReceivableFigures } from './receivables-store';
export { openCashAccount } from './open-account-service';
export {
  freePrepaidFen,
  giveUpBillPayment,
  giveUpTopUp,
  heldOfBillPayment,
  type PaymentGivenUp,
} from './return-payment-service';
export {
  type BillPayments,
  billsToPay,
  bookBillPayments,
  moneyOfOrders,
  type OrderMoney,
  payOrder,
  type PayOut,
  payOut,
  waitingForOrder,
} from './order-money-service';
export type { PayToFree } from './pay-to-free';
export type { Release as CreditRelease, ReleaseUse as CreditReleaseUse } from './release';
export { creditService } from './service';
export type { LimitChange, Reminder, StepChange } from './standing';
export type { Statement, StatementLine, StatementPaper } from './statement';
export { creditTables } from './tables';
export type { TemporaryLimit } from './temporary-limit';
export type { Terms, TermsAnswer, TermsKind, TermsVersion } from './terms';
export { plainTerms } from './terms';
export { type LimitRow, type Upserted, upsertLimits } from './upsert-limits-service';
export type { WriteOffOfBill } from './write-off';
export { accountPage } from './export-store';
export { applyReceipt } from './apply-receipt';
export { addCreditHistory } from './history-store';
export { countsFrom, dueOn } from './terms';
export type { Application as BillApplication } from './model';
