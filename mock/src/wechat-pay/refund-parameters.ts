import { z } from 'zod';
import { OutTradeNo } from './order-parameters';

const maximumReasonBytes = 80;
const fen = z.int().positive();

export const OutRefundNo = z
  .string()
  .regex(/^[0-9A-Za-z_\-|*@]{1,64}$/, '格式错误：1至64位的数字、字母、_-|*@');

export const RefundBody = z
  .strictObject({
    transaction_id: z.string().min(1).max(32).optional(),
    out_trade_no: OutTradeNo.optional(),
    out_refund_no: OutRefundNo,
    reason: z
      .string()
      .min(1)
      .refine((reason) => Buffer.byteLength(reason) <= maximumReasonBytes, '长度超过80字节')
      .optional(),
    notify_url: z.string().min(1).max(256).optional(),
    funds_account: z.literal('AVAILABLE').optional(),
    amount: z.strictObject({
      refund: fen,
      total: fen,
      currency: z.literal('CNY'),
      from: z
        .array(z.strictObject({ account: z.enum(['AVAILABLE', 'UNAVAILABLE']), amount: fen }))
        .optional(),
    }),
    goods_detail: z
      .array(
        z.strictObject({
          merchant_goods_id: z.string().min(1).max(32),
          wechatpay_goods_id: z.string().min(1).max(32).optional(),
          goods_name: z.string().min(1).max(256).optional(),
          unit_price: z.int().nonnegative(),
          refund_amount: z.int().nonnegative(),
          refund_quantity: z.int().positive(),
        }),
      )
      .optional(),
  })
  .refine((body) => body.transaction_id !== undefined || body.out_trade_no !== undefined, {
    path: ['out_trade_no'],
    message: 'transaction_id与out_trade_no二选一必填',
  });

export const AbnormalRefundBody = z.strictObject({
  out_refund_no: OutRefundNo,
  type: z.enum(['USER_BANK_CARD', 'MERCHANT_BANK_CARD']),
  bank_type: z.string().min(1).max(16).optional(),
  bank_account: z.string().min(1).max(1_024).optional(),
  real_name: z.string().min(1).max(1_024).optional(),
});
