import { loadParties, loadSupplies } from '../partners';
import { type Caller, type Instant, type Platform, Refused, type Tx } from '../platform';
import { byPlace, isShownTo, linkFor } from './is-shown-to';
import type { Announcement, AnnouncementLink, Reader } from './model';
import { announcementStore } from './store';

/** An announcement as somebody of the channel reads it. */
export interface ShownAnnouncement {
  readonly announcement: Announcement;
  readonly publisherName: string;
  /** Where a tap leads; null: nowhere for this reader. */
  readonly link: AnnouncementLink | null;
}

/** Nobody reads more at once. */
const shownAtMost = 60;

/** What is announced to the caller's party. */
export function announcementShopService({ database }: Pick<Platform, 'database'>) {
  return {
    /** What is shown to the caller now, pinned ones first, then the newest. */
    shown: (caller: Caller): Promise<readonly ShownAnnouncement[]> =>
      database.read(async (tx) => {
        const reader = await readerOf(tx, caller);
        const running = await announcementStore(tx).running(reader.sellerIds, caller.at);
        return shownAs(tx, running, reader, caller.at);
      }),

    /** One that is shown to the caller now; any other is not there. @throws announcements.unknown */
    one: (caller: Caller, announcementId: string): Promise<ShownAnnouncement> =>
      database.read(async (tx) => {
        const reader = await readerOf(tx, caller);
        const found = await announcementStore(tx).one(announcementId);
        const [shown] = await shownAs(tx, found ? [found] : [], reader, caller.at);
        if (!shown) throw new Refused('announcements.unknown');
        return shown;
      }),
  };
}

async function readerOf(tx: Tx, { partyId, partyKind }: Caller): Promise<Reader> {
  const party = (await loadParties(tx, [partyId])).get(partyId);
  const supplies = await loadSupplies(tx, [partyId]);
  const sellerIds = [...new Set(supplies.map(({ sellerId }) => sellerId))];
  return { partyKind, regionCode: party?.regionCode ?? '', sellerIds };
}

async function shownAs(
  tx: Tx,
  found: readonly Announcement[],
  reader: Reader,
  at: Instant,
): Promise<readonly ShownAnnouncement[]> {
  const shown = found
    .filter((one) => isShownTo(one, reader, at))
    .sort(byPlace)
    .slice(0, shownAtMost);
  const publishers = await loadParties(tx, [...new Set(shown.map(({ publisherId }) => publisherId))]);
  return shown.map((announcement) => ({
    announcement,
    publisherName: publishers.get(announcement.publisherId)?.name ?? '',
    link: linkFor(announcement, reader),
  }));
}
