import { type AnothersRowsOf, asks, goods, hqAlone, own, taken } from './row';

const order = asks('order', 'orders.unknown');
const ofAnother = (rest: object = {}) => ({ orderId: asks('order', 'orders.unknown', { ...rest }) });
const basket = {
  supplierId: asks('seller', 'partners.notSupplied', { addressId: undefined }),
  addressId: asks('address', 'partners.addressUnknown'),
  'lines.skuId': goods,
  couponIds: 'coupons that are not the caller’s are not used',
  'giftChoices.promotionId': 'a promotion that is not for the caller gives it nothing to choose',
  'giftChoices.skuIds': goods,
};

export const ordersAnothers: AnothersRowsOf<'orders'> = {
  quote: basket,
  place: { ...basket, orderId: taken('order', 'command.idReused', { addressId: undefined }) },
  list: own,
  counts: own,
  openHolds: own,
  auditPolicy: hqAlone,
  auditPolicies: hqAlone,
  putAuditPolicy: hqAlone,
  replayAuditPolicy: hqAlone,
  get: ofAnother(),
  cancel: ofAnother(),
  approve: ofAnother(),
  previewApprove: { orderId: order },
  reject: ofAnother(),
  ship: { orderId: order, shipmentId: 'the order is asked for first, and is unknown' },
  edit: {
    orderId: order,
    addressId: 'the order is asked for first, and is unknown',
    'lines.skuId': goods,
  },
  previewEdit: {
    orderId: order,
    addressId: 'the order is asked for first, and is unknown',
    'lines.skuId': goods,
  },
  reopen: ofAnother(),
  shortClose: ofAnother(),
  settle: { orderId: order, claimIds: 'the order is asked for first, and is unknown' },
  backOrders: { skuId: goods },
  autoSign: own,
  setAutoSign: own,
  sign: { orderId: order, shipmentId: asks('shipment', 'orders.unknown') },
};
