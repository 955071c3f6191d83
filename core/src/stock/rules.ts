/** The decisions of stock, without the service: what other domains' decisions and screens may use. */
export { allocate } from './allocate';
export { deliveryDays, lastsUntil } from './required-life';
