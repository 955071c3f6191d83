import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '../../api';
import type { FetchPage } from '../../ui/every-page';
import { useCommand } from '../../ui/use-command';

export type WorkOverview = Answer<'work', 'overview'>;
export type Job = Answer<'work', 'jobs'>['items'][number];
export type WorkEvent = Answer<'work', 'events'>['items'][number];

const PAGE_SIZE = 50;
const REFRESH_MILLISECONDS = 10_000;
const workKey = ['work'];

/** What a list of jobs or events is narrowed to. */
export interface WorkFilter<Stage> {
  readonly stage: Stage | undefined;
  readonly name: string | undefined;
}

export const jobPages =
  (filter: WorkFilter<Job['stage']>): FetchPage<Job> =>
  (page) =>
    api.work.jobs({ ...filter, ...page });

export const eventPages =
  (filter: WorkFilter<WorkEvent['stage']>): FetchPage<WorkEvent> =>
  (page) =>
    api.work.events({ ...filter, ...page });

/** How much there is in each stage; asked again while somebody looks, as are the lists. */
export const useWorkOverview = () =>
  useQuery({
    queryKey: [...workKey, 'overview'],
    queryFn: () => api.work.overview({}),
    refetchInterval: REFRESH_MILLISECONDS,
  });

export const useJobs = (filter: WorkFilter<Job['stage']>, cursor: string | undefined) =>
  useQuery({
    queryKey: [...workKey, 'jobs', filter, cursor],
    queryFn: () => jobPages(filter)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MILLISECONDS,
  });

export const useEvents = (filter: WorkFilter<WorkEvent['stage']>, cursor: string | undefined) =>
  useQuery({
    queryKey: [...workKey, 'events', filter, cursor],
    queryFn: () => eventPages(filter)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MILLISECONDS,
  });

export const useRetryJob = () => useCommand(workKey, api.work.retryJob);
export const useRetryEvent = () => useCommand(workKey, api.work.retryEvent);
