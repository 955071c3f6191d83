import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '../../api';

export type Desk = Answer<'insight', 'desk'>;
export type Waiting = Desk['waiting'][number];
export type SalesToday = Desk['sales'][number];
export type OrderFigures = SalesToday['today'];
export type DayFigures = Answer<'insight', 'byDay'>['days'][number];
export type NamedFigures = Answer<'insight', 'by'>['items'][number];
export type GoodsRow = Answer<'insight', 'goods'>['items'][number];
export type Deliveries = Answer<'insight', 'deliveries'>;
export type DeliveryRow = Deliveries['items'][number];

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

export const useDeliveries = (period: Period, by: 'day' | 'seller') =>
  useQuery({
    queryKey: key('deliveries', period, by),
    queryFn: () => api.insight.deliveries({ ...period, by }),
    placeholderData: keepPreviousData,
  });
