import type { z } from 'zod';
import { makeCertified } from '../crypto/certificates';
import { type Keys, makePlatformCertificate, makePublicKey } from '../keys';
import { merchantNamed } from './merchant';
import type { Rotate } from './shapes';

/** Changes a key the way WeChat does, step by step or at once. */
export async function rotate(keys: Keys, wish: z.infer<typeof Rotate>, at: number) {
  if (wish.what === 'publicKey') {
    const publicKey = await makePublicKey();
    keys.publicKeys.push(publicKey);
    return { publicKeyId: publicKey.id };
  }
  if (wish.what === 'merchantCertificate') {
    const merchant = merchantNamed(keys, wish.mchid);
    merchant.certificate = await makeCertified(merchant.mchid, at);
    return { mchid: merchant.mchid, certificateSerial: merchant.certificate.serial };
  }
  if (wish.step === undefined || wish.step === 'announce') {
    keys.platformCertificates.push(await makePlatformCertificate(at));
  }
  const newest = keys.platformCertificates.at(-1);
  if (newest && wish.step !== 'announce') keys.signingSerial = newest.serial;
  if (wish.step === 'retire') {
    keys.platformCertificates = keys.platformCertificates.filter(
      ({ serial }) => serial === keys.signingSerial,
    );
  }
  return {
    signing: keys.signingSerial,
    certificates: keys.platformCertificates.map(({ serial }) => serial),
  };
}
