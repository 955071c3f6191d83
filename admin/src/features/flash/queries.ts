import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../api';
import type { FetchPage } from '../../ui/every-page';
import { useCommand } from '../../ui/use-command';
import { isMoving, type Activity } from './model';

const PAGE_SIZE = 50;
const SELLING_MILLISECONDS = 2_000;
const QUIET_MILLISECONDS = 15_000;

/** One page of flash sales after another, the last to begin first. */
export const activityPages: FetchPage<Activity> = (page) => api.flash.activities(page);

/** A page of flash sales, asked for often while one of them sells. */
export const useActivities = (cursor: string | undefined) =>
  useQuery({
    queryKey: ['flash', 'activities', cursor],
    queryFn: () => activityPages({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.items.some(isMoving) ? SELLING_MILLISECONDS : QUIET_MILLISECONDS,
  });

export const useCreateFlash = () => useCommand(['flash'], api.flash.create);
export const useEditFlash = () => useCommand(['flash'], api.flash.edit);
export const usePublishFlash = () => useCommand(['flash'], api.flash.publish);
export const useStopFlash = () => useCommand(['flash'], api.flash.stop);
export const useSettleFlash = () => useCommand(['flash'], api.flash.settle);
