import { ownersOf, type RowsOf, signedIn } from './row';

const unknown = 'announcements.unknown';
const nothing = { announcementId: 'NO-SUCH-ANNOUNCEMENT', expectedVersion: 1 };

/** Inputs change nothing: they ask, or name what there is not. */
export const announcementRows: RowsOf<'announcements'> = {
  shown: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  one: { input: { announcementId: 'NO-SUCH-ANNOUNCEMENT' }, answers: signedIn(unknown, unknown, unknown) },
  own: { input: {}, answers: ownersOf('ok', 'ok') },
  ownOne: { input: { announcementId: 'NO-SUCH-ANNOUNCEMENT' }, answers: ownersOf(unknown, unknown) },
  put: {
    input: {
      ...nothing,
      commandId: 'ACCESS-AN1',
      title: '公告',
      body: '内容',
      link: null,
      audience: { parties: 'stores', regions: [] },
      startsAt: '2026-11-01T00:00:00.000Z',
      endsAt: '2027-01-01T00:00:00.000Z',
      isPinned: false,
    },
    answers: ownersOf(unknown, unknown),
  },
  publish: { input: { ...nothing, commandId: 'ACCESS-AN2' }, answers: ownersOf(unknown, unknown) },
  stop: { input: { ...nothing, commandId: 'ACCESS-AN3' }, answers: ownersOf(unknown, unknown) },
};
