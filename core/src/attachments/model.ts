import type { Day, Instant } from '../platform/clock';
import type { FileKey } from '../platform';

/** What a photo is handed in for. */
export type PhotoPurpose = 'afterSales' | 'signOff' | 'display' | 'licence' | 'goods';

export const photoPurposes = ['afterSales', 'signOff', 'display', 'licence', 'goods'] as const;

/** A picture somebody uploaded. What is kept is drawn anew from it: smaller, and without what it told of place and device. */
export interface Photo {
  /** Made by the device that took it. */
  readonly id: string;
  readonly ownerId: string;
  readonly uploaderId: string;
  readonly purpose: PhotoPurpose;
  /** `waiting` until something uses it; what waits for a day is purged. */
  readonly state: 'waiting' | 'used';
  /** Since when it waits, or is used. */
  readonly sinceAt: Instant;
  /** Of each part as it came, so that a part said again is known. */
  readonly partHashes: readonly string[];
  /** Of the bytes as they came: two of the same are the same picture. */
  readonly sha256: string;
  readonly uploadedBytes: number;
  /** Of the picture as it is kept. */
  readonly keptBytes: number;
  readonly width: number;
  readonly height: number;
  /** What it was uploaded as; it is kept as JPEG. */
  readonly mime: PictureMime;
  readonly storedOn: Day;
  readonly fileKey: FileKey;
  readonly thumbnailKey: FileKey;
  /** Signs links to this photo; it never leaves the house. */
  readonly linkSecret: string;
  /** The thing that uses it; null while it waits. */
  readonly usedBy: string | null;
  /** The party on the other side of that thing, which sees the photo as well. */
  readonly viewerId: string | null;
  /** True once its file was looked for and not found. */
  readonly isMissing: boolean;
  readonly createdAt: Instant;
}

export type PictureMime = 'image/jpeg' | 'image/png' | 'image/webp';

export type PhotoSize = 'full' | 'thumbnail';

/** A part of a photo on its way, in base64. */
export interface PhotoPart {
  readonly photoId: string;
  readonly partNo: number;
  readonly partCount: number;
  readonly ownerId: string;
  readonly uploaderId: string;
  readonly purpose: PhotoPurpose;
  readonly content: string;
  readonly at: Instant;
}

/** How many photos a user or a party has uploaded on a day. */
export interface PhotoQuota {
  /** `user <id>` or `party <id>`. */
  readonly id: string;
  readonly countedOn: Day;
  readonly photos: number;
}
