import { createHash } from 'node:crypto';
import type { Client, InputOf, Contract } from '@tongpan/bff';
import sharp from 'sharp';

export type Purpose = InputOf<Contract['attachments']['addPart']>['purpose'];

/** A small picture that differs for every word, and is the same each time for one. */
export function pictureOf(word: string): Promise<Buffer> {
  const pixels = createHash('sha512').update(word).digest().subarray(0, 48);
  return sharp(pixels, { raw: { width: 4, height: 4, channels: 3 } })
    .resize(64, 48, { kernel: 'nearest', fit: 'fill' })
    .jpeg()
    .toBuffer();
}

/** Sends bytes as one photo, in parts of a size. Answers what the last part heard. */
export async function uploadBytes(
  client: Client,
  photoId: string,
  purpose: Purpose,
  bytes: Uint8Array,
  partBytes = 262_144,
) {
  const partCount = Math.max(1, Math.ceil(bytes.length / partBytes));
  let answer: Awaited<ReturnType<Client['attachments']['addPart']>> = { received: 0, photo: null };
  for (let partNo = 1; partNo <= partCount; partNo += 1) {
    const part = bytes.subarray((partNo - 1) * partBytes, partNo * partBytes);
    const content = Buffer.from(part).toString('base64');
    answer = await client.attachments.addPart({ photoId, purpose, partNo, partCount, content });
  }
  return answer;
}

/** Uploads a picture of its own for this id and answers the id, however often it is said. */
export async function uploadPhoto(client: Client, photoId: string, purpose: Purpose): Promise<string> {
  await uploadBytes(client, photoId, purpose, await pictureOf(photoId));
  return photoId;
}
