import { big, flag, id, integer, json, longText, orNull, table, text } from '../platform';
import type { Announcement, AnnouncementVersion } from './model';

export const announcementTable = table<Announcement>(
  'announcement',
  {
    id: id(),
    version: integer(),
    publisherId: id(),
    isFromHeadquarters: flag(),
    state: text(12),
    title: text(40),
    body: longText(),
    link: orNull(json()),
    audience: json(),
    startsAt: big(),
    endsAt: big(),
    isPinned: flag(),
    changedBy: text(40),
    changedAt: big(),
  },
  {
    primary: ['id'],
    index: [
      ['publisherId', 'startsAt'],
      ['publisherId', 'endsAt'],
      ['isFromHeadquarters', 'endsAt'],
      ['endsAt'],
    ],
  },
);

export const announcementVersionTable = table<AnnouncementVersion>(
  'announcementVersion',
  { announcementId: id(), version: integer(), definition: json(), changedBy: text(40), changedAt: big() },
  { primary: ['announcementId', 'version'] },
);

export const announcementTables = [announcementTable, announcementVersionTable];
