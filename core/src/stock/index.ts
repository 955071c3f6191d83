export { allocate, allocateAgeing, byExpiry } from './allocate';
export { stockBooks } from './check-books';
export { ageingPriceE4, markdownBp, remainingBp, usualMarkdowns } from './ageing-price';
export type {
  AgeingLot,
  AgeingOffer,
  Allocation,
  KeepBack,
  Lot,
  MarkdownBand,
  Movement,
  Pick,
  Quality,
  Reservation,
  StockDay,
  Want,
  Warehouse,
} from './model';
export {
  commitBackOrders,
  type Delivered,
  type LiveStock,
  loadLiveStock,
  loadStock,
  rememberDelivered,
  type StockWanted,
  useQuotas,
} from './facts-service';
export { availableToPromise, promisedOn, promiseTimeline } from './available-to-promise';
export { expiryLevel, nearExpiryDays } from './expiry-level';
export type { AlertAction, AlertLevel, AlertState, ExpiryAlert, ExpiryLevel } from './expiry-model';
export { countExpiryAlerts, expiryJob, releaseSoftJob, scanExpiry } from './expiry-service';
export type { AlertCount } from './expiry-store';
export {
  type HandlingFigures,
  loadHandling,
  loadShelfTotal,
  loadShelves,
  type ShelfFigures,
} from './figures-store';
export { loadLosses, type LossFigures, loadSlowStock, type LossRow, type SlowStock } from './loss-store';
export type { CheckedLine } from './count-lines';
export type { SheetDetail } from './count-service';
export type { CountSheet, StockOperation, Transfer, TransferLine } from './operation-model';
export type { Recall, RecallStep } from './recall-model';
export { type RecallHoldings, recallHoldings } from './recall-service';
export { releaseSoftly, reserveSoftly, softMinutes } from './soft-reservation-service';
export {
  freeSetAside,
  loadSetAside,
  passOnSetAside,
  passBackToSetAside,
  type SetAside,
  setAsideGoods,
} from './set-aside-service';
export type { AgeingGoods, Shelf } from './show-shelf';
export type { StockSummary } from './summarise-stock';
export type { TransferDetail } from './transfer-service';
export type {
  Buffer,
  ChannelQuota,
  Commitment,
  Inbound,
  LifeRule,
  QuotaUse,
  SoftReservation,
} from './policy-model';
export { takeOut } from './move-service';
export { qualitiesAfter } from './quality-moves';
export type { LevelHeap } from './level-service';
export { type Arrival, type Movers, takeInMany } from './receive-service';
export { deliveryDays, lastsUntil, lifeAsked, neededDays } from './required-life';
export { type StockBalances, stockBalancesOf } from './stock-balances';
export { deliveredKey, noStockFacts, type StockFacts, type StockTerms } from './stock-facts';
export { type FullWant, type StockQuestion, wantOf } from './want-of';
export {
  addWarehouses,
  issueLots,
  loadFreeLots,
  loadLots,
  loadOwnLots,
  loadReservations,
  loadWarehouses,
  recordDay,
  recordDayJob,
  releaseOrders,
  releasePart,
  reserveLots,
  reserveMore,
  stockService,
} from './service';
export type { Release } from './store';
export { readBorrowers, readStockBook, type StockBook, type StockTrade } from './standing-service';
export { stockTables } from './tables';
export type {
  AgreementState,
  BorrowRequest,
  BorrowSettlement,
  ContractWarehouse,
  Loan,
  NewWarehouse,
  QuotaPeriod,
  SharingAgreement,
  TransferPrice,
} from './pool-model';
export {
  askToBorrow,
  borrowedKey,
  hearAnswer,
  loadBorrow,
  loadBorrowed,
  type NewBorrow,
  takeBackBorrows,
  takeInBorrowed,
} from './borrow-service';
export { answerBorrow, lendOut, loadLoan, releaseLoan, settleLoan } from './borrow-lend-service';
export type { BorrowAnswered, BorrowLent, BorrowReleased, BorrowRequested } from './borrow-events';
export { plainWarehouse } from './pool-model';
export { poolService, type PoolQuery } from './pool-service';
export type { PoolStock } from './pool-stock';
export { demandKey, type FairSharePlan, type LineDemand, runFairShare } from './share-fairly-service';
export { type Share, type ShareDemand, shareFairly } from './share-fairly';
export {
  type AgreementInput,
  type AgreementSeen,
  loadSharing,
  type SharingFacts,
  sharingOf,
} from './sharing-service';
export type { SellerShareTerms, ShareTerms } from './share-terms';
export { loadShareTerms } from './share-terms-service';
export { alertKeptDays, purgeStock, purgeStockJob, quotaKeptDays } from './purge-service';
export { agreementsFor, periodStart, transferPriceE4 } from './sharing-terms';
export {
  applyShortage,
  defaultShortageTerms,
  everyOne,
  policyFor,
  type ShortageKind,
  type ShortageOutcome,
  type ShortagePolicy,
  type ShortageRest,
  type ShortageTerms,
  type ShortLine,
  type SubstituteOffer,
} from './shortage-policy';
export {
  type BorrowProposal,
  type Sharing,
  type SourcedLine,
  sourceOrder,
  type SourceQuestion,
  type SourceWant,
  type Sourcing,
  type WarehousePick,
} from './source-order';
export type { SourcingRule } from './source-plan';
export { lotsInOrder, lotsNumbered } from './export-store';
export { type OnHandFault, onHandKey, type OnHandRow } from './plan-on-hand';
export { setOnHand } from './set-on-hand-service';
export { addStockHistory, type StockHistory } from './history-store';
