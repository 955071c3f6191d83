import { isIP } from 'node:net';
import { z } from 'zod';
import { readTime } from '../clock';

const text = (maximum: number) => z.string().min(1).max(maximum);
const fen = z.int().nonnegative();

/** Order numbers: 6 to 32 of digits, letters and `_-|*`. */
export const OutTradeNo = z.string().regex(/^[0-9A-Za-z_\-|*]{6,32}$/, '格式错误：6至32位的数字、字母、_-|*');

/** The largest amount of one order, in fen: what fits the service's integer. */
const maximumFen = 2_147_483_647;
const Amount = z.strictObject({
  total: z.int().positive().max(maximumFen),
  currency: z.literal('CNY').default('CNY'),
});

const StoreInfo = z.strictObject({
  id: text(32),
  name: text(256).optional(),
  area_code: text(32).optional(),
  address: text(512).optional(),
});
const sceneInfo = {
  payer_client_ip: z.string().refine((ip) => isIP(ip) !== 0, '不是合法的IP地址'),
  device_id: text(32).optional(),
  store_info: StoreInfo.optional(),
};

const common = {
  appid: text(32),
  mchid: text(32),
  description: text(127),
  out_trade_no: OutTradeNo,
  time_expire: z
    .string()
    .refine((time) => readTime(time) !== null, '格式应为yyyy-MM-DDTHH:mm:ss+TIMEZONE')
    .optional(),
  attach: text(128).optional(),
  notify_url: text(255),
  goods_tag: text(32).optional(),
  support_fapiao: z.boolean().optional(),
  amount: Amount,
  detail: z
    .strictObject({
      cost_price: fen.optional(),
      invoice_id: text(32).optional(),
      goods_detail: z
        .array(
          z.strictObject({
            merchant_goods_id: text(32),
            wechatpay_goods_id: text(32).optional(),
            goods_name: text(256).optional(),
            quantity: z.int().positive(),
            unit_price: fen,
          }),
        )
        .min(1)
        .optional(),
    })
    .optional(),
  scene_info: z.strictObject(sceneInfo).optional(),
  settle_info: z.strictObject({ profit_sharing: z.boolean().optional() }).optional(),
};

const Plain = z.strictObject(common);
const Jsapi = z.strictObject({ ...common, payer: z.strictObject({ openid: text(128) }) });
const H5 = z.strictObject({
  ...common,
  scene_info: z.strictObject({
    ...sceneInfo,
    h5_info: z.strictObject({
      type: z.enum(['iOS', 'Android', 'Wap']),
      app_name: text(64).optional(),
      app_url: text(128).optional(),
      bundle_id: text(128).optional(),
      package_name: text(128).optional(),
    }),
  }),
});

/** The parameters of an order by the last word of its path. */
export const orderShapes = { jsapi: Jsapi, h5: H5, native: Plain, app: Plain } as const;
export type OrderKind = keyof typeof orderShapes;
export type OrderBody = z.infer<typeof Plain> & { readonly payer?: { readonly openid: string } };
