import { createCipheriv } from 'node:crypto';
import { randomText } from './random';

export interface Sealed {
  readonly algorithm: 'AEAD_AES_256_GCM';
  readonly nonce: string;
  readonly associated_data: string;
  readonly ciphertext: string;
}

/** AES-256-GCM under the merchant's APIv3 key: base64 of the cipher text and its 16-byte tag. */
export function seal(plaintext: string, associatedData: string, apiV3Key: string): Sealed {
  const nonce = randomText(12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(apiV3Key), Buffer.from(nonce));
  cipher.setAAD(Buffer.from(associatedData));
  const sealed = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return {
    algorithm: 'AEAD_AES_256_GCM',
    nonce,
    associated_data: associatedData,
    ciphertext: sealed.toString('base64'),
  };
}

/** The same seal with one bit of its cipher text turned, so that its tag no longer fits. */
export function breakSeal(ciphertext: string): string {
  const bytes = Buffer.from(ciphertext, 'base64');
  bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0);
  return bytes.toString('base64');
}
