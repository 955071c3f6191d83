import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { z } from 'zod';

const isHttp = (value: string) =>
  URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol);

const origin = z
  .string()
  .refine(isHttp, 'an address of http or https')
  .transform((value) => value.replace(/\/+$/, ''));

const works = (attempt: () => unknown) => {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
};

const pem = (what: string, read: (value: string) => unknown) =>
  z.string().refine((value) => works(() => read(value)), what);

const appid = z.string().regex(/^[0-9A-Za-z_-]{1,32}$/, 'an appid');
const account = z.object({ appid, secret: z.string().min(1) });
const mchid = z.string().regex(/^\d{8,10}$/, '8 to 10 digits');

/** Both keys may be there while a merchant switches; the mode says which one answers are asked to be signed with. */
const verify = z
  .object({
    mode: z.enum(['publicKey', 'certificates']),
    publicKeyId: z
      .string()
      .regex(/^PUB_KEY_ID_[0-9A-Za-z]+$/, 'PUB_KEY_ID_ and its number')
      .nullish()
      .transform((value) => value ?? null),
    publicKeyPem: pem('a public key in PEM', createPublicKey)
      .nullish()
      .transform((value) => value ?? null),
  })
  .refine(({ publicKeyId, publicKeyPem }) => (publicKeyId === null) === (publicKeyPem === null), {
    message: 'publicKeyId and publicKeyPem together',
  })
  .refine(({ mode, publicKeyId }) => mode !== 'publicKey' || publicKeyId !== null, {
    message: 'publicKeyId and publicKeyPem in the mode publicKey',
  });

const merchant = z
  .object({
    sellerId: z.string().min(1),
    mchid,
    subMchid: mchid.nullish().transform((value) => value ?? null),
    certificateSerial: z.string().regex(/^[0-9A-Fa-f]{40}$/, '40 hexadecimal digits'),
    privateKeyPem: pem('a private key in PEM', createPrivateKey),
    certificatePem: pem('a certificate in PEM', (value) => new X509Certificate(value)),
    // Counted in bytes: it is the key itself, not something a key is made of.
    apiV3Key: z.string().refine((value) => Buffer.byteLength(value) === 32, '32 bytes'),
    verify,
  })
  .refine((entry) => fits(entry), {
    message: 'the certificate of privateKeyPem with the serial certificateSerial',
    path: ['certificatePem'],
  });

function fits({
  certificateSerial,
  certificatePem,
  privateKeyPem,
}: {
  readonly certificateSerial: string;
  readonly certificatePem: string;
  readonly privateKeyPem: string;
}) {
  try {
    const certificate = new X509Certificate(certificatePem);
    const isSerial = certificate.serialNumber.toLowerCase() === certificateSerial.toLowerCase();
    return isSerial && certificate.checkPrivateKey(createPrivateKey(privateKeyPem));
  } catch {
    // What is no key at all has been told by its own field.
    return true;
  }
}

/** A template of subscribe messages and where in it our facts go: `{ "number": "character_string1" }`. */
const template = z.object({
  templateId: z.string().min(1).max(64),
  fields: z.record(z.string(), z.string().regex(/^[a-z_]{2,20}\d{1,2}$/, 'a key of the template')),
});

/** What the file says, field by field. */
export const wechatConfigSchema = z.object({
  /** Where WeChat Pay is reached. What is signed names the canonical host, wherever this points. */
  payUrl: origin,
  platformUrl: origin,
  oauthUrl: origin,
  /** Our public origin: what WeChat posts goes to `${notifyUrl}/api/v1/wechat/pay/${mchid}`. */
  notifyUrl: origin,
  miniapp: account.extend({
    pushToken: z.string().min(1),
    /** By the kind of message they tell; a kind without one is not offered. */
    templates: z
      .record(z.string(), template)
      .nullish()
      .transform((value) => value ?? {}),
  }),
  h5: account,
  merchants: z
    .array(merchant)
    .min(1)
    .refine(
      (entries) => new Set(entries.map(({ sellerId }) => sellerId)).size === entries.length,
      'each sellerId once',
    ),
  /** Where text messages are posted. */
  sms: z.object({ url: origin, key: z.string().min(1) }),
});

export type WechatConfig = Readonly<z.infer<typeof wechatConfigSchema>>;
/** One merchant of WeChat Pay and the seller it stands for (`*`: every seller without an entry of its own). */
export type WechatMerchant = Readonly<WechatConfig['merchants'][number]>;

/** The merchant a seller is paid through; null when it has none. */
export function merchantOf(config: WechatConfig, sellerId: string): WechatMerchant | null {
  const own = config.merchants.find((entry) => entry.sellerId === sellerId);
  return own ?? config.merchants.find((entry) => entry.sellerId === '*') ?? null;
}
