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
export { readRebateTerms } from './standing-service';
export type { RebateAccount, RebateAction, RebateEntry, RebateLot, RebateTerms } from './model';
