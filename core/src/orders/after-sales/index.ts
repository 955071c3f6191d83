import type { Platform } from '../../platform';
import { moneyBackTable } from '../give-money-back-tables';
import { browseService } from './browse-service';
import { payInsteadService } from './pay-instead-service';
import { policyService } from './policy-service';
import { receiveService } from './receive-service';
import { requestService } from './request-service';
import { reviewService } from './review-service';
import { afterSalesTables as ownTables } from './tables';

/** 售后: what buyers ask after they signed, the seller's desk and warehouse, and what is given back. */
export const afterSalesService = (platform: Platform) => ({
  ...browseService(platform),
  ...policyService(platform),
  ...requestService(platform),
  ...reviewService(platform),
  ...receiveService(platform),
  ...payInsteadService(platform),
});

export const afterSalesTables = [...ownTables, moneyBackTable];
export type { AfterSalesAction } from './allowed-actions';
export type { Granted } from './approve-lines';
export type { AfterSalesDetail, AfterSalesQuery, AfterSalesSummary } from './browse-service';
export { afterSalesBooks } from './check-books';
export { afterSalesConsumers } from './consumers-service';
export {
  loadReturnedGoods,
  loadReturns,
  loadSuspicions,
  type ReturnFigures,
  type ReturnedGoods,
} from './figures-store';
export type { AfterSalesFinding, AfterSalesRule } from './finding';
export { explainAfterSales } from './explain-finding';
export type { AfterSalesClosed, AfterSalesReceived, AfterSalesTold, DiversionSuspected } from './events';
export {
  type AfterSales,
  type AfterSalesKind,
  afterSalesKinds,
  type AfterSalesLine,
  type AfterSalesReason,
  afterSalesReasons,
  type AfterSalesState,
  type AfterSalesStep,
  type AfterSalesStepKind,
  type AskedBack,
} from './model';
export type { Outcome as ReceiptOutcome } from './plan-receipt';
export type { AfterSalesPolicy, AfterSalesTerms } from './policy';
export type { PutPolicyInput } from './policy-service';
export { type AfterSalesCount, countAfterSales } from './waiting-service';
export { isReplacementOrder } from './replacement';
export type { ReceiveInput } from './receive-service';
export type { AskedLine, Asked, AskInput } from './request-service';
export type { ApproveInput, RefuseInput } from './review-service';
export type { Money as AfterSalesMoney } from './settle-money';
export { afterSalesStates } from './states';
