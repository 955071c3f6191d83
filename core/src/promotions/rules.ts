/** The decisions of promotions, without the services: what other domains' decisions and screens may use. */
export { type FlashClaim, refuseSale, type SaleRefusal } from './flash/decide-sale';
export { fitsAudience } from './flash/fits-audience';
export { isLive, mayBecome, phaseOf } from './flash/flash-phase';
export { flashBuyerId, readFlashToken } from './flash/model';
