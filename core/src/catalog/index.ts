export type { PriceList, PriceListKind, PriceListLine, Sku, Unit } from './model';
export { checkQuantity, type QuantityCheck, type QuantityFault } from './check-quantity';
export { choosePrice, priceKey, type ListedPrice, type PriceBuyer } from './choose-price';
export { addPriceList, addSkus, catalogService, loadPrices, loadSkus, type SkuQuery } from './service';
export { catalogTables } from './tables';
export { caseOf, mixedUnits } from './units';
