import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Answer } from '@/api';
import { sendOnce } from '@/platform/send-once';
import { offsetMs } from './server-clock';

export type FlashOffer = Answer<'flash', 'hall'>['items'][number];
export type FlashToken = Answer<'flash', 'tokens'>['items'][number];
export type Grab = Answer<'flash', 'grab'>;

/** How often a hall that is looked at asks how much is left. */
const hallPauseMs = 10_000;

/** An answer that carries the server's time, and how far that is ahead of this device. */
async function timed<Said extends { readonly serverTime: string }>(ask: () => Promise<Said>) {
  const askedAtMs = Date.now();
  const said = await ask();
  return { ...said, aheadMs: offsetMs(said.serverTime, askedAtMs, Date.now()) };
}

export const hallQuery = queryOptions({
  queryKey: ['flash', 'hall'],
  queryFn: () => timed(() => api.flash.hall({})),
  staleTime: hallPauseMs,
});

export const tokensQuery = queryOptions({
  queryKey: ['flash', 'tokens'],
  queryFn: () => timed(() => api.flash.tokens({})),
  staleTime: 0,
});

/** The hall; `isWatched` asks again by itself while it is in front. */
export const useHall = (enabled: boolean, isWatched = false) =>
  useQuery({ ...hallQuery, enabled, refetchInterval: isWatched ? hallPauseMs : false });
export const useTokens = () => useQuery(tokensQuery);

export interface Grabbing {
  readonly quantity: number;
  readonly challengeAnswer?: string;
}

/**
 * Grabs units of an activity; who wins and who loses hears so by the one answer. A try whose answer was lost is sent
 * again as the same; the next one is a new try.
 */
export function useGrab(activity: FlashOffer) {
  const client = useQueryClient();
  const { activityId } = activity;
  return useMutation({
    mutationFn: (asked: Grabbing) =>
      sendOnce({
        name: `grab:${activityId}`,
        fingerprint: JSON.stringify(asked),
        body: asked,
        send: (requestId, body) => timed(() => api.flash.grab({ ...body, activityId, requestId })),
      }),
    onSuccess: ({ token, endsAt, quantity, serverTime, aheadMs }) => {
      if (token === null || endsAt === null) return;
      const secondsLeft = Math.max(0, Math.round((Date.parse(endsAt) - Date.parse(serverTime)) / 1_000));
      const won = { token, quantity, endsAt, secondsLeft, isOrdering: false, activity };
      client.setQueryData(tokensQuery.queryKey, (known) => ({
        serverTime,
        aheadMs,
        items: [...(known?.items ?? []).filter((one) => one.token !== token), won],
      }));
    },
  });
}
