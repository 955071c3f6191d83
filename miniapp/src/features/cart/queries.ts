import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem, api, type Answer } from '@/api';
import { sendOnce } from '@/platform/send-once';
import { useOnline } from '@/platform/use-online';
import { useDebounced } from '@/ui/use-debounced';
import type { BasketLine } from './basket';
import type { WantedGifts } from './gift-choice';

export type Quote = Answer<'orders', 'quote'>;
export type NextAdd = NonNullable<Quote['promotions'][number]['nextAdd']>;

export interface Wanted {
  readonly supplierId: string | undefined;
  readonly addressId: string | undefined;
  readonly lines: readonly {
    readonly skuId: string;
    readonly quantity: number;
    readonly acceptsAgeing?: true;
    /** What was won in a flash sale: goods and quantity are those of the token. */
    readonly flashToken?: string;
  }[];
  /** Left out: the coupons that save most. */
  readonly couponIds?: readonly string[];
  /** 自提. */
  readonly isPickup?: true;
  /** Left out: the first gifts of each promotion. */
  readonly giftChoices?: readonly WantedGifts[];
}

/** The pause after the last keystroke before a basket is priced. */
const quotePauseMs = 300;

/** What the server is asked about a basket. */
export const wantedOf = (
  lines: readonly BasketLine[],
  supplierId: string | undefined,
  addressId: string | undefined,
  { couponIds, giftChoices = [] }: Pick<Wanted, 'couponIds' | 'giftChoices'> = {},
): Wanted => ({
  supplierId,
  addressId,
  ...(couponIds ? { couponIds } : {}),
  ...(giftChoices.length > 0 ? { giftChoices } : {}),
  lines: lines.map(({ skuId, quantity, acceptsAgeing }) => ({
    skuId,
    quantity,
    ...(acceptsAgeing ? { acceptsAgeing } : {}),
  })),
});

/** A basket as it is sent, in lists that may be written to. */
const bodyOf = <Asked extends Wanted>({ lines, couponIds, giftChoices, ...rest }: Asked) => ({
  ...rest,
  lines: [...lines],
  ...(couponIds ? { couponIds: [...couponIds] } : {}),
  ...(giftChoices
    ? { giftChoices: giftChoices.map(({ promotionId, skuIds }) => ({ promotionId, skuIds: [...skuIds] })) }
    : {}),
});

export const quoteQuery = (wanted: Wanted) =>
  queryOptions({
    queryKey: ['orders', 'quote', wanted],
    queryFn: () => api.orders.quote(bodyOf(wanted)),
    staleTime: 0,
    gcTime: 60_000,
    placeholderData: keepPreviousData,
  });

/**
 * The price and verdict of a basket as it is typed. `isCurrent` says whether it is about what stands there now,
 * `isOffline` that nobody could be asked: once the network is back it is asked by itself.
 */
export function useQuote(wanted: Wanted) {
  const asked = JSON.stringify(wanted);
  const settled = useDebounced(asked, quotePauseMs);
  const settledWanted: Wanted = JSON.parse(settled);
  const isOnline = useOnline();
  const quote = useQuery({
    ...quoteQuery(settledWanted),
    enabled: isOnline && settledWanted.lines.length > 0 && settledWanted.supplierId !== undefined,
  });
  const isOffline = !isOnline || (quote.error instanceof ApiProblem && quote.error.status === 0);
  const isCurrent =
    isOnline && asked === settled && quote.isSuccess && !quote.isPlaceholderData && !quote.isFetching;
  return { quote, isCurrent, isOffline };
}

export interface Placing extends Wanted {
  readonly note: string;
  /** What of it is paid from the rebate balance at once. */
  readonly rebateFen?: number;
  readonly expectedPayableFen: number;
}

/** Places a basket once, however often it is tapped. @throws orders.priceChanged and what the contract names */
export function usePlaceOrder(basketKey: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ expectedPayableFen, ...asked }: Placing) =>
      sendOnce({
        name: `place:${basketKey}`,
        fingerprint: JSON.stringify(asked),
        body: { ...asked, expectedPayableFen },
        send: (orderId, body) => api.orders.place({ ...bodyOf(body), orderId }),
      }),
    onSuccess: (order) => {
      client.setQueryData(['orders', 'one', order.orderId], order);
      void client.invalidateQueries({ queryKey: ['orders', 'list'] });
      void client.invalidateQueries({ queryKey: ['orders', 'counts'] });
      void client.invalidateQueries({ queryKey: ['credit'] });
      void client.invalidateQueries({ queryKey: ['catalog'] });
      void client.invalidateQueries({ queryKey: ['promotions'] });
      void client.invalidateQueries({ queryKey: ['flash'] });
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.status !== 0)
        void client.invalidateQueries({ queryKey: ['orders', 'quote'] });
    },
  });
}
