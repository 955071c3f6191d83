import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { type Certified, makeCertified } from './crypto/certificates';
import { randomDigits, randomHex, randomText } from './crypto/random';
import { makeKeyPair } from './crypto/rsa';

const KeyPairShape = z.object({ privateKeyPem: z.string(), publicKeyPem: z.string() });
const CertifiedShape = KeyPairShape.extend({
  serial: z.string(),
  certificatePem: z.string(),
  validFrom: z.number(),
  validUntil: z.number(),
});

/** How a merchant verifies what WeChat signs; `both` is the time of switching from certificates to the key. */
export const VerifyMode = z.enum(['publicKey', 'certificates', 'both']);
export type VerifyMode = z.infer<typeof VerifyMode>;

const MerchantShape = z.object({
  /** The seller's party id in the product; `*` stands for every seller without an entry of its own. */
  sellerId: z.string(),
  mchid: z.string(),
  name: z.string(),
  mode: VerifyMode,
  apiV3Key: z.string().length(32),
  certificate: CertifiedShape,
});
export type Merchant = z.infer<typeof MerchantShape>;

const PublicKeyShape = KeyPairShape.extend({ id: z.string() });

/** Everything secret the stand-in holds, on both sides of the wire. */
export const KeysShape = z.object({
  merchants: z.array(MerchantShape).min(1),
  /** Oldest first. Which of them signs is `signingSerial`. */
  platformCertificates: z.array(CertifiedShape).min(1),
  signingSerial: z.string(),
  /** Oldest first; the last one signs, the others still answer whoever asks for them by name. */
  publicKeys: z.array(PublicKeyShape).min(1),
  apps: z.object({
    miniapp: z.object({ appid: z.string(), secret: z.string(), pushToken: z.string() }),
    h5: z.object({ appid: z.string(), secret: z.string() }),
  }),
  smsKey: z.string(),
  /** What openids are made from, so that a person keeps them over restarts. */
  personSeed: z.string(),
});
export type Keys = z.infer<typeof KeysShape>;

export interface MerchantWish {
  readonly sellerId: string;
  readonly mchid?: string;
  readonly name?: string;
  readonly mode?: VerifyMode;
}

const anApp = () => ({ appid: `wx${randomHex(16).toLowerCase()}`, secret: randomHex(32).toLowerCase() });

/** A WeChat Pay public key with an id of its own. */
export const makePublicKey = async () => ({
  ...(await makeKeyPair()),
  id: `PUB_KEY_ID_01${randomDigits(30)}`,
});

export const makePlatformCertificate = (at: number): Promise<Certified> =>
  makeCertified('Tenpay.com stand-in', at);

/** A merchant with its API certificate and APIv3 key. */
export async function makeMerchant(wish: MerchantWish, at: number): Promise<Merchant> {
  const mchid = wish.mchid ?? `19${randomDigits(8)}`;
  return {
    sellerId: wish.sellerId,
    mchid,
    name: wish.name ?? '通盘演示商户',
    mode: wish.mode ?? 'publicKey',
    apiV3Key: randomText(32),
    certificate: await makeCertified(mchid, at),
  };
}

/** Keys of a first start: one merchant for every seller, unless others are wished for. */
export async function makeKeys(
  at: number,
  wishes: readonly MerchantWish[] = [{ sellerId: '*' }],
): Promise<Keys> {
  const [platform, publicKey, ...merchants] = await Promise.all([
    makePlatformCertificate(at),
    makePublicKey(),
    ...wishes.map((wish) => makeMerchant(wish, at)),
  ]);
  return {
    merchants,
    platformCertificates: [platform],
    signingSerial: platform.serial,
    publicKeys: [publicKey],
    apps: { miniapp: { ...anApp(), pushToken: randomText(24) }, h5: anApp() },
    smsKey: randomText(32),
    personSeed: randomText(32),
  };
}

/** The key a person's ids are derived with. */
export const personDigest = (keys: Keys, text: string) =>
  createHmac('sha256', keys.personSeed).update(text).digest('base64url');
