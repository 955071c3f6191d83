import { PlatformRefused } from './refusal';

/** 1 to ship, 2 shipped, 3 received, 4 done, 5 refunded, 6 settling. */
export type ShippingState = 1 | 2 | 3 | 4 | 5 | 6;

export interface Parcel {
  readonly tracking_no?: string;
  readonly express_company?: string;
  readonly item_desc: string;
}

export interface ShippingInfo {
  readonly logisticsType: 1 | 2 | 3 | 4;
  readonly deliveryMode: 1 | 2;
  readonly isAllDelivered: boolean;
  readonly parcels: readonly Parcel[];
  /** The time the merchant gave; each upload's is later than the one before. */
  readonly uploadedAt: number;
}

export interface Shipping {
  readonly mchid: string;
  readonly outTradeNo: string;
  state: ShippingState;
  info: ShippingInfo | null;
  hasReshipped: boolean;
}

const isSame = (one: ShippingInfo, other: ShippingInfo) =>
  JSON.stringify({ ...one, uploadedAt: 0 }) === JSON.stringify({ ...other, uploadedAt: 0 });

/** What an upload says by itself. */
function checkInfo({ deliveryMode, logisticsType, parcels }: ShippingInfo): void {
  if (deliveryMode === 1 && parcels.length !== 1) throw new PlatformRefused(268485228);
  if (deliveryMode === 2 && logisticsType !== 1) throw new PlatformRefused(40097, '仅快递可拆单发货');
  const hasNumbers = parcels.every((parcel) => parcel.tracking_no && parcel.express_company);
  if (logisticsType === 1 && !hasNumbers) throw new PlatformRefused(40097, '快递需要运单号与快递公司');
}

/**
 * Decides an upload of shipping information for a paid order. A split delivery goes on until all is delivered; after
 * that one correction is taken, and no more.
 * @throws PlatformRefused 268485216, 268485228, 40097, 10060002, 10060003, 10060004, 10060023
 */
export function decideShip(shipping: Shipping, info: ShippingInfo): { readonly isReship: boolean } {
  checkInfo(info);
  if (shipping.state === 5) throw new PlatformRefused(10060004);
  const before = shipping.info;
  if (!before) return { isReship: false };
  if (isSame(before, info)) throw new PlatformRefused(10060023);
  if (info.uploadedAt <= before.uploadedAt) throw new PlatformRefused(268485216);
  if (shipping.state !== 1 && shipping.state !== 2) throw new PlatformRefused(10060002);
  const goesOn = before.deliveryMode === 2 && !before.isAllDelivered;
  if (goesOn) return { isReship: false };
  if (shipping.hasReshipped) throw new PlatformRefused(10060003);
  return { isReship: true };
}
