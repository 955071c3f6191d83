import { type Caller, type Instant, type Platform, Refused } from '../platform';
import { type PhotoLink, opens } from './link-service';
import type { PhotoPurpose, PhotoSize } from './model';
import { attachmentStore } from './store';
import { type Tended, tendPhotos, tendPhotosJob } from './tend-service';
import { loadPhotosOf } from './use-service';
import { uploadService } from './upload-service';

/** 附件: photos that are uploaded, wait, and then hang on one thing each. */
export function attachmentService(platform: Platform) {
  const { database, files } = platform;
  const keyFor = (photo: { fileKey: string; thumbnailKey: string }, size: PhotoSize) =>
    (size === 'full' ? photo.fileKey : photo.thumbnailKey) as `${string}/${string}`;

  return {
    ...uploadService(platform),

    /**
     * One photo, for the party it belongs to, the other side of what it hangs on, and HQ.
     * @throws attachments.photoUnknown
     */
    get: (caller: Caller, photoId: string) =>
      database.read(async (tx) => {
        const photo = await attachmentStore(tx).photo(photoId);
        const isMine =
          caller.partyKind === 'hq' ||
          photo?.ownerId === caller.partyId ||
          photo?.viewerId === caller.partyId;
        if (!photo || !isMine) throw new Refused('attachments.photoUnknown');
        return photo;
      }),

    /** The photos that hang on things, by thing; who may see a thing may see its photos. */
    photosOf: (purpose: PhotoPurpose, things: readonly string[]) =>
      database.read((tx) => loadPhotosOf(tx, purpose, things)),

    /** The bytes a link opens; null for a link that opens nothing, for whatever reason. */
    async open(link: PhotoLink, at: Instant): Promise<Uint8Array | null> {
      const photo = await database.read((tx) => attachmentStore(tx).photo(link.photoId));
      return photo && opens(photo, link, at) ? files.get(keyFor(photo, link.size)) : null;
    },

    /** A picture of goods, which is for everybody; null for every other photo. */
    async openGoods(photoId: string, size: PhotoSize): Promise<Uint8Array | null> {
      const photo = await database.read((tx) => attachmentStore(tx).photo(photoId));
      const isShown = photo?.purpose === 'goods' && photo.state === 'used';
      return isShown ? files.get(keyFor(photo, size)) : null;
    },

    tend: (): Promise<Tended> => tendPhotos(platform),
    tendJob: () => tendPhotosJob(platform),
  };
}
