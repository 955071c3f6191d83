import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '@/api';

export type Announcement = Answer<'announcements', 'shown'>['items'][number];
export type AnnouncementLink = NonNullable<Answer<'announcements', 'one'>['link']>;

const staleMs = 60_000;

const shownQuery = queryOptions({
  queryKey: ['announcements', 'shown'],
  queryFn: () => api.announcements.shown({}),
  staleTime: staleMs,
});

const oneQuery = (announcementId: string) =>
  queryOptions({
    queryKey: ['announcements', 'one', announcementId],
    queryFn: () => api.announcements.one({ announcementId }),
  });

/** What is announced now, pinned ones first; asked by those who order. */
export const useShown = (isAsked = true) => useQuery({ ...shownQuery, enabled: isAsked });
export const useAnnouncement = (announcementId: string) => useQuery(oneQuery(announcementId));
