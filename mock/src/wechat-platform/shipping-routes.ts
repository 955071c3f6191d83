import { z } from 'zod';
import { readTime } from '../clock';
import type { Order } from '../wechat-pay/model';
import { refundedFen } from '../wechat-pay/refund-order';
import type { World } from '../world';
import { PlatformRefused } from './refusal';
import { type PlatformHandler, readPlatform, withToken } from './serve';
import { type ShippingState, decideShip } from './ship-order';

const OrderKey = z.discriminatedUnion('order_number_type', [
  z.object({ order_number_type: z.literal(1), mchid: z.string(), out_trade_no: z.string() }),
  z.object({ order_number_type: z.literal(2), transaction_id: z.string() }),
]);
const Upload = z.object({
  order_key: OrderKey,
  logistics_type: z.literal([1, 2, 3, 4]),
  delivery_mode: z.literal([1, 2]),
  is_all_delivered: z.boolean().optional(),
  shipping_list: z
    .array(
      z.object({
        tracking_no: z.string().min(1).max(128).optional(),
        express_company: z.string().min(1).max(128).optional(),
        item_desc: z.string().min(1).max(120),
        contact: z
          .object({ consignor_contact: z.string().optional(), receiver_contact: z.string().optional() })
          .optional(),
      }),
    )
    .min(1)
    .max(15),
  upload_time: z
    .string()
    .regex(/\.\d{3}(?:Z|[+-]\d{2}:\d{2})$/)
    .refine((time) => readTime(time) !== null),
  payer: z.object({ openid: z.string() }),
});

type Key = { mchid: string; out_trade_no: string } | { transaction_id: string };

/** A paid order, once word of it has reached the platform. */
function paidOrder(world: World, key: Key, at: number): Order & { paidAt: number } {
  const order =
    'transaction_id' in key
      ? world.book.orderOfTransaction(key.transaction_id)
      : world.book.order(key.mchid, key.out_trade_no);
  const lagMs = world.settings.shippingLagMs / world.settings.timeScale;
  if (order?.paidAt == null || at - order.paidAt < lagMs) throw new PlatformRefused(10060001);
  return { ...order, paidAt: order.paidAt };
}

function stateOf(world: World, order: Order): ShippingState {
  const isRefunded = refundedFen(world.book.refundsOf(order)) >= order.totalFen;
  return isRefunded ? 5 : world.platform.shipping(order.mchid, order.outTradeNo).state;
}

export const uploadShippingInfo = (world: World): PlatformHandler =>
  withToken(world, ({ body, at }, appid) => {
    const asked = readPlatform(Upload, body, 40097);
    const order = paidOrder(world, asked.order_key, at);
    if (order.appid !== appid) throw new PlatformRefused(10060001);
    if (asked.payer.openid !== order.payerOpenid) throw new PlatformRefused(10060031);
    const isSplit = asked.delivery_mode === 2;
    const info = {
      logisticsType: asked.logistics_type,
      deliveryMode: asked.delivery_mode,
      isAllDelivered: !isSplit || asked.is_all_delivered === true,
      parcels: asked.shipping_list.map(({ tracking_no, express_company, item_desc }) => ({
        tracking_no,
        express_company,
        item_desc,
      })),
      uploadedAt: readTime(asked.upload_time) ?? at,
    };
    const shipping = world.platform.shipping(order.mchid, order.outTradeNo);
    const { isReship } = decideShip({ ...shipping, state: stateOf(world, order) }, info);
    shipping.info = info;
    if (isReship) shipping.hasReshipped = true;
    if (info.isAllDelivered) shipping.state = 2;
    return { errcode: 0, errmsg: 'ok' };
  });

const Asked = z.union([
  z.object({ transaction_id: z.string() }),
  z.object({ merchant_id: z.string(), merchant_trade_no: z.string() }),
]);

export const getShippingOrder = (world: World): PlatformHandler =>
  withToken(world, ({ body, at }) => {
    const asked = readPlatform(Asked, body, 40097);
    const key =
      'transaction_id' in asked ? asked : { mchid: asked.merchant_id, out_trade_no: asked.merchant_trade_no };
    const order = paidOrder(world, key, at);
    const { info } = world.platform.shipping(order.mchid, order.outTradeNo);
    return {
      errcode: 0,
      errmsg: 'ok',
      order: {
        transaction_id: order.transactionId,
        merchant_id: order.mchid,
        merchant_trade_no: order.outTradeNo,
        description: order.description,
        paid_amount: order.totalFen,
        openid: order.payerOpenid,
        trade_create_time: Math.floor(order.createdAt / 1_000),
        pay_time: Math.floor(order.paidAt / 1_000),
        order_state: stateOf(world, order),
        in_complaint: false,
        shipping: {
          delivery_mode: info?.deliveryMode ?? 0,
          logistics_type: info?.logisticsType ?? 0,
          finish_shipping: info?.isAllDelivered ?? false,
          shipping_list: info?.parcels ?? [],
        },
      },
    };
  });
