import { createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import type { WechatConfig, WechatMerchant } from './config';

const part = (tag: number, ...contents: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(contents);
  const size = content.length;
  const length =
    size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, Math.floor(size / 0x100), size % 0x100];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
};
const sequence = (...contents: readonly Buffer[]) => part(0x30, ...contents);
const hex = (text: string) => Buffer.from(text, 'hex');
const utcTime = (at: number) =>
  part(0x17, Buffer.from(`${new Date(at).toISOString().replace(/\D/g, '').slice(2, 14)}Z`));
/** A positive integer needs a zero before a first bit that is set. */
const positive = (value: Buffer) => part(0x02, (value[0] ?? 0) >= 0x80 ? Buffer.from([0]) : hex(''), value);

/** sha256WithRSAEncryption */
const algorithm = sequence(part(0x06, hex('2a864886f70d01010b')), part(0x05));

export interface KeyPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly privateKeyPem: string;
  readonly publicKeyPem: string;
}

export function aKeyPair(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  return {
    privateKey,
    publicKey,
    privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

export const aSerial = () => `5${randomBytes(20).toString('hex').slice(1).toUpperCase()}`;

/** A certificate signed by its own key. Source: RFC 5280, the fields that have to be there. */
export function aCertificate(
  keys: KeyPair,
  serial: string,
  validFrom = Date.UTC(2020, 0, 1),
  validTo = Date.UTC(2045, 0, 1),
): string {
  const name = sequence(part(0x31, sequence(part(0x06, hex('550403')), part(0x0c, Buffer.from('Tongpan')))));
  const toBeSigned = sequence(
    part(0xa0, part(0x02, Buffer.from([2]))),
    positive(hex(serial)),
    algorithm,
    name,
    sequence(utcTime(validFrom), utcTime(validTo)),
    name,
    keys.publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = createSign('RSA-SHA256').update(toBeSigned).sign(keys.privateKey);
  const der = sequence(toBeSigned, algorithm, part(0x03, Buffer.from([0]), signature));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

/** Making keys takes its time, so a file of tests shares two pairs. */
let shared: { readonly merchant: KeyPair; readonly wechat: KeyPair } | null = null;
export const sharedKeys = () => (shared ??= { merchant: aKeyPair(), wechat: aKeyPair() });

/** A direct merchant in public-key mode; everybody's. */
export function aMerchant(over: Partial<WechatMerchant> = {}): WechatMerchant {
  const { merchant, wechat } = sharedKeys();
  const certificateSerial = over.certificateSerial ?? '5157F09EFDC096DE15EBE81A47057A7200000001';
  return {
    sellerId: '*',
    mchid: '1900000001',
    subMchid: null,
    certificateSerial,
    privateKeyPem: merchant.privateKeyPem,
    certificatePem: aCertificate(merchant, certificateSerial),
    apiV3Key: '0123456789abcdef0123456789abcdef',
    verify: {
      mode: 'publicKey',
      publicKeyId: 'PUB_KEY_ID_0119000000012024',
      publicKeyPem: wechat.publicKeyPem,
    },
    ...over,
  };
}

export const aWechatConfig = (over: Partial<WechatConfig> = {}): WechatConfig => ({
  payUrl: 'http://127.0.0.1:9001',
  platformUrl: 'http://127.0.0.1:9001',
  oauthUrl: 'http://127.0.0.1:9001',
  notifyUrl: 'https://shop.example.com',
  miniapp: { appid: 'wxd678efh567hg6787', secret: 'miniapp-secret', pushToken: 'push-token', templates: {} },
  h5: { appid: 'wx8888888888888888', secret: 'h5-secret' },
  merchants: [aMerchant()],
  sms: { url: 'http://127.0.0.1:9001', key: 'sms-key' },
  ...over,
});
