import { ulid } from 'ulid';
import { api, isTransient } from '../../api';

/** 256 kB a part, whole by itself: a multiple of three bytes. */
const partBytes = 262_143;
const tries = 3;

function base64Of(bytes: Uint8Array): string {
  let letters = '';
  for (let from = 0; from < bytes.length; from += 8_192) {
    letters += String.fromCharCode(...bytes.subarray(from, from + 8_192));
  }
  return btoa(letters);
}

async function insist<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work();
    } catch (error) {
      if (tried >= tries || !isTransient(error)) throw error;
    }
  }
}

/** Uploads a picture of goods in parts and answers its id. */
export async function uploadGoodsPhoto(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const photoId = ulid();
  const partCount = Math.max(1, Math.ceil(bytes.length / partBytes));
  for (let partNo = 1; partNo <= partCount; partNo += 1) {
    const content = base64Of(bytes.subarray((partNo - 1) * partBytes, partNo * partBytes));
    await insist(() => api.attachments.addPart({ photoId, purpose: 'goods', partNo, partCount, content }));
  }
  return photoId;
}
