import { z } from 'zod';
import { fromRfcTime } from './rfc-time';

/** What WeChat answers and posts, as far as we read it; what it adds is let through. */

const fen = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const time = z.string().transform((text, context) => {
  const at = fromRfcTime(text);
  if (at !== null) return at;
  context.addIssue({ code: 'custom', message: 'a time of RFC 3339' });
  return z.NEVER;
});
/** Absent, null and empty mean the same. */
const orNull = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .preprocess((value) => (value === '' ? null : value), schema.nullish())
    .transform((value) => value ?? null);

export const createdJsapi = z.object({ prepay_id: z.string().min(1).max(64) });
export const createdH5 = z.object({ h5_url: z.url({ protocol: /^https?$/ }).max(1_024) });
export const createdNative = z.object({ code_url: z.string().min(1).max(1_024) });

const tradeShape = z.object({
  appid: z.string(),
  mchid: z.string(),
  out_trade_no: z.string(),
  transaction_id: orNull(z.string().max(32)),
  trade_type: orNull(z.string()),
  trade_state: z.enum([
    'SUCCESS',
    'REFUND',
    'NOTPAY',
    'CLOSED',
    'REVOKED',
    'USERPAYING',
    'PAYERROR',
    'ACCEPT',
  ]),
  success_time: orNull(time),
  payer: orNull(z.object({ openid: orNull(z.string()) })),
  amount: orNull(z.object({ total: orNull(fen), currency: orNull(z.string()) })),
});

/** Whoever says that money came says how much, when and under which number. */
export const trade = tradeShape
  .refine(
    ({ trade_state, transaction_id, success_time, amount }) =>
      !['SUCCESS', 'REFUND'].includes(trade_state) ||
      (transaction_id !== null && success_time !== null && amount?.total != null),
  )
  .refine(({ amount }) => (amount?.currency ?? 'CNY') === 'CNY')
  .transform((told) => ({
    appid: told.appid,
    mchid: told.mchid,
    state: told.trade_state,
    outTradeNo: told.out_trade_no,
    transactionId: told.transaction_id,
    amountFen: told.amount?.total ?? 0,
    paidAt: told.success_time,
    payerOpenid: told.payer?.openid ?? null,
    tradeType: told.trade_type,
  }));

const refundStatus = z.enum(['PROCESSING', 'SUCCESS', 'CLOSED', 'ABNORMAL']);
const refundFields = {
  out_trade_no: z.string(),
  out_refund_no: z.string(),
  refund_id: z.string().min(1).max(32),
  success_time: orNull(time),
  amount: z.object({ refund: fen }),
};

export const refund = z.object({ ...refundFields, status: refundStatus }).transform((told) => ({
  outTradeNo: told.out_trade_no,
  outRefundNo: told.out_refund_no,
  refundId: told.refund_id,
  status: told.status,
  refundFen: told.amount.refund,
  succeededAt: told.success_time,
}));

/** The same told by a notice, which calls the status otherwise and names the merchant. */
export const noticedRefund = z
  .object({ ...refundFields, mchid: z.string(), refund_status: refundStatus })
  .transform((told) => ({
    mchid: told.mchid,
    outTradeNo: told.out_trade_no,
    outRefundNo: told.out_refund_no,
    refundId: told.refund_id,
    status: told.refund_status,
    refundFen: told.amount.refund,
    succeededAt: told.success_time,
  }));

export const billAddress = z.object({
  hash_type: z.literal('SHA1'),
  hash_value: z.string().regex(/^[0-9A-Fa-f]{40}$/),
  download_url: z.string(),
});

export const refusal = z.object({ code: z.string().min(1).max(64), message: z.string().catch('') });
