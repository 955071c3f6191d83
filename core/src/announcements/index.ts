export type {
  AnnouncementCommand,
  AnnouncementDraft,
  AnnouncementQuery,
  PutAnnouncement,
} from './desk-service';
export { announcementKeptDays, openAnnouncementsAtMost } from './desk-service';
export type {
  Announcement,
  AnnouncementAudience,
  AnnouncementLink,
  AnnouncementStanding,
  AnnouncementVersion,
} from './model';
export { announcementService } from './service';
export type { ShownAnnouncement } from './shop-service';
export { standingOf as announcementStandingOf } from './standing-of';
export { announcementTables } from './tables';
