import type { BookCheck } from '../platform';

/** The books of photos: rows against what they say of themselves; files were held against rows at night. */
export const attachmentBooks: readonly BookCheck[] = [
  {
    name: 'a used photo hangs on one thing, and a waiting one on none',
    table: 'photo',
    mismatches: `
      SELECT id, state, usedBy FROM photo
      WHERE (state = 'used' AND usedBy IS NULL) OR (state = 'waiting' AND usedBy IS NOT NULL) LIMIT 5`,
  },
  {
    name: 'a used photo has its file',
    table: 'photo',
    mismatches: "SELECT id, fileKey FROM photo WHERE state = 'used' AND isMissing = 1 LIMIT 5",
  },
  {
    name: 'a picture of goods hangs on its goods',
    table: 'photo',
    mismatches: `
      SELECT photo.id, photo.usedBy FROM photo
      LEFT JOIN goodsPicture picture ON picture.photoId = photo.id AND picture.skuId = photo.usedBy
      WHERE photo.purpose = 'goods' AND photo.state = 'used' AND picture.photoId IS NULL LIMIT 5`,
  },
];
