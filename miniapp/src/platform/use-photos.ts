import { useRef, useState } from 'react';
import { api, ApiProblem, type Contract, type InputOf } from '@/api';
import { newId } from './new-id';
import { partsOf } from './photo-parts';
import { pickPhotos } from './pick-photos';
import type { PickedPhoto } from './picked-photo';

export type PhotoPurpose = InputOf<Contract['attachments']['addPart']>['purpose'];

/** A photo on its way to the server, or there. */
export interface UploadingPhoto {
  readonly photoId: string;
  readonly preview: string;
  /** Of its parts, how many of a hundred have arrived. */
  readonly percent: number;
  readonly state: 'sending' | 'there' | 'failed';
  /** Why it failed, for people. */
  readonly problem: string;
}

export interface Photos {
  readonly photos: readonly UploadingPhoto[];
  /** Those that are there and may be handed in. */
  readonly photoIds: readonly string[];
  /** True while some are on their way, or have failed and are neither sent again nor taken off. */
  readonly isUnsettled: boolean;
  /** The one taken off last, until something else happens. */
  readonly removed: UploadingPhoto | null;
  readonly add: () => Promise<void>;
  readonly retry: (photoId: string) => void;
  readonly remove: (photoId: string) => void;
  readonly undo: () => void;
}

/** A part is said again so often before a person is asked. */
const tries = 3;

const problemOf = (error: unknown) => (error instanceof Error ? error.message : '上传失败');
/** Only a lost network or a busy house is worth the same words again. */
const isWorthAgain = (error: unknown) =>
  error instanceof ApiProblem && (error.status === 0 || error.status >= 500);

async function insist<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work();
    } catch (error) {
      if (tried >= tries || !isWorthAgain(error)) throw error;
    }
  }
}

/** Photos for one form: chosen, sent in parts as they are chosen, sent again, taken off and put back. */
export function usePhotos(purpose: PhotoPurpose, most: number): Photos {
  const [photos, setPhotos] = useState<readonly UploadingPhoto[]>([]);
  /** Kept with the others until something else happens: it goes on its way, and can be put back as it then is. */
  const [removedId, setRemovedId] = useState<string | null>(null);
  const isShown = ({ photoId }: UploadingPhoto) => photoId !== removedId;
  const shown = photos.filter(isShown);
  const picked = useRef(new Map<string, PickedPhoto>());

  const note = (photoId: string, news: Partial<UploadingPhoto>) =>
    setPhotos((all) => all.map((one) => (one.photoId === photoId ? { ...one, ...news } : one)));

  const send = async (photoId: string) => {
    note(photoId, { state: 'sending', percent: 0, problem: '' });
    try {
      const parts = partsOf((await picked.current.get(photoId)?.base64()) ?? '');
      let isThere = false;
      for (const [at, content] of parts.entries()) {
        const part = { photoId, purpose, partNo: at + 1, partCount: parts.length, content };
        const { photo } = await insist(() => api.attachments.addPart(part));
        isThere = photo !== null;
        note(photoId, { percent: Math.round(((at + 1) / parts.length) * 100) });
      }
      // An empty file has no parts, and parts from before may be gone: nothing stays on its way for ever.
      if (!isThere) throw new Error('照片没有传完，请重试或换一张');
      note(photoId, { state: 'there', percent: 100 });
    } catch (error) {
      note(photoId, { state: 'failed', problem: problemOf(error) });
    }
  };

  return {
    photos: shown,
    photoIds: shown.filter(({ state }) => state === 'there').map(({ photoId }) => photoId),
    isUnsettled: shown.some(({ state }) => state !== 'there'),
    removed: photos.find((one) => !isShown(one)) ?? null,
    async add() {
      const chosen = await pickPhotos(most - shown.length);
      if (chosen.length === 0) return;
      const added = chosen.map((one): UploadingPhoto => {
        const photoId = newId();
        picked.current.set(photoId, one);
        return { photoId, preview: one.preview, percent: 0, state: 'sending', problem: '' };
      });
      setPhotos((all) => [...all.filter(isShown), ...added].slice(0, most));
      setRemovedId(null);
      // One after the other: on a bad network two halves arrive later than one whole.
      for (const { photoId } of added) await send(photoId);
    },
    retry: (photoId) => void send(photoId),
    remove(photoId) {
      setPhotos((all) => all.filter(isShown));
      setRemovedId(photoId);
    },
    undo: () => setRemovedId(null),
  };
}
