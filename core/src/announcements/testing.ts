import type { Announcement, Reader } from './model';

/** A moment in the middle of `anAnnouncement`. */
export const announcedAt = 1_800_000_000_000;

/** One of HQ's that is shown to everybody at `announcedAt`. */
export const anAnnouncement = (announcement: Partial<Announcement> = {}): Announcement => ({
  id: 'AN-1',
  version: 1,
  publisherId: 'HQ',
  isFromHeadquarters: true,
  state: 'published',
  title: '春节发货安排',
  body: '除夕至初六停发。',
  link: null,
  audience: { parties: 'all', regions: [] },
  startsAt: announcedAt - 1_000,
  endsAt: announcedAt + 1_000,
  isPinned: false,
  changedBy: '王芳',
  changedAt: announcedAt - 2_000,
  ...announcement,
});

/** A store in Hangzhou that D1 supplies. */
export const aReader = (reader: Partial<Reader> = {}): Reader => ({
  partyKind: 'store',
  regionCode: '330106',
  sellerIds: ['D1'],
  ...reader,
});
