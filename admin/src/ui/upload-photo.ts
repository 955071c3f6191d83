import { ulid } from 'ulid';
import { api } from '../api';
import { sendParts } from './send-parts';

/** 256 kB a part, divisible by three so that the parts' base64 needs no padding in between. */
const PART_BYTES = 262_143;

/** Uploads a photo in parts for what it is to show, and answers its id. */
export async function uploadPhoto(file: Blob, purpose: 'goods' | 'licence'): Promise<string> {
  const photoId = ulid();
  await sendParts(file, PART_BYTES, (part) => api.attachments.addPart({ photoId, purpose, ...part }));
  return photoId;
}
