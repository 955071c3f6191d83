import { type Announcement, announcementStandingOf, type Core, type ShownAnnouncement } from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import { at } from './wire';

export const announcementHandlers = ({ announcements }: Core): HandlersOf<'announcements'> => ({
  shown: async (_, caller) => ({ items: (await announcements.shown(caller)).map(viewTold) }),
  one: async ({ announcementId }, caller) => {
    const shown = await announcements.one(caller, announcementId);
    return { ...viewTold(shown), body: shown.announcement.body, link: shown.link };
  },
  own: async (query, caller) => {
    const { items, nextCursor } = await announcements.announcements(caller, query);
    return { items: items.map((one) => viewOwn(one, caller.at)), nextCursor };
  },
  ownOne: async ({ announcementId }, caller) => {
    const { announcement, versions } = await announcements.announcement(caller, announcementId);
    return {
      announcement: viewOwn(announcement, caller.at),
      versions: versions.map(({ definition, changedAt }) => viewOwn(definition, changedAt)),
    };
  },
  put: async ({ startsAt, endsAt, ...input }, caller) =>
    viewOwn(
      await announcements.put(caller, {
        ...input,
        startsAt: Date.parse(startsAt),
        endsAt: Date.parse(endsAt),
      }),
      caller.at,
    ),
  publish: async (input, caller) => viewOwn(await announcements.publish(caller, input), caller.at),
  stop: async (input, caller) => viewOwn(await announcements.stop(caller, input), caller.at),
});

const viewTold = ({ announcement, publisherName }: ShownAnnouncement) => ({
  announcementId: announcement.id,
  version: announcement.version,
  title: announcement.title,
  publisherName,
  startsAt: at(announcement.startsAt),
  isPinned: announcement.isPinned,
});

/** As its publisher sees it at a moment. */
const viewOwn = (announcement: Announcement, moment: number) => ({
  announcementId: announcement.id,
  version: announcement.version,
  standing: announcementStandingOf(announcement, moment),
  title: announcement.title,
  body: announcement.body,
  link: announcement.link,
  audience: { parties: announcement.audience.parties, regions: [...announcement.audience.regions] },
  startsAt: at(announcement.startsAt),
  endsAt: at(announcement.endsAt),
  isPinned: announcement.isPinned,
  changedBy: announcement.changedBy,
  changedAt: at(announcement.changedAt),
});
