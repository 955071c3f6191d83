import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../api';
import type { FetchPage } from '../../ui/every-page';
import { useCommand } from '../../ui/use-command';
import type { Announcement, Standing } from './model';

const pageSize = 50;
/** Announcements begin and end by themselves. */
const againMilliseconds = 30_000;
const promotionsOffered = 100;

/** One page of announcements after another, the latest to start first. */
export const announcementPages =
  (standing: Standing | undefined): FetchPage<Announcement> =>
  (page) =>
    api.announcements.own({ ...page, standing });

export const useAnnouncements = (standing: Standing | undefined, cursor: string | undefined) =>
  useQuery({
    queryKey: ['announcements', 'list', standing, cursor],
    queryFn: () => announcementPages(standing)({ cursor, limit: pageSize }),
    placeholderData: keepPreviousData,
    refetchInterval: againMilliseconds,
  });

/** One announcement, and how it stood before. */
export const useAnnouncement = (announcementId: string) =>
  useQuery({
    queryKey: ['announcements', 'one', announcementId],
    queryFn: () => api.announcements.ownOne({ announcementId }),
  });

/** The promotions one may lead to: one's own that run or will. */
export const usePromotionOptions = () =>
  useQuery({
    queryKey: ['announcements', 'promotions'],
    queryFn: async () =>
      (await api.promotions.list({ state: 'live', limit: promotionsOffered })).items.map(
        ({ promotionId, name, label }) => ({ value: promotionId, label: `${name} · ${label}` }),
      ),
  });

export const usePutAnnouncement = () => useCommand(['announcements'], api.announcements.put);
export const usePublishAnnouncement = () => useCommand(['announcements'], api.announcements.publish);
export const useStopAnnouncement = () => useCommand(['announcements'], api.announcements.stop);
