import {
  type KeyObject,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  sign,
  verify,
} from 'node:crypto';
import { promisify } from 'node:util';

export interface KeyPair {
  readonly privateKeyPem: string;
  readonly publicKeyPem: string;
}

const generate = promisify(generateKeyPair);
const signAside = promisify(
  (algorithm: string, text: Buffer, key: KeyObject, done: (error: Error | null, signature: Buffer) => void) =>
    sign(algorithm, text, key, done),
);
/** Parsing a key costs more than signing with it, and the same few are used all the time. */
const parsed = new Map<string, KeyObject>();

function keyOf(pem: string, parse: (pem: string) => KeyObject): KeyObject {
  const known = parsed.get(pem);
  if (known) return known;
  const key = parse(pem);
  parsed.set(pem, key);
  return key;
}

/** A fresh RSA key of 2,048 bits. */
export async function makeKeyPair(): Promise<KeyPair> {
  const { privateKey, publicKey } = await generate('rsa', { modulusLength: 2_048 });
  return {
    privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

/** RSA-SHA256 (PKCS#1 v1.5) over `text`, in base64. Beside the event loop: it is the dearest thing done here. */
export async function signText(text: string, privateKeyPem: string): Promise<string> {
  const signature = await signAside('sha256', Buffer.from(text), keyOf(privateKeyPem, createPrivateKey));
  return signature.toString('base64');
}

/** True when `signature` is the holder's over `text`. `pem` is a certificate or a public key. */
export function isSignedBy(text: string | Buffer, signature: string, pem: string): boolean {
  // Buffer.from skips what is not base64, so a signature with rubbish in it would pass.
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(signature)) return false;
  return verify('sha256', Buffer.from(text), keyOf(pem, createPublicKey), Buffer.from(signature, 'base64'));
}
