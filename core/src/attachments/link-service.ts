import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../platform';
import { photoLimits } from './limits';
import type { Photo, PhotoSize } from './model';

/** What opens a photo for whoever holds it, until a moment. */
export interface PhotoLink {
  readonly photoId: string;
  readonly size: PhotoSize;
  readonly until: Instant;
  readonly signature: string;
}

type Signed = Pick<Photo, 'id' | 'linkSecret'>;

const signatureOf = ({ id, linkSecret }: Signed, size: PhotoSize, until: Instant) =>
  createHmac('sha256', linkSecret).update(`${id} ${size} ${until}`).digest('base64url');

/** A link to a photo. Within a quarter of an hour it is the same, so that what looks twice fetches once. */
export function linkTo(photo: Signed, size: PhotoSize, at: Instant): PhotoLink {
  const until = (Math.floor(at / photoLimits.linkMs) + 2) * photoLimits.linkMs;
  return { photoId: photo.id, size, until, signature: signatureOf(photo, size, until) };
}

/** Whether a link was made here for this photo and is still good. */
export function opens(photo: Signed, link: PhotoLink, at: Instant): boolean {
  if (link.photoId !== photo.id || !(at < link.until)) return false;
  const expected = Buffer.from(signatureOf(photo, link.size, link.until));
  const given = Buffer.from(link.signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
