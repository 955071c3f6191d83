import { type Caller, type Instant, type Known, groupBy, Refused, type Tx } from '../platform';
import type { Photo, PhotoPurpose } from './model';
import { attachmentStore } from './store';

export interface PhotoUse {
  readonly photoIds: readonly string[];
  readonly purpose: PhotoPurpose;
  /** The thing they hang on from now on. */
  readonly usedBy: string;
  /** The other party that sees the thing; null: none but HQ. */
  readonly viewerId: string | null;
}

/**
 * Hangs photos of the caller's party on a thing, in the transaction of the thing. Each hangs on one thing only.
 * @throws attachments.photoUnknown (nobody's, another's, or for something else), attachments.photoUsed
 */
export async function usePhotos(
  tx: Tx,
  caller: Pick<Caller, 'partyId' | 'at'>,
  { photoIds, purpose, usedBy, viewerId }: PhotoUse,
): Promise<readonly Photo[]> {
  if (photoIds.length === 0) return [];
  if (new Set(photoIds).size !== photoIds.length) throw new Refused('attachments.photoUsed');
  const store = attachmentStore(tx);
  const found = new Map((await store.photosLocked(photoIds)).map((photo) => [photo.id, photo]));
  const photos = photoIds.map((photoId) => {
    const photo = found.get(photoId);
    if (!photo || photo.ownerId !== caller.partyId || photo.purpose !== purpose) {
      throw new Refused('attachments.photoUnknown');
    }
    if (photo.state === 'used') throw new Refused('attachments.photoUsed');
    return photo;
  });
  await store.use(photoIds, usedBy, viewerId, caller.at);
  return photos;
}

/** Takes photos off a thing; they can be hung up again for a day. */
export async function releasePhotos(tx: Tx, photoIds: readonly string[], usedBy: string, at: Instant) {
  if (photoIds.length > 0) await attachmentStore(tx).release(photoIds, usedBy, at);
}

/** The photos that hang on things, by thing. */
export const loadPhotosOf = async (
  tx: Tx,
  purpose: PhotoPurpose,
  things: readonly string[],
): Promise<Known<readonly Photo[]>> =>
  groupBy(await attachmentStore(tx).photosOf(purpose, things), ({ usedBy }) => usedBy ?? '');
