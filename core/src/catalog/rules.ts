/** The decisions of the catalogue, without the service: what other domains' decisions and screens may use. */
export { checkFloor } from './check-floor';
export { checkQuantity } from './check-quantity';
export { choosePrice, priceKey } from './choose-price';
export { expiresOn } from './expires-on';
export { limitsFor } from './limits-for';
export { casesIn, checkOrderMinimum, orderMinimumFor, weightOf } from './order-minimum';
export { groupsOf, priceLine } from './price-line';
export { baseUnitOf, caseOf, mixedUnits, mixedUnitsOf, unitOf } from './units';
