import { createDecipheriv } from 'node:crypto';
import { z } from 'zod';

export const encryptedResource = z.object({
  algorithm: z.literal('AEAD_AES_256_GCM'),
  ciphertext: z.string().max(1_048_576),
  nonce: z.string().refine((value) => Buffer.byteLength(value) === 12),
  associated_data: z.string().nullish(),
});

export type EncryptedResource = z.infer<typeof encryptedResource>;

const tagBytes = 16;

/** Opens a resource with the APIv3 key; null when a single bit of it, its nonce or its associated data is not theirs. */
export function decryptResource(apiV3Key: string, resource: EncryptedResource): string | null {
  const sealed = Buffer.from(resource.ciphertext, 'base64');
  if (sealed.length < tagBytes) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', apiV3Key, resource.nonce, { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(resource.associated_data ?? ''));
    decipher.setAuthTag(sealed.subarray(-tagBytes));
    const opened = [decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()];
    return Buffer.concat(opened).toString('utf8');
  } catch {
    return null;
  }
}
