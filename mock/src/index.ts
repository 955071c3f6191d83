export { type StandIn, type StandInOptions, startStandIn } from './stand-in';
export { type Config } from './config';
export { type Keys, type MerchantWish, makeKeys } from './keys';
