export {
  accruedBuyers,
  type DuePromotion,
  duePromotions,
  loadProgress,
  lockDuePromotion,
  type RebateProgress,
  runningLater,
  settlePromotion,
} from './accrual-service';
export {
  type ClaimOfDeal,
  type ClaimQuery,
  countDisplayClaims,
  dealOfClaim,
  decideDisplayClaim,
  type DecideDisplay,
  type HandInDisplay,
} from './claim-service';
export type {
  AdjustRebate,
  FreezeRebate,
  PutRebateTerms,
  RebateAccountQuery,
  RebateBalance,
  RebatePage,
  RebateQuery,
} from './desk-service';
export type { Signed, SignedGoods, Window as RebateWindow } from './entitle';
export { expireRebates, expireRebatesJob } from './expire-service';
export {
  captureRebate,
  fitRebate,
  holdRebate,
  loadRebates,
  rebateFree,
  rebateOfOrders,
  type RebatePart,
  releaseRebate,
  restoreRebate,
} from './ledger-service';
export type {
  DisplayClaim,
  DisplayClaimState,
  RebateAccount,
  RebateAction,
  RebateEntry,
  RebateLot,
  RebateSettlement,
  RebateTerms,
} from './model';
export { rebateService } from './service';
export { readRebateTerms } from './standing-service';
export type { RebateStatement } from './statement';
