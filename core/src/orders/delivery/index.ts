export type { DeliveryCharge, Delivery } from './charge-delivery';
export type {
  ChargeWay,
  DeliveryReason,
  DeliveryRule,
  DeliveryTerms,
  FreightOffer,
  OrderFreight,
} from './model';
export { addDeliveryTerms } from './standing-service';
export { sayDelivery, sayFreeFrom } from './say-delivery';
export { deliveryTermsService } from './terms-service';
export type { PreviewDeliveryInput, PutDeliveryInput } from './terms-service';
