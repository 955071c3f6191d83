/** The decisions of orders, without the service: what other domains' decisions may use. */
export { isReplacementOrder } from './after-sales/replacement';
