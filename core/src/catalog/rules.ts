/** The decisions of the catalogue, without the service: what other domains' decisions and screens may use. */
export { checkQuantity } from './check-quantity';
export { choosePrice, priceKey } from './choose-price';
export { caseOf, mixedUnits } from './units';
