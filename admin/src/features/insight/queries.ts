import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '../../api';
import type { FetchPage } from '../../ui/every-page';

export type Desk = Answer<'insight', 'desk'>;
export type Waiting = Desk['waiting'][number];
export type SalesToday = Desk['sales'][number];
export type OrderFigures = SalesToday['today'];
export type DayFigures = Answer<'insight', 'byDay'>['days'][number];
export type NamedFigures = Answer<'insight', 'by'>['items'][number];
export type GoodsRow = Answer<'insight', 'goods'>['items'][number];
export type RangeRow = Answer<'insight', 'ranges'>['items'][number];
export type Deliveries = Answer<'insight', 'deliveries'>;
export type DeliveryRow = Deliveries['items'][number];
export type Receivables = Answer<'insight', 'receivables'>;
export type ReceivableRow = Receivables['items'][number];
export type Shelves = Answer<'insight', 'shelves'>;
export type ShelfRow = Shelves['items'][number];
export type DiversionsBy = 'seller' | 'buyer' | 'province' | 'day';
export type Diversions = Answer<'insight', 'diversions'>;
export type DiversionRow = Diversions['items'][number];
export type Losses = Answer<'insight', 'losses'>;
export type LossRow = Losses['items'][number];
export type SlowStock = Answer<'insight', 'slowStock'>;
export type SlowRow = SlowStock['items'][number];
export type ReturnsBy = 'kind' | 'reason' | 'buyer' | 'seller';
export type Returns = Answer<'insight', 'returns'>;
export type ReturnsRow = Returns['items'][number];
export type ReturnedGoodsRow = Answer<'insight', 'returnedGoods'>['items'][number];
export type Promoted = Answer<'insight', 'promoted'>;
export type PromotedRow = Promoted['items'][number];
export type OrderBehind = Answer<'insight', 'orders'>['items'][number];

export interface Period {
  readonly from: string;
  readonly to: string;
  readonly side: 'own' | 'channel';
}

const DESK_REFRESH_MILLISECONDS = 30_000;
const key = (what: string, ...rest: readonly unknown[]) => ['insight', what, ...rest];

/** What waits and how today goes, asked again twice a minute while the screen is looked at. */
export const useDesk = () =>
  useQuery({
    queryKey: key('desk'),
    queryFn: () => api.insight.desk({}),
    refetchInterval: DESK_REFRESH_MILLISECONDS,
  });

export const useSalesByDay = (period: Period) =>
  useQuery({
    queryKey: key('days', period),
    queryFn: () => api.insight.byDay(period),
    placeholderData: keepPreviousData,
  });

export const useSalesBy = (period: Period, by: 'seller' | 'buyer' | 'province') =>
  useQuery({
    queryKey: key('by', period, by),
    queryFn: () => api.insight.by({ ...period, by }),
    placeholderData: keepPreviousData,
  });

export const useGoodsSold = (period: Period) =>
  useQuery({
    queryKey: key('goods', period),
    queryFn: () => api.insight.goods(period),
    placeholderData: keepPreviousData,
  });

export const useRangesSold = (period: Period, by: 'category' | 'brand') =>
  useQuery({
    queryKey: key('ranges', period, by),
    queryFn: () => api.insight.ranges({ ...period, by }),
    placeholderData: keepPreviousData,
  });

export const useDeliveries = (period: Period, by: 'day' | 'seller') =>
  useQuery({
    queryKey: key('deliveries', period, by),
    queryFn: () => api.insight.deliveries({ ...period, by }),
    placeholderData: keepPreviousData,
  });

export const useReceivables = (period: Period) =>
  useQuery({
    queryKey: key('receivables', period),
    queryFn: () => api.insight.receivables(period),
    placeholderData: keepPreviousData,
  });

export const useShelves = (period: Period) =>
  useQuery({
    queryKey: key('shelves', period),
    queryFn: () => api.insight.shelves(period),
    placeholderData: keepPreviousData,
  });

export const useDiversions = (period: Period, by: DiversionsBy) =>
  useQuery({
    queryKey: key('diversions', period, by),
    queryFn: () => api.insight.diversions({ ...period, by }),
    placeholderData: keepPreviousData,
  });

export const useLosses = (period: Period) =>
  useQuery({
    queryKey: key('losses', period),
    queryFn: () => api.insight.losses(period),
    placeholderData: keepPreviousData,
  });

/** What has not sold for so many days, as of now. */
export const useSlowStock = (side: Period['side'], days: number) =>
  useQuery({
    queryKey: key('slowStock', side, days),
    queryFn: () => api.insight.slowStock({ side, days }),
    placeholderData: keepPreviousData,
  });

export const useReturns = (period: Period, by: ReturnsBy) =>
  useQuery({
    queryKey: key('returns', period, by),
    queryFn: () => api.insight.returns({ ...period, by }),
    placeholderData: keepPreviousData,
  });

export const useReturnedGoods = (period: Period) =>
  useQuery({
    queryKey: key('returnedGoods', period),
    queryFn: () => api.insight.returnedGoods(period),
    placeholderData: keepPreviousData,
  });

export const usePromoted = (period: Period) =>
  useQuery({
    queryKey: key('promoted', period),
    queryFn: () => api.insight.promoted(period),
    placeholderData: keepPreviousData,
  });

/** What a figure of a report counts: everything of its period, or what one row of it has in common. */
export interface Figure extends Period {
  readonly by: 'all' | 'seller' | 'buyer' | 'province' | 'goods' | 'promotion';
  readonly key: string;
}

const PAGE_SIZE = 50;

export const pagesBehind =
  (figure: Figure): FetchPage<OrderBehind> =>
  (page) =>
    api.insight.orders({ ...figure, ...page });

/** One page of the orders behind a figure; while the next one loads, the present one stays. */
export const useOrdersBehind = (figure: Figure, cursor: string | undefined) =>
  useQuery({
    queryKey: key('orders', figure, cursor),
    queryFn: () => api.insight.orders({ ...figure, cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });
