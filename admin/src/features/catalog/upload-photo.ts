import { ulid } from 'ulid';
import { api } from '../../api';
import { sendParts } from '../../ui/send-parts';

/** 256 kB a part, divisible by three so that the parts' base64 needs no padding in between. */
const PART_BYTES = 262_143;

/** Uploads a picture of goods in parts and answers its id. */
export async function uploadGoodsPhoto(file: Blob): Promise<string> {
  const photoId = ulid();
  await sendParts(file, PART_BYTES, (part) =>
    api.attachments.addPart({ photoId, purpose: 'goods', ...part }),
  );
  return photoId;
}
