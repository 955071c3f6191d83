import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '../../api';
import { everyPage, type FetchPage } from '../../ui/every-page';
import type { Promotion, PromotionCost, PromotionDraft, PromotionState } from './model';
import { spanOf } from './month';
import type { Kinds } from './promotion-values';

export interface PromotionFilter {
  readonly state?: PromotionState;
  readonly kind?: string;
  readonly from?: string;
  readonly until?: string;
}

/** More at once than anybody can read off a calendar. */
export const CALENDAR_LIMIT = 400;
const PAGE_SIZE = 50;

export const promotionsKey = ['promotions'] as const;

export const kindsQuery = queryOptions({
  queryKey: [...promotionsKey, 'kinds'],
  queryFn: async (): Promise<Kinds> => {
    const { items } = await api.promotions.kinds({});
    return new Map(items.map((kind) => [kind.kind, kind]));
  },
  staleTime: Infinity,
});

/** Every kind of promotion by its name, in the order a form offers them. */
export const useKinds = () => useQuery(kindsQuery);

/** One page of promotions after another, the latest to start first. */
export const promotionPages =
  (filter: PromotionFilter): FetchPage<Promotion> =>
  (page) =>
    api.promotions.list({ ...filter, ...page });

export const usePromotions = (filter: PromotionFilter, cursor: string | undefined) =>
  useQuery({
    queryKey: [...promotionsKey, 'list', filter, cursor],
    queryFn: () => promotionPages(filter)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

/** All that runs in the weeks of a month; `complete` is false when there is more than a calendar holds. */
export const useMonth = (month: string, filter: Pick<PromotionFilter, 'state' | 'kind'>) =>
  useQuery({
    queryKey: [...promotionsKey, 'month', month, filter],
    queryFn: () => everyPage(promotionPages({ ...filter, ...spanOf(month) }), CALENDAR_LIMIT),
    placeholderData: keepPreviousData,
  });

/** Days a statement of costs is about, the last one included. */
export interface CostDays {
  readonly from: string;
  readonly until: string;
  /** My promotions unless it says otherwise. */
  readonly side?: CostSide;
}

/** Of my own promotions, or what I bear of those of others. */
export type CostSide = 'seller' | 'payer';

/** One page of what promotions cost whom after another; of one of them, or of all. */
export const costPages =
  (days: CostDays, promotionId?: string): FetchPage<PromotionCost> =>
  (page) =>
    api.promotions.costs({ ...days, ...page, promotionId });

/** A page of what promotions cost whom. */
export const useCostStatement = (days: CostDays, cursor: string | undefined) =>
  useQuery({
    queryKey: [...promotionsKey, 'statement', days, cursor],
    queryFn: () => costPages(days)({ ...(cursor && { cursor }), limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

/** What a promotion has cost its payers. */
export const useCosts = (promotionId: string, days: CostDays) =>
  useQuery({
    queryKey: [...promotionsKey, 'costs', promotionId, days],
    queryFn: () => everyPage(costPages(days, promotionId), PAGE_SIZE),
  });

export const promotionQuery = (promotionId: string) =>
  queryOptions({
    queryKey: [...promotionsKey, 'one', promotionId],
    queryFn: () => api.promotions.get({ promotionId }),
  });

/** One promotion with its versions and what stands against it. */
export const usePromotion = (promotionId: string | undefined) =>
  useQuery({ ...promotionQuery(promotionId ?? ''), enabled: promotionId !== undefined });

/** What of the live promotions a draft would stand against; asked only where a draft is handed in. */
export const useConflicts = (draft: PromotionDraft | null) =>
  useQuery({
    queryKey: [...promotionsKey, 'conflicts', draft],
    queryFn: () => api.promotions.conflicts({ promotion: draft as PromotionDraft }),
    enabled: draft !== null,
    staleTime: 0,
  });

/** A basket somebody tries a promotion on. */
export interface Basket {
  readonly buyerId: string | undefined;
  readonly lines: readonly { readonly skuId: string; readonly quantity: number; readonly unit?: string }[];
}

/** What a basket would cost with a draft beside what is live. */
export const usePreview = (draft: PromotionDraft | null, { buyerId, lines }: Basket) =>
  useQuery({
    queryKey: [...promotionsKey, 'preview', draft, buyerId, lines],
    queryFn: ({ signal }) => {
      signal.throwIfAborted();
      return api.promotions.preview({
        promotion: draft as PromotionDraft,
        buyerId: buyerId as string,
        lines: [...lines],
      });
    },
    enabled: draft !== null && buyerId !== undefined && lines.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 0,
  });

export type Goods = Answer<'catalog', 'get'>;

/** Goods of the sample basket, for their units. */
export const goodsQuery = (skuId: string) =>
  queryOptions({
    queryKey: ['catalog', 'goods', skuId],
    queryFn: () => api.catalog.get({ skuId }),
    staleTime: Infinity,
  });

/** Who supplies me, and so may bear a part of what a promotion costs. */
export const useSuppliers = () =>
  useQuery({
    queryKey: ['partners', 'suppliers'],
    queryFn: () => api.partners.suppliers({}),
    staleTime: Infinity,
  });
