import { type AnothersRowsOf, asks, taken } from './row';

export const attachmentsAnothers: AnothersRowsOf<'attachments'> = {
  addPart: { photoId: taken('photo', 'command.idReused', { content: 'AAAA' }) },
  get: { photoId: asks('photo', 'attachments.photoUnknown') },
};
