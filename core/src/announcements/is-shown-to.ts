import type { PartyKind } from '../platform/caller';
import type { Instant } from '../platform/clock';
import { liesIn } from '../platform/regions';
import type { Announcement, AnnouncementAudience, AnnouncementLink, Reader } from './model';
import { standingOf } from './standing-of';

/** Whether an announcement is shown to a reader at a moment: it runs, its publisher reaches the reader, and it is meant. */
export function isShownTo(announcement: Announcement, reader: Reader, at: Instant): boolean {
  const { audience } = announcement;
  return (
    standingOf(announcement, at) === 'shown' &&
    isReached(announcement, reader) &&
    isMeant(audience.parties, reader.partyKind) &&
    (audience.regions.length === 0 || audience.regions.some((area) => liesIn(reader.regionCode, area)))
  );
}

/** HQ reaches everybody who orders in its channel, a distributor the stores it supplies and nobody else. */
const isReached = ({ publisherId, isFromHeadquarters }: Announcement, { partyKind, sellerIds }: Reader) =>
  partyKind !== 'hq' &&
  (isFromHeadquarters || (partyKind !== 'distributor' && sellerIds.includes(publisherId)));

function isMeant(parties: AnnouncementAudience['parties'], partyKind: PartyKind): boolean {
  if (parties === 'all') return true;
  return (parties === 'distributors') === (partyKind === 'distributor');
}

/** What the link of an announcement is to a reader: a promotion of a seller that does not supply it leads nowhere. */
export const linkFor = (
  { link, publisherId }: Pick<Announcement, 'link' | 'publisherId'>,
  { sellerIds }: Pick<Reader, 'sellerIds'>,
): AnnouncementLink | null => (link?.kind === 'promotion' && !sellerIds.includes(publisherId) ? null : link);

/** Pinned ones first, then what began last. */
export const byPlace = (one: Announcement, other: Announcement): number =>
  Number(other.isPinned) - Number(one.isPinned) ||
  other.startsAt - one.startsAt ||
  (one.id < other.id ? 1 : one.id > other.id ? -1 : 0);
