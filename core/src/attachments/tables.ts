import { big, day, flag, id, integer, json, longText, orNull, table, text } from '../platform';
import type { Photo, PhotoPart, PhotoQuota } from './model';

export const photoTable = table<Photo>(
  'photo',
  {
    id: id(),
    ownerId: id(),
    uploaderId: id(),
    purpose: text(16),
    state: text(8),
    sinceAt: big(),
    partHashes: json(),
    sha256: text(64),
    uploadedBytes: integer(),
    keptBytes: integer(),
    width: integer(),
    height: integer(),
    mime: text(16),
    storedOn: day(),
    fileKey: text(80),
    thumbnailKey: text(80),
    linkSecret: text(64),
    usedBy: orNull(id()),
    viewerId: orNull(id()),
    isMissing: flag(),
    createdAt: big(),
  },
  { primary: ['id'], index: [['state', 'sinceAt', 'id'], ['usedBy'], ['storedOn', 'id']] },
);

export const photoPartTable = table<PhotoPart>(
  'photoPart',
  {
    photoId: id(),
    partNo: integer(),
    partCount: integer(),
    ownerId: id(),
    uploaderId: id(),
    purpose: text(16),
    content: longText(),
    at: big(),
  },
  { primary: ['photoId', 'partNo'], index: [['uploaderId', 'photoId'], ['at']] },
);

export const photoQuotaTable = table<PhotoQuota>(
  'photoQuota',
  { id: text(50), countedOn: day(), photos: integer() },
  { primary: ['id', 'countedOn'], index: [['countedOn']] },
);

export const attachmentTables = [photoTable, photoPartTable, photoQuotaTable];
