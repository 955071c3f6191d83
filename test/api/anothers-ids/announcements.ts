import { type AnothersRowsOf, asks, own } from './row';

const announcementId = asks('announcement', 'announcements.unknown');
const change = { announcementId: asks('announcement', 'announcements.unknown', { expectedVersion: 2 }) };

export const announcementsAnothers: AnothersRowsOf<'announcements'> = {
  shown: own,
  one: { announcementId },
  own,
  ownOne: { announcementId },
  put: change,
  publish: change,
  stop: change,
};
