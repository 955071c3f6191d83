import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '@/api';
import type { Period } from './period';

export type SalesDay = Answer<'insight', 'byDay'>['days'][number];
export type GoodsFigures = Answer<'insight', 'goods'>['items'][number];
export type BuyerFigures = Answer<'insight', 'by'>['items'][number];

const staleTime = 60_000;

export const salesByDayQuery = (period: Period) =>
  queryOptions({
    queryKey: ['insight', 'days', period],
    queryFn: () => api.insight.byDay({ ...period }),
    staleTime,
  });

export const salesOfGoodsQuery = (period: Period) =>
  queryOptions({
    queryKey: ['insight', 'goods', period],
    queryFn: () => api.insight.goods({ ...period }),
    staleTime,
  });

export const salesByBuyerQuery = (period: Period) =>
  queryOptions({
    queryKey: ['insight', 'buyers', period],
    queryFn: () => api.insight.by({ ...period, by: 'buyer' }),
    staleTime,
  });

/** What I sold, day by day. */
export const useSalesByDay = (period: Period) =>
  useQuery({ ...salesByDayQuery(period), placeholderData: keepPreviousData });
/** Which goods it was. */
export const useSalesOfGoods = (period: Period, enabled: boolean) =>
  useQuery({ ...salesOfGoodsQuery(period), enabled, placeholderData: keepPreviousData });
/** Who bought it. */
export const useSalesByBuyer = (period: Period, enabled: boolean) =>
  useQuery({ ...salesByBuyerQuery(period), enabled, placeholderData: keepPreviousData });
