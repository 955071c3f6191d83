import type { Keys, Merchant, VerifyMode } from '../keys';

/** What WeChat signs with, and the name it gives it in `Wechatpay-Serial`. */
export interface Signer {
  readonly serial: string;
  readonly privateKeyPem: string;
}

/** Every signer by name: what a caller may ask for. */
export function signerNamed(keys: Keys, serial: string): Signer | null {
  const publicKey = keys.publicKeys.find(({ id }) => id === serial);
  if (publicKey) return { serial: publicKey.id, privateKeyPem: publicKey.privateKeyPem };
  const wanted = serial.toUpperCase();
  return keys.platformCertificates.find((certificate) => certificate.serial === wanted) ?? null;
}

function publicKeySigner(keys: Keys): Signer {
  const latest = keys.publicKeys.at(-1);
  if (!latest) throw new Error('no public key');
  return { serial: latest.id, privateKeyPem: latest.privateKeyPem };
}

function certificateSigner(keys: Keys): Signer {
  const certificate = keys.platformCertificates.find(({ serial }) => serial === keys.signingSerial);
  if (!certificate) throw new Error('no certificate signs');
  return certificate;
}

/** The signer of an answer to somebody who asked for none by name. */
export const answerSigner = (keys: Keys, mode: VerifyMode) =>
  mode === 'publicKey' ? publicKeySigner(keys) : certificateSigner(keys);

/** The signer of a callback: while a merchant switches, attempts take turns between both. */
export function noticeSigner(keys: Keys, { mode }: Pick<Merchant, 'mode'>, attempt: number): Signer {
  if (mode === 'both') return attempt % 2 === 0 ? publicKeySigner(keys) : certificateSigner(keys);
  return answerSigner(keys, mode);
}
