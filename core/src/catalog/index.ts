export type {
  Brand,
  Category,
  PackVersion,
  Sku,
  SkuBarcode,
  Substitute,
  TemperatureZone,
  Unit,
} from './model';
export type {
  BreakMode,
  BuyerScope,
  CustomerGroup,
  ListedPrice,
  PriceBreak,
  PriceLadder,
  PriceList,
  PriceListKind,
  PriceListLine,
  UnitPrice,
} from './price-model';
export type { OrderingRule, RuleScope } from './rule-model';
export { checkFloor, type FloorQuestion } from './check-floor';
export type { PriceFinding } from './change-prices';
export type { PriceLineDraft, PriceLineFault } from './check-price-line';
export { checkQuantity, type QuantityCheck, type QuantityFault, type QuantityLimits } from './check-quantity';
export type { SkuDraft, SkuFault } from './check-sku';
export { choosePrice, priceKey, type NotFor, type PriceBuyer } from './choose-price';
export type { PutCustomerGroup, PutPriceLines, PutPriceList } from './edit-prices-service';
export type { ListAnswer, PriceExplanation } from './explain-price';
export { expiresOn } from './expires-on';
export { ownPriceLists, priceLinesOf, pricePage, skuPage } from './export-store';
export { type Inversion, type Stage, stages } from './find-inversions';
export {
  loadBrandNames,
  loadCategoryNames,
  loadLongestStopSaleDays,
  loadSkus,
  type SkuQuery,
  type SoldTo,
} from './goods-service';
export { loadGroups, loadGroupsOf } from './load-groups-service';
export type { LadderReport } from './ladder-service';
export {
  limitsFor,
  type Limits,
  type LimitSource,
  type LimitsQuestion,
  type OrderingRules,
} from './limits-for';
export {
  casesIn,
  checkOrderMinimum,
  type OrderMinimum,
  type OrderMinimumQuestion,
  type OrderMissing,
  orderMinimumFor,
  type OrderTotals,
  weightOf,
} from './order-minimum';
export {
  type LinePrice,
  priceLine,
  type PriceQuestion,
  type PriceStep,
  type PriceUnit,
  type Pricing,
} from './price-line';
export type { PreviewedLine } from './preview-prices-service';
export type { PutOrderingRule } from './rules-service';
export { catalogService } from './service';
export {
  readPricing,
  readRuleBooks,
  readSkus,
  readSubstitutes,
  type RuleBooks,
  type Trade,
} from './standing-service';
export { catalogTables } from './tables';
export { baseUnitOf, caseOf, mixedUnits, mixedUnitsOf, unitOf } from './units';
export {
  addPriceList,
  type NewPriceLine,
  type NewPriceList,
  type PriceLineOutcome,
  upsertPriceLines,
} from './upsert-prices-service';
export {
  addShelves,
  addSkus,
  type Change,
  type NewSku,
  type SkuOutcome,
  upsertSkus,
} from './upsert-skus-service';
