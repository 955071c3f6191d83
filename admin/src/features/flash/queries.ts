import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api';
import type { FetchPage } from '../../ui/every-page';
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

/** A command on a flash sale; its id makes a repeated call harmless. */
function useFlashCommand<Input, Done>(send: (input: Input) => Promise<Done>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => void client.invalidateQueries({ queryKey: ['flash'] }),
  }).mutateAsync;
}

export const useCreateFlash = () => useFlashCommand(api.flash.create);
export const useEditFlash = () => useFlashCommand(api.flash.edit);
export const usePublishFlash = () => useFlashCommand(api.flash.publish);
export const useStopFlash = () => useFlashCommand(api.flash.stop);
export const useSettleFlash = () => useFlashCommand(api.flash.settle);
