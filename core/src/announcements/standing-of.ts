import type { Instant } from '../platform/clock';
import type { Announcement, AnnouncementStanding } from './model';

/** Where an announcement is at a moment: nothing needs to be written for one to begin or to end. */
export function standingOf(
  { state, startsAt, endsAt }: Pick<Announcement, 'state' | 'startsAt' | 'endsAt'>,
  at: Instant,
): AnnouncementStanding {
  if (state === 'draft') return 'draft';
  if (state === 'stopped' || endsAt <= at) return 'over';
  return startsAt <= at ? 'shown' : 'waiting';
}
