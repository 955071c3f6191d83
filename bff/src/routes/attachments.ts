import type { Core, Instant, Photo } from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import { photoLinks } from './photo-view';
import { at } from './wire';

export const attachmentHandlers = ({ attachments }: Core): HandlersOf<'attachments'> => ({
  addPart: async (input, caller) => {
    const { received, photo } = await attachments.addPart(caller, input);
    return { received, photo: photo && viewStored(photo, caller.at) };
  },
  get: async ({ photoId }, caller) => viewStored(await attachments.get(caller, photoId), caller.at),
});

const viewStored = (photo: Photo, now: Instant) => ({
  photoId: photo.id,
  purpose: photo.purpose,
  state: photo.state,
  width: photo.width,
  height: photo.height,
  ...photoLinks(photo, now),
  uploadedAt: at(photo.createdAt),
});
