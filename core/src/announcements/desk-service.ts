import { loadSkus } from '../catalog';
import {
  type Caller,
  commandsOver,
  dayMs,
  defineJob,
  type JobDefinition,
  pageOf,
  type Platform,
  readCursor,
  Refused,
  type Tx,
} from '../platform';
import { readPromotionBooks } from '../promotions';
import { checkAnnouncement } from './check-announcement';
import type {
  Announcement,
  AnnouncementLink,
  AnnouncementStanding,
  AnnouncementState,
  AnnouncementVersion,
} from './model';
import { standingOf } from './standing-of';
import { announcementStore } from './store';

/** An announcement as its publisher writes it. */
export type AnnouncementDraft = Pick<
  Announcement,
  'title' | 'body' | 'link' | 'audience' | 'startsAt' | 'endsAt' | 'isPinned'
>;

export interface AnnouncementCommand {
  readonly commandId: string;
  readonly announcementId: string;
  /** The version the caller has seen; 0 for a new one. */
  readonly expectedVersion: number;
}

export interface PutAnnouncement extends AnnouncementCommand, AnnouncementDraft {}

export interface AnnouncementQuery {
  readonly standing?: AnnouncementStanding | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** So many of a publisher's are not over at once: a home page with more to say says nothing. */
export const openAnnouncementsAtMost = 30;
/** One that is over is kept for so long. */
export const announcementKeptDays = 400;
const versionsShown = 50;
const purgedTogether = 500;

/** The desk where HQ and distributors write announcements. What is another's is not there. */
export function announcementDeskService({ database, clock }: Pick<Platform, 'database' | 'clock'>) {
  const once = commandsOver(database);

  const own = async (tx: Tx, caller: Caller, { announcementId, expectedVersion }: AnnouncementCommand) => {
    const found = await announcementStore(tx).locked(announcementId);
    if (found?.publisherId !== caller.partyId) throw new Refused('announcements.unknown');
    if (found.version !== expectedVersion) throw new Refused('announcements.versionChanged');
    if (standingOf(found, caller.at) === 'over') throw new Refused('announcements.over');
    return found;
  };

  /** Writes the next version of an announcement, and keeps it. */
  const write = async (tx: Tx, announcement: Announcement): Promise<Announcement> => {
    const store = announcementStore(tx);
    const { id: announcementId, version, changedBy, changedAt } = announcement;
    const isWritten = await (version === 1 ? store.add(announcement) : store.change(announcement));
    if (!isWritten) throw new Refused('announcements.versionChanged');
    await store.addVersion({ announcementId, version, definition: announcement, changedBy, changedAt });
    return announcement;
  };

  const moved = (caller: Caller, before: Announcement, state: AnnouncementState): Announcement => ({
    ...before,
    state,
    version: before.version + 1,
    changedBy: caller.userName,
    changedAt: caller.at,
  });

  return {
    /** The caller's own announcements, the latest to start first. */
    announcements: (caller: Caller, { standing, cursor, limit }: AnnouncementQuery) =>
      database.read(async (tx) => {
        const found = await announcementStore(tx).page({
          publisherId: caller.partyId,
          standing: standing ?? null,
          at: caller.at,
          after: cursor ? readCursor(cursor, 'number', 'string') : null,
          limit: limit + 1,
        });
        return pageOf(found, limit, ({ startsAt, id }) => [startsAt, id]);
      }),

    /** One of the caller's with its versions, the newest first. @throws announcements.unknown */
    announcement: (
      caller: Caller,
      announcementId: string,
    ): Promise<{ announcement: Announcement; versions: readonly AnnouncementVersion[] }> =>
      database.read(async (tx) => {
        const store = announcementStore(tx);
        const announcement = await store.one(announcementId);
        if (announcement?.publisherId !== caller.partyId) throw new Refused('announcements.unknown');
        return { announcement, versions: await store.versions(announcementId, versionsShown) };
      }),

    /**
     * Writes a draft, or changes one that waits or is shown.
     * @throws announcements.unknown, announcements.versionChanged, announcements.over, announcements.windowWrong,
     * announcements.windowOver, announcements.audienceWrong, announcements.linkUnknown, announcements.tooMany,
     * command.idReused
     */
    put: (caller: Caller, input: PutAnnouncement): Promise<Announcement> =>
      once(caller, 'announcements.put', input.commandId, input, async (tx) => {
        const { announcementId, expectedVersion } = input;
        const before = expectedVersion === 0 ? null : await own(tx, caller, input);
        const { title, body, link, audience, startsAt, endsAt, isPinned } = input;
        const isFromHeadquarters = caller.partyKind === 'hq';
        const fault = checkAnnouncement({ startsAt, endsAt, audience, isFromHeadquarters });
        if (fault) throw new Refused(`announcements.${fault}`);
        if (endsAt <= caller.at) throw new Refused('announcements.windowOver');
        await assertLink(tx, caller, link);
        const open = before ? 0 : await announcementStore(tx).open(caller.partyId, caller.at);
        if (open >= openAnnouncementsAtMost) throw new Refused('announcements.tooMany');
        return write(tx, {
          id: announcementId,
          version: expectedVersion + 1,
          publisherId: caller.partyId,
          isFromHeadquarters,
          state: before?.state ?? 'draft',
          ...{ title, body, link, audience, startsAt, endsAt, isPinned },
          changedBy: caller.userName,
          changedAt: caller.at,
        });
      }),

    /**
     * Lets a draft be shown in its time.
     * @throws announcements.unknown, announcements.versionChanged, announcements.over, announcements.notDraft,
     * announcements.windowOver, command.idReused
     */
    publish: (caller: Caller, input: AnnouncementCommand): Promise<Announcement> =>
      once(caller, 'announcements.publish', input.commandId, input, async (tx) => {
        const before = await own(tx, caller, input);
        if (before.state !== 'draft') throw new Refused('announcements.notDraft');
        if (before.endsAt <= caller.at) throw new Refused('announcements.windowOver');
        return write(tx, moved(caller, before, 'published'));
      }),

    /**
     * Ends an announcement at once: whoever looks next does not see it. A draft is thrown away by it.
     * @throws announcements.unknown, announcements.versionChanged, announcements.over, command.idReused
     */
    stop: (caller: Caller, input: AnnouncementCommand): Promise<Announcement> =>
      once(caller, 'announcements.stop', input.commandId, input, async (tx) =>
        write(tx, moved(caller, await own(tx, caller, input), 'stopped')),
      ),

    /** Each night: what has been over for long is forgotten. */
    purgeJob: (): JobDefinition =>
      defineJob({
        name: 'announcements.purge',
        every: { dailyAt: '03:58' },
        run: async ({ log }) => {
          const before = clock.now() - announcementKeptDays * dayMs;
          let announcements = 0;
          for (let removed = purgedTogether; removed === purgedTogether; announcements += removed) {
            removed = await database.transaction((tx) =>
              announcementStore(tx).removeBefore(before, purgedTogether),
            );
          }
          log.info({ announcements }, 'old announcements forgotten');
        },
      }),
  };
}

/** Links go to goods there are and to promotions of one's own that run or will. @throws announcements.linkUnknown */
async function assertLink(tx: Tx, { partyId }: Caller, link: AnnouncementLink | null): Promise<void> {
  if (link === null || link.kind === 'offers') return;
  const isThere =
    link.kind === 'goods'
      ? (await loadSkus(tx, [link.id])).has(link.id)
      : (await readPromotionBooks(tx, [partyId]))(partyId).byId(link.id) !== undefined;
  if (!isThere) throw new Refused('announcements.linkUnknown', link.id);
}
