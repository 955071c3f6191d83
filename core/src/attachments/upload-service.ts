import { createHash, randomBytes } from 'node:crypto';
import { type Caller, type Day, dayOf, type FileKey, type Platform, Refused, type Tx } from '../platform';

import { photoLimits } from './limits';
import type { Photo, PhotoPart, PhotoPurpose } from './model';
import { drawAnew } from './picture-service';
import { attachmentStore } from './store';

export interface AddPhotoPart {
  readonly photoId: string;
  readonly purpose: PhotoPurpose;
  readonly partNo: number;
  readonly partCount: number;
  /** Base64. */
  readonly content: string;
}

/** How far an upload is; `photo` once it is whole, looked at and safe. */
export interface Upload {
  readonly received: number;
  readonly photo: Photo | null;
}

const hashOfPart = (content: string) => createHash('sha256').update(content).digest('hex');

/** Photos come in parts, so that a phone that loses its network says again only what was lost. */
export function uploadService({
  database,
  files,
  newId,
  log,
}: Pick<Platform, 'database' | 'files' | 'newId' | 'log'>) {
  /** The photo a repeated part belongs to. @throws command.idReused */
  const known = (caller: Caller, photo: Photo, input: AddPhotoPart) => {
    const isSame =
      photo.ownerId === caller.partyId &&
      photo.uploaderId === caller.userId &&
      photo.purpose === input.purpose &&
      photo.partHashes.length === input.partCount &&
      photo.partHashes[input.partNo - 1] === hashOfPart(input.content);
    if (!isSame) throw new Refused('command.idReused');
    return photo;
  };

  /** Keeps a part; answers the photo when it was whole before. */
  const keepPart = (caller: Caller, input: AddPhotoPart) =>
    database.transaction(async (tx) => {
      const store = attachmentStore(tx);
      const photo = await store.photo(input.photoId);
      if (photo) return known(caller, photo, input);
      const part: PhotoPart = {
        ...input,
        ownerId: caller.partyId,
        uploaderId: caller.userId,
        at: caller.at,
      };
      const underway = await store.underway(input.photoId);
      if (underway && !isSameUpload(underway, part)) throw new Refused('command.idReused');
      if (!underway) await checkRoom(tx, caller);
      if ((await store.addPart(part)) === 0) {
        const there = await store.part(part.photoId, part.partNo);
        if (!there || !isSameUpload(there, part) || there.content !== part.content) {
          throw new Refused('command.idReused');
        }
      }
      return null;
    });

  /** How far a photo is, asked after the part is there: of two that come together, the later sees both. */
  const lookAt = (caller: Caller, input: AddPhotoPart) =>
    database.read(async (tx) => {
      const store = attachmentStore(tx);
      const photo = await store.photo(input.photoId);
      if (photo) return { photo: known(caller, photo, input), received: input.partCount, parts: [] };
      const received = (await store.underway(input.photoId))?.received ?? 0;
      const parts = received === input.partCount ? await store.parts(input.photoId) : [];
      return { photo: null, received, parts };
    });

  /** Writes the files first and the row after them: what was acknowledged has both, and a file alone is swept up. */
  const finish = async (caller: Caller, parts: readonly PhotoPart[], input: AddPhotoPart) => {
    const bytes = Buffer.concat(parts.map(({ content }) => Buffer.from(content, 'base64')));
    const drop = () => database.transaction((tx) => attachmentStore(tx).removeParts(input.photoId));
    if (bytes.length > photoLimits.bytes) {
      await drop();
      throw new Refused('attachments.tooLarge');
    }
    const picture = await drawAnew(bytes).catch(async (error: unknown) => {
      // What is no picture will be none when it is said again: its id is free for another.
      if (error instanceof Refused) await drop();
      throw error;
    });
    const storedOn = dayOf(caller.at);
    const name = newId();
    const [fileKey, thumbnailKey]: [FileKey, FileKey] = [
      `${storedOn}/${name}-full.jpg`,
      `${storedOn}/${name}-thumbnail.jpg`,
    ];
    const photo: Photo = {
      id: input.photoId,
      ownerId: caller.partyId,
      uploaderId: caller.userId,
      purpose: input.purpose,
      state: 'waiting',
      sinceAt: caller.at,
      partHashes: parts.map(({ content }) => hashOfPart(content)),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      uploadedBytes: bytes.length,
      keptBytes: picture.full.length + picture.thumbnail.length,
      width: picture.width,
      height: picture.height,
      mime: picture.mime,
      storedOn,
      fileKey,
      thumbnailKey,
      linkSecret: randomBytes(32).toString('hex'),
      usedBy: null,
      viewerId: null,
      isMissing: false,
      createdAt: caller.at,
    };
    const discard = () =>
      Promise.all([files.remove(fileKey), files.remove(thumbnailKey)]).catch((error: unknown) =>
        log.warn({ error: String(error), fileKey }, 'a file that nothing names stays until it is swept up'),
      );
    try {
      await files.put(fileKey, picture.full);
      await files.put(thumbnailKey, picture.thumbnail);
      const kept = await database.transaction((tx) => addOnce(tx, caller, photo));
      if (kept.fileKey !== fileKey) await discard();
      return known(caller, kept, input);
    } catch (error) {
      // A commit whose answer was lost may have happened: only a plain no says that nothing names the files.
      if (error instanceof Refused && error.code === 'attachments.quotaSpent') await discard();
      throw error;
    }
  };

  return {
    /**
     * Takes a part of a photo. The last one that was missing has it looked at, drawn anew and kept, waiting to be used.
     * A part may come again; so may the whole photo.
     * @throws attachments.notAPicture, attachments.pictureBroken, attachments.tooManyPixels, attachments.tooLarge,
     * attachments.quotaSpent, attachments.tooManyOpen, attachments.partUnknown, command.idReused, Unavailable
     */
    async addPart(caller: Caller, input: AddPhotoPart): Promise<Upload> {
      if (input.partNo > input.partCount) throw new Refused('attachments.partUnknown');
      const whole = await keepPart(caller, input);
      if (whole) return { photo: whole, received: input.partCount };
      const { photo, received, parts } = await lookAt(caller, input);
      // Another that came together with this one may have finished it between two of these reads.
      if (photo || parts.length < input.partCount) return { photo, received };
      return { received, photo: await finish(caller, parts, input) };
    },
  };
}

