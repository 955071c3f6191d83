export * from './after-sales';
export { loadPlaced } from './browse-service';
export type { PlacedFilter } from './browse-store';
export { orderBooks } from './check-books';
export { type BorrowsDecided, askLenders, borrowService, loadPurchasePrices } from './borrow-service';
export { loadPromotedFen, loadPromotedOrders, type PromotedFigures } from './promoted-store';
export { orderConsumers } from './consumers-service';
export type { DecidedLine, Decision } from './decision';
export { type Demand, demandOf, demandService, type FairShareInput } from './demand-service';
export {
  type AcceptLimit,
  type AuditPolicy,
  type Consequence,
  consequencesOf,
  everyRule,
  mayBeOverruled,
  type RuleTerms,
  termsOf,
} from './audit-policy';
export type { PutAuditPolicy } from './audit-policy-service';
export type { ChangedOrder, Outcome as PolicyOutcome, OutcomeCounts } from './policy-replay/model';
export type { PolicyReplay } from './policy-replay/replay-service';
export * from './delivery';
export { explainFinding, findingsForBuyer } from './explain-finding';
export type { DeskHold } from './holds-service';
export type { CloseScope } from './close-lines';
export type { EditPreview } from './edit-service';
export type { BackOrder, Claim, ClaimKind, ClaimState, OrderRevision, RevisionChange } from './fulfilment';
export {
  type GuideEntry,
  type Holiday,
  type ListKind,
  type OrderTemplate,
  type RecurringOrder,
  type RecurringRun,
  type Rhythm,
  templateLimit,
  templateLineLimit,
} from './lists';
export type { CheckedRow, RowError } from './lists-service';
export type { MissingLine, Offer, OfferedLine } from './offer-service';
export type { RecurringSummary } from './recurring-service';
export type {
  Basket,
  Finding,
  Hold,
  Order,
  OrderAction,
  OrderDetail,
  OrderEvent,
  OrderLine,
  OrderPart,
  OrderPartLine,
  OrderState,
  OrderSummary,
  PlaceInput,
  Rule,
  Shipment,
  ShipmentLine,
  Signature,
  SignMethod,
} from './model';
export type { LotDelivery } from './recall-store';
export { suggestAdd, type SuggestedAdd } from './suggest-add';
export { flashConsumer } from './flash-return-service';
export { flashService } from './flash-service';
export {
  type Cashier,
  type OrderPayments,
  type PayApp,
  type PayFor,
  paymentService,
  type PayWith,
  type RebateRoom,
  type Started,
  type StartInput,
  surplusConsumer,
} from './pay';
export { accrueRebates } from './rebate-accrual-service';
export type { OrderSteps } from './steps/model';
export { orderService } from './service';
export { orderTables } from './tables';
export { countHolds, type HoldCount } from './waiting-service';
export { loadDeliveries, type OrderDelivery } from './load-deliveries-service';
export { loadShipment, loadToldOrders, type ToldOrder } from './told-order-service';
export type { OrderDecided, OrderEdited, OrderPlaced, OrderShipped } from './events';
export * from './shipping-upload';
export { isAgeingLine } from './take-ageing';
export { balancesOf } from './balances';
export { claimsOf } from './claims';
export { composeHoldPosting, composeOrder, composeParts, composeLines } from './compose-order';
export { composeShipmentLines, shipLines } from './compose-shipment';
export { decideOrder } from './decide-order';
export { type Facts, noPromotions, type OrderRequest, type RequestLine } from './facts';
export { addOrderHistory, type OrderHistory } from './history-store';
export { everything, planShipment, promisedIn } from './plan-shipment';
export { countSigned, signLines } from './sign-lines';
export { afterShipping, afterSigning } from './states';
