import {
  infiniteQueryOptions,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api, type Answer } from '@/api';
import { sendOnce } from '@/platform/send-once';
import type { Deal } from '@/ui/deal-tag';
import { usableAt } from './usable-at';

export type Offer = Answer<'promotions', 'offers'>['items'][number];
export type Coupon = Answer<'promotions', 'coupons'>['items'][number];

/** Coupons a page of the wallet brings: its three drawers are filled from one list. */
const couponRows = 100;
/** The labels of a longer list are not all asked for again whenever somebody comes back to it. */
const pagesAskedAgain = 3;

export const offersQuery = (supplierId: string | undefined) =>
  queryOptions({
    queryKey: ['promotions', 'offers', supplierId],
    queryFn: () => api.promotions.offers({ supplierId }),
    staleTime: 30_000,
  });

export const labelsQuery = (skuIds: readonly string[], supplierId: string | undefined) =>
  queryOptions({
    queryKey: ['promotions', 'labels', supplierId, skuIds],
    queryFn: () => api.promotions.labels({ skuIds: skuIds.join(','), supplierId }),
    staleTime: 60_000,
  });

export const couponsQuery = infiniteQueryOptions({
  queryKey: ['promotions', 'coupons'],
  queryFn: ({ pageParam }) => api.promotions.coupons({ cursor: pageParam || undefined, limit: couponRows }),
  initialPageParam: '',
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});

export const useOffers = (supplierId: string | undefined) =>
  useQuery({ ...offersQuery(supplierId), enabled: supplierId !== undefined });
export const useCoupons = (enabled: boolean) => useInfiniteQuery({ ...couponsQuery, enabled });

/** The coupons that can be used at a supplier; undefined until they have come. */
export function useWallet(supplierId: string | undefined) {
  const { data, error, refetch } = useCoupons(supplierId !== undefined);
  const coupons =
    data &&
    usableAt(
      data.pages.flatMap(({ items }) => items),
      supplierId,
    );
  return { coupons, error, reload: () => void refetch() };
}

/** The promotion labels of goods in view, one request a page of them; goods without any are not in it. */
export const useDealLabels = (pages: readonly (readonly string[])[], supplierId: string | undefined) =>
  useQueries({
    queries: pages
      .filter((skuIds) => skuIds.length > 0)
      .map((skuIds) => ({
        ...labelsQuery(skuIds, supplierId),
        enabled: supplierId !== undefined,
        refetchOnWindowFocus: pages.length <= pagesAskedAgain,
      })),
    combine: labelsIn,
  });

const labelsIn = (
  answers: readonly { readonly data?: Answer<'promotions', 'labels'> }[],
): ReadonlyMap<string, readonly Deal[]> =>
  new Map(answers.flatMap(({ data }) => data?.items ?? []).map(({ skuId, labels }) => [skuId, labels]));

/** Claims a coupon once, however often it is tapped. @throws promotions.couponTaken, promotions.couponOver */
export function useClaimCoupon() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (promotionId: string) =>
      sendOnce({
        name: `claim:${promotionId}`,
        fingerprint: promotionId,
        body: { promotionId },
        send: (commandId, body) => api.promotions.claimCoupon({ ...body, commandId }),
      }),
    // A refusal, too, says that what stands here is not how it is.
    onSettled: () =>
      Promise.all(
        [
          ['promotions', 'offers'],
          ['promotions', 'coupons'],
          ['orders', 'quote'],
        ].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
}
