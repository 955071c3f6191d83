/** The decisions of stock, without the service: what other domains' decisions and screens may use. */
export { allocate, byExpiry } from './allocate';
export { deliveryDays, lastsUntil } from './required-life';
