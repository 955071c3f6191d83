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

/** What a figure of a report counts: everything of its period, or what one row of it has in common. */
export interface Figure extends Period {
  readonly by: 'all' | 'seller' | 'buyer' | 'province' | 'goods';
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
