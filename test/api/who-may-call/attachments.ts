import { type RowsOf, signedIn } from './row';

/** What is uploaded here is no picture: it is looked at and refused, and nothing of it stays. */
const noPicture = 'attachments.notAPicture';
const unknown = 'attachments.photoUnknown';

export const attachmentsRows: RowsOf<'attachments'> = {
  addPart: {
    input: { photoId: 'ACCESS-PHOTO', purpose: 'afterSales', partNo: 1, partCount: 1, content: 'AAAA' },
    answers: signedIn(noPicture, noPicture, noPicture),
  },
  get: { input: { photoId: 'NO-SUCH-PHOTO' }, answers: signedIn(unknown, unknown, unknown) },
};
