import forge from 'node-forge';
import { randomHex } from './random';
import { type KeyPair, makeKeyPair } from './rsa';

/** A key with its self-signed certificate. Serials are 40 upper-case hex digits. */
export interface Certified extends KeyPair {
  readonly serial: string;
  readonly certificatePem: string;
  readonly validFrom: number;
  readonly validUntil: number;
}

const fiveYearsMs = 5 * 365 * 24 * 3_600_000;

const dayMs = 86_400_000;

/** Makes a key and a certificate for it, valid at `at` and for nearly five years from then. */
export async function makeCertified(commonName: string, at: number): Promise<Certified> {
  const pair = await makeKeyPair();
  // A first digit below 8 keeps the number positive, so no 00 has to be put before it.
  const serial = `5${randomHex(39)}`;
  // From the day before: who tries things out may live by another clock, some hours behind.
  const validFrom = Math.floor(at / 1_000) * 1_000 - dayMs;
  const validUntil = validFrom + fiveYearsMs;
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(pair.publicKeyPem);
  certificate.serialNumber = serial.toLowerCase();
  certificate.validity.notBefore = new Date(validFrom);
  certificate.validity.notAfter = new Date(validUntil);
  const names = [
    { name: 'commonName', value: commonName },
    { name: 'organizationName', value: 'Tongpan stand-in' },
  ];
  certificate.setSubject(names);
  certificate.setIssuer(names);
  certificate.sign(forge.pki.privateKeyFromPem(pair.privateKeyPem), forge.md.sha256.create());
  return { ...pair, serial, certificatePem: forge.pki.certificateToPem(certificate), validFrom, validUntil };
}
