import { dayMs } from '../platform/clock';
import type { Announcement } from './model';

/** Nobody keeps an announcement up for longer; who wants to says it anew. */
export const announcementDaysAtMost = 366;

export type AnnouncementFault = 'windowWrong' | 'audienceWrong';

/** What is wrong with an announcement as it is written; null: nothing. */
export function checkAnnouncement({
  startsAt,
  endsAt,
  audience,
  isFromHeadquarters,
}: Pick<Announcement, 'startsAt' | 'endsAt' | 'audience' | 'isFromHeadquarters'>): AnnouncementFault | null {
  if (endsAt <= startsAt || endsAt - startsAt > announcementDaysAtMost * dayMs) return 'windowWrong';
  if (!isFromHeadquarters && audience.parties !== 'stores') return 'audienceWrong';
  return null;
}
