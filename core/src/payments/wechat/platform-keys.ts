import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import type { Clock, Instant, Log, WechatMerchant } from '../../platform';
import type { Sent } from '../../platform/wechat/fetch-answer';
import { isFresh, isSignedBy, readSignature } from './check-signature';
import { decryptResource, encryptedResource } from './decrypt-resource';
import { parseJson } from '../../platform/wechat/parse-json';

/** Certificates are asked for again this long after they came. Their documents want less than twelve hours. */
const refreshAfterMs = 11 * 3_600_000;
/** Between two requests for certificates, whoever presents whatever serials. */
const refreshAtMostEveryMs = 60_000;

interface KnownKey {
  readonly key: KeyObject;
  readonly expiresAt: Instant;
}
type Keys = ReadonlyMap<string, KnownKey>;

const list = z.object({
  data: z
    .array(
      z.object({
        serial_no: z.string().regex(/^[0-9A-Fa-f]{1,40}$/),
        encrypt_certificate: encryptedResource,
      }),
    )
    .max(50),
});

export interface PlatformKeys {
  /** The key that a serial names, while it may be used; null: nobody's that we know. */
  keyOf(serial: string): Promise<KeyObject | null>;
}

export interface PlatformKeysOptions {
  readonly merchant: WechatMerchant;
  readonly fetchCertificates: () => Promise<Sent>;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * WeChat's keys of one merchant: its public key from the settings and platform certificates as they are published, side
 * by side, as both sign while a merchant switches. A flood of unknown serials costs one request a minute.
 */
export function platformKeys({ merchant, fetchCertificates, clock, log }: PlatformKeysOptions): PlatformKeys {
  const { publicKeyId, publicKeyPem } = merchant.verify;
  const publicKey = publicKeyPem === null ? null : createPublicKey(publicKeyPem);
  let certificates: Keys = new Map();
  let fetchedAt = -Infinity;
  let triedAt = -Infinity;
  let running: Promise<void> | null = null;

  const refresh = async () => {
    const found = readCertificates(await fetchCertificates(), merchant.apiV3Key);
    if (!found || !isProven(found, [found.keys, certificates], clock.now(), { publicKeyId, publicKey })) {
      log.warn({ mchid: merchant.mchid }, 'wechat pay gave no certificates that could be proven');
      return;
    }
    certificates = found.keys;
    fetchedAt = clock.now();
  };
  const refreshOnce = () => {
    if (running) return running;
    if (clock.now() - triedAt < refreshAtMostEveryMs) return null;
    triedAt = clock.now();
    running = refresh().finally(() => {
      running = null;
    });
    return running;
  };
  const look = (serial: string) => {
    const known = certificates.get(serial.toUpperCase());
    return known && clock.now() < known.expiresAt ? known.key : null;
  };

  return {
    keyOf: async (serial) => {
      if (publicKeyId !== null && serial === publicKeyId) return publicKey;
      // No certificate will ever have such a serial.
      if (!/^[0-9A-Fa-f]{40}$/.test(serial)) return null;
      const known = look(serial);
      if (known && clock.now() - fetchedAt < refreshAfterMs) return known;
      await refreshOnce();
      return look(serial);
    },
  };
}

interface FoundCertificates {
  readonly keys: Keys;
  readonly answer: Extract<Sent, { kind: 'answered' }>['answer'];
}

/** Opens what was published with the APIv3 key, which only WeChat and the merchant have. */
function readCertificates(sent: Sent, apiV3Key: string): FoundCertificates | null {
  if (sent.kind === 'lost' || sent.answer.status !== 200) return null;
  const parsed = list.safeParse(parseJson(sent.answer.body));
  if (!parsed.success) return null;
  const keys = new Map<string, KnownKey>();
  for (const { serial_no, encrypt_certificate } of parsed.data.data) {
    const pem = decryptResource(apiV3Key, encrypt_certificate);
    const read = pem === null ? null : readCertificate(pem, serial_no);
    if (!read) return null;
    keys.set(serial_no.toUpperCase(), read);
  }
  return { keys, answer: sent.answer };
}

function readCertificate(pem: string, serial: string): KnownKey | null {
  try {
    const certificate = new X509Certificate(pem);
    // Leading zeros are written by some and left out by others.
    if (BigInt(`0x${certificate.serialNumber}`) !== BigInt(`0x${serial}`)) return null;
    return { key: certificate.publicKey, expiresAt: Date.parse(certificate.validTo) };
  } catch {
    return null;
  }
}

/** The answer is signed by one of the keys it brings, or by one we had. */
function isProven(
  { answer }: FoundCertificates,
  trusted: readonly Keys[],
  now: Instant,
  { publicKeyId, publicKey }: { readonly publicKeyId: string | null; readonly publicKey: KeyObject | null },
) {
  const signature = readSignature(answer.headers);
  if (!signature || !isFresh(signature, now)) return false;
  const { serial } = signature;
  const key =
    serial === publicKeyId
      ? publicKey
      : trusted.map((keys) => keys.get(serial.toUpperCase())?.key).find((found) => found !== undefined);
  return key != null && isSignedBy(key, signature, answer.body);
}
