/** The decisions of stock, without the service: what other domains' decisions and screens may use. */
export { shareTermsFor } from './share-terms';
export { allocate, byExpiry } from './allocate';
export { ageingPriceE4, markdownBp, remainingBp, usualMarkdowns } from './ageing-price';
export { deliveryDays, lastsUntil, lifeAsked, neededDays } from './required-life';
export { type StockBalances, stockBalancesOf, type StockLeft, stockLeftOf } from './stock-balances';
export { deliveredKey, noStockFacts, type StockFacts, type StockTerms } from './stock-facts';
export { type FullWant, type StockQuestion, wantOf } from './want-of';
export { agreementsFor, periodStart, transferPriceE4 } from './sharing-terms';
export { shareFairly } from './share-fairly';
export { applyShortage, policyFor } from './shortage-policy';
export { sellableIn } from './sellable';
export { sourceOrder } from './source-order';
export { availableToPromise, promisedOn, promiseTimeline } from './available-to-promise';
export { expiryLevel, expiryLevels, nearExpiryDays, worseOf } from './expiry-level';
