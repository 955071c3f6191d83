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
  const [removed, setRemoved] = useState<{ photo: UploadingPhoto; at: number } | null>(null);
  const picked = useRef(new Map<string, PickedPhoto>());

  const note = (photoId: string, news: Partial<UploadingPhoto>) => {
    setPhotos((all) => all.map((one) => (one.photoId === photoId ? { ...one, ...news } : one)));
    setRemoved((one) =>
      one?.photo.photoId === photoId ? { ...one, photo: { ...one.photo, ...news } } : one,
    );
  };

  const send = async (photoId: string) => {
    note(photoId, { state: 'sending', percent: 0, problem: '' });
    try {
      const parts = partsOf((await picked.current.get(photoId)?.base64()) ?? '');
      for (const [at, content] of parts.entries()) {
        const part = { photoId, purpose, partNo: at + 1, partCount: parts.length, content };
        const { photo } = await insist(() => api.attachments.addPart(part));
        note(photoId, { percent: Math.round(((at + 1) / parts.length) * 100) });
        if (photo) note(photoId, { state: 'there', percent: 100 });
      }
    } catch (error) {
      note(photoId, { state: 'failed', problem: problemOf(error) });
    }
  };

  return {
    photos,
    photoIds: photos.filter(({ state }) => state === 'there').map(({ photoId }) => photoId),
    isUnsettled: photos.some(({ state }) => state !== 'there'),
    removed: removed?.photo ?? null,
    async add() {
      const chosen = await pickPhotos(most - photos.length);
      if (chosen.length === 0) return;
      setRemoved(null);
      const added = chosen.map((one): UploadingPhoto => {
        const photoId = newId();
        picked.current.set(photoId, one);
        return { photoId, preview: one.preview, percent: 0, state: 'sending', problem: '' };
      });
      setPhotos((all) => [...all, ...added].slice(0, most));
      // One after the other: on a bad network two halves arrive later than one whole.
      for (const { photoId } of added) await send(photoId);
    },
    retry: (photoId) => void send(photoId),
    remove(photoId) {
      const at = photos.findIndex((one) => one.photoId === photoId);
      const photo = photos[at];
      if (!photo) return;
      setRemoved({ photo, at });
      setPhotos(photos.filter((one) => one !== photo));
    },
    undo() {
      if (!removed || photos.length >= most) return;
      setPhotos([...photos.slice(0, removed.at), removed.photo, ...photos.slice(removed.at)]);
      setRemoved(null);
    },
  };
}
