import type { Keys, Merchant } from './keys';
import { templates } from './templates';

function verifyOf(keys: Keys, { mode }: Merchant) {
  if (mode === 'certificates') return { mode: 'certificates' as const };
  const publicKey = keys.publicKeys.at(-1);
  if (!publicKey) throw new Error('no public key');
  return {
    mode: mode === 'both' ? ('certificates' as const) : ('publicKey' as const),
    publicKeyId: publicKey.id,
    publicKeyPem: publicKey.publicKeyPem,
  };
}

/** The product's settings file for this stand-in. Going live means another file with the same fields. */
export function configOf(keys: Keys, url: string, notifyUrl: string) {
  return {
    payUrl: url,
    platformUrl: url,
    oauthUrl: url,
    notifyUrl,
    miniapp: { ...keys.apps.miniapp, templates },
    h5: keys.apps.h5,
    merchants: keys.merchants.map((merchant) => ({
      sellerId: merchant.sellerId,
      mchid: merchant.mchid,
      subMchid: null,
      certificateSerial: merchant.certificate.serial,
      privateKeyPem: merchant.certificate.privateKeyPem,
      certificatePem: merchant.certificate.certificatePem,
      apiV3Key: merchant.apiV3Key,
      verify: verifyOf(keys, merchant),
    })),
    sms: { url: `${url}/sms/send`, key: keys.smsKey },
  };
}

export type Config = ReturnType<typeof configOf>;
