import { z } from 'zod';
import { VerifyMode } from '../keys';
import { SettingsShape } from '../settings';

/** What a control takes. */
export const SettingsPatch = SettingsShape.partial();

export const Pay = z
  .strictObject({
    outTradeNo: z.string().optional(),
    prepayId: z.string().optional(),
    codeUrl: z.string().optional(),
    mchid: z.string().optional(),
    /** Who pays; the one the order was made for, or the usual person, unless said. */
    payerOpenid: z.string().optional(),
  })
  .refine((body) => body.outTradeNo ?? body.prepayId ?? body.codeUrl, 'outTradeNo, prepayId or codeUrl');

export const NextRefunds = z.strictObject({
  outcome: z.enum(['SUCCESS', 'ABNORMAL', 'CLOSED']),
  times: z.int().min(1).max(1_000).default(1),
});

export const Balance = z.strictObject({ mchid: z.string().optional(), availableFen: z.int().nonnegative() });

export const Rotate = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('certificate'),
    /** Shown beside the old one, then signing, then alone; the first two at once unless said. */
    step: z.enum(['announce', 'switch', 'retire']).optional(),
  }),
  z.strictObject({ what: z.literal('publicKey') }),
  z.strictObject({ what: z.literal('merchantCertificate'), mchid: z.string().optional() }),
]);

export const AddMerchant = z.strictObject({
  sellerId: z.string().min(1),
  mchid: z
    .string()
    .regex(/^\d{8,10}$/)
    .optional(),
  name: z.string().min(1).optional(),
  mode: VerifyMode.optional(),
});
export const Mode = z.strictObject({ mchid: z.string().optional(), mode: VerifyMode });

export const PersonWish = z.strictObject({
  name: z.string().min(1).max(32),
  phone: z
    .string()
    .regex(/^1\d{10}$/)
    .optional(),
  isRisky: z.boolean().optional(),
  isSnapshot: z.boolean().optional(),
});

export const CodeWish = z.strictObject({
  kind: z.enum(['login', 'phone', 'oauth']),
  person: z.string().min(1).max(32).optional(),
  phone: z.string().optional(),
  scope: z.enum(['snsapi_base', 'snsapi_userinfo']).optional(),
});

export const Consents = z.strictObject({
  openid: z.string(),
  templateId: z.string().min(1),
  count: z.int().min(0).max(1_000).default(1),
});

export const Received = z.strictObject({ mchid: z.string().optional(), outTradeNo: z.string() });
