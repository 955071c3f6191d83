import { z } from 'zod';
import { endpoints } from './endpoints';
import { At, Count, Id } from './fields';
import { route } from './route';

/** A photo that something names. Of old, people typed a reference instead: then there is nothing to fetch. */
export const PhotoView = z.object({
  reference: z.string().describe('the id of the photo, or what somebody typed'),
  url: z.string().nullable().describe('good for a quarter of an hour; null when only a reference was typed'),
  thumbnailUrl: z.string().nullable(),
});

const Purpose = z.enum(['afterSales', 'signOff', 'display', 'licence', 'goods']);

const StoredPhoto = z.object({
  photoId: Id,
  purpose: Purpose,
  state: z.enum(['waiting', 'used']),
  width: z.int(),
  height: z.int(),
  url: z.string(),
  thumbnailUrl: z.string(),
  uploadedAt: At,
});

export const attachmentRoutes = {
  /**
   * A part may be said again, and the whole photo too. The last one has the picture looked at and drawn anew, without
   * what it told of place and device; then it waits a day to be used.
   */
  addPart: route(endpoints.attachments.addPart, {
    summary: 'Hand over a part of a photo, in base64: JPEG, PNG or WebP, up to 5 MB.',
    access: 'signedIn',
    input: z.object({
      photoId: Id.describe('made by the caller'),
      purpose: Purpose,
      partNo: z.int().min(1).max(20),
      partCount: z.int().min(1).max(20),
      content: z.base64().min(1).max(349_528).describe('up to 256 kB of bytes'),
    }),
    output: z.object({
      received: Count.describe('parts that are here'),
      photo: StoredPhoto.nullable().describe('null until all of it is here'),
    }),
    errors: [
      'attachments.notAPicture',
      'attachments.pictureBroken',
      'attachments.tooManyPixels',
      'attachments.tooLarge',
      'attachments.quotaSpent',
      'attachments.tooManyOpen',
      'attachments.partUnknown',
      'command.idReused',
    ],
  }),
  get: route(endpoints.attachments.get, {
    summary: 'A photo of mine, or of something I am a party to, with fresh links.',
    access: 'signedIn',
    input: z.object({ photoId: Id }),
    output: StoredPhoto,
    errors: ['attachments.photoUnknown'],
  }),
};
