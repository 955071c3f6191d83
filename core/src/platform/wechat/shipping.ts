import { z } from 'zod';
import type { Instant } from '../clock';
import type { TokenedCaller } from './access-tokens';
import type { Outcome } from './outcome';
import { jsonOf, nothing } from './platform-call';

/** A payment by our number or by WeChat's. */
export type PaidTrade =
  { readonly mchid: string; readonly outTradeNo: string } | { readonly transactionId: string };

export interface Parcel {
  /** Both with an express; null otherwise. */
  readonly trackingNo: string | null;
  /** WeChat's code of the company: `SF`. */
  readonly company: string | null;
  /** What is in it; cut to 120 characters. */
  readonly items: string;
  /** Masked before it is sent; SF wants it. */
  readonly receiverPhone: string | null;
}

export interface ShippingInfo {
  readonly trade: PaidTrade;
  readonly payerOpenid: string;
  readonly logistics: 'express' | 'city' | 'virtual' | 'pickup';
  /** In several parcels, told one after the other; express only. */
  readonly isSplit: boolean;
  /** With a split delivery: these are the last. */
  readonly isAllDelivered: boolean;
  /** 1–15; one when it is not split. */
  readonly parcels: readonly Parcel[];
  /** Later with each upload for the same payment. */
  readonly uploadedAt: Instant;
}

export type ShippingState = 'toShip' | 'shipped' | 'received' | 'done' | 'refunded' | 'settling';

const logisticsTypes = { express: 1, city: 2, virtual: 3, pickup: 4 } as const;
const states: readonly ShippingState[] = ['toShip', 'shipped', 'received', 'done', 'refunded', 'settling'];
const shanghaiOffsetMs = 8 * 3_600_000;

/** The last upload said the same. */
const unchanged = '10060023';

/**
 * Tells WeChat that goods are on their way: until then, and until they are received, it keeps the money of shops it
 * manages. Saying the same again is done. Refused with 10060001 until word of the payment has come round, about a
 * minute.
 */
export async function uploadShipping(miniapp: TokenedCaller, info: ShippingInfo): Promise<Outcome<null>> {
  const outcome = await miniapp.call<null>({
    path: '/wxa/sec/order/upload_shipping_info',
    body: {
      order_key: orderKey(info.trade),
      logistics_type: logisticsTypes[info.logistics],
      delivery_mode: info.isSplit ? 2 : 1,
      ...(info.isSplit ? { is_all_delivered: info.isAllDelivered } : {}),
      shipping_list: info.parcels.map(parcelOf),
      upload_time: timeOf(info.uploadedAt),
      payer: { openid: info.payerOpenid },
    },
    read: nothing,
  });
  const isUnchanged = outcome.kind === 'refused' && outcome.code === unchanged;
  return isUnchanged ? { kind: 'done', value: null } : outcome;
}

const orderKey = (trade: PaidTrade) =>
  'transactionId' in trade
    ? { order_number_type: 2, transaction_id: trade.transactionId }
    : { order_number_type: 1, mchid: trade.mchid, out_trade_no: trade.outTradeNo };

const parcelOf = ({ trackingNo, company, items, receiverPhone }: Parcel) => ({
  ...(trackingNo === null ? {} : { tracking_no: trackingNo }),
  ...(company === null ? {} : { express_company: company }),
  item_desc: [...items].slice(0, 120).join(''),
  ...(receiverPhone === null ? {} : { contact: { receiver_contact: maskPhone(receiverPhone) } }),
});

/** `138****5678`. */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** RFC 3339 with milliseconds, Beijing's time. */
const timeOf = (at: Instant) => new Date(at + shanghaiOffsetMs).toISOString().replace('Z', '+08:00');

const order = z.object({ order: z.object({ order_state: z.number().int().min(1).max(6) }) });

/** How far a payment's delivery is in WeChat's eyes. */
export const shippingState = (miniapp: TokenedCaller, trade: PaidTrade) =>
  miniapp.call<ShippingState>({
    path: '/wxa/sec/order/get_order',
    body:
      'transactionId' in trade
        ? { transaction_id: trade.transactionId }
        : { merchant_id: trade.mchid, merchant_trade_no: trade.outTradeNo },
    read: (answer) => states[(jsonOf(order)(answer)?.order.order_state ?? 0) - 1],
  });