const isSameUpload = (
  one: { ownerId: string; uploaderId: string; purpose: string; partCount: number },
  other: PhotoPart,
) =>
  one.ownerId === other.ownerId &&
  one.uploaderId === other.uploaderId &&
  one.purpose === other.purpose &&
  one.partCount === other.partCount;

const quotasOf = (caller: Caller, on: Day) =>
  [
    { id: `user ${caller.userId}`, on, most: photoLimits.userPhotosADay },
    { id: `party ${caller.partyId}`, on, most: photoLimits.partyPhotosADay },
  ] as const;

/** Asked at the first part, so that nobody sends in vain. @throws attachments.quotaSpent, attachments.tooManyOpen */
async function checkRoom(tx: Tx, caller: Caller) {
  const store = attachmentStore(tx);
  for (const { id, on, most } of quotasOf(caller, dayOf(caller.at))) {
    if ((await store.counted(id, on)) >= most) throw new Refused('attachments.quotaSpent');
  }
  if ((await store.openUploads(caller.userId)) >= photoLimits.openUploads) {
    throw new Refused('attachments.tooManyOpen');
  }
}

/** Adds the photo, or answers the one that was there first. @throws attachments.quotaSpent */
async function addOnce(tx: Tx, caller: Caller, photo: Photo): Promise<Photo> {
  const store = attachmentStore(tx);
  if ((await store.add(photo)) === 0) return (await store.photo(photo.id)) ?? photo;
  for (const { id, on, most } of quotasOf(caller, photo.storedOn)) {
    if (!(await store.countOne(id, on, most))) throw new Refused('attachments.quotaSpent');
  }
  await store.removeParts(photo.id);
  return photo;
}
