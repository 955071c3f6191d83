import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../api';
import type { Channel } from '../../ui/channels';
import type { FetchPage } from '../../ui/every-page';
import { useCommand } from '../../ui/use-command';
import type { Blocked, Grant, GrantKind } from './model';
import { COUNTRY } from './region-codes';

const pageSize = 50;

/** What map and list are narrowed to. */
export interface TerritoryFilter {
  readonly sellerId: string | undefined;
  readonly productLine: string | undefined;
  readonly channel: Channel | undefined;
  readonly on: string | undefined;
}

export interface GrantFilter extends TerritoryFilter {
  readonly kind: GrantKind | undefined;
  readonly state: 'current' | 'all';
  readonly area: string;
}

/** Who is granted what of a division. */
export const useHolders = (parent: string, filter: TerritoryFilter) =>
  useQuery({
    queryKey: ['territory', 'holders', parent, filter],
    queryFn: () => api.territory.holders({ parent, ...filter }),
    placeholderData: keepPreviousData,
  });

/** What a division is called in full. */
export const useRegionName = (code: string) =>
  useQuery({
    queryKey: ['territory', 'name', code],
    queryFn: async () => (await api.territory.division({ code })).fullName,
    enabled: code !== COUNTRY,
    staleTime: Infinity,
  });

/** One page of grants and permits after another. */
export const grantPages =
  ({ area, ...filter }: GrantFilter): FetchPage<Grant> =>
  (page) =>
    api.territory.grants({ ...page, ...filter, area: area === COUNTRY ? undefined : area });

export const useGrants = (filter: GrantFilter, cursor: string | undefined) =>
  useQuery({
    queryKey: ['territory', 'grants', filter, cursor],
    queryFn: () => grantPages(filter)({ cursor, limit: pageSize }),
    placeholderData: keepPreviousData,
  });

/** Product lines to choose from. */
export const useProductLines = () =>
  useQuery({
    queryKey: ['territory', 'product-lines'],
    queryFn: async () => (await api.territory.productLines({})).items,
    staleTime: 5 * 60_000,
  });

type Previewed = Parameters<typeof api.territory.previewGrant>[0];

/** With what a grant would overlap, before it is saved; asks nothing while there is too little to ask about. */
export const useOverlaps = (asked: Previewed | null) =>
  useQuery({
    queryKey: ['territory', 'overlaps', asked],
    queryFn: async () => (asked ? (await api.territory.previewGrant(asked)).items : []),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });

export const usePutGrant = () => useCommand(['territory'], api.territory.putGrant);
export const usePutPermit = () => useCommand(['territory'], api.territory.putPermit);
export const useEndGrant = () => useCommand(['territory'], api.territory.endGrant);

export interface BlockedFilter {
  readonly sellerId: string | undefined;
  readonly from: string;
  /** The first day it is not asked about. */
  readonly to: string;
}

/** One page of stopped order lines after another, newest first. */
export const blockedPages =
  (filter: BlockedFilter): FetchPage<Blocked> =>
  (page) =>
    api.territory.blocked({ ...page, ...filter });

export const useBlocked = (filter: BlockedFilter, cursor: string | undefined) =>
  useQuery({
    queryKey: ['territory', 'blocked', filter, cursor],
    queryFn: () => blockedPages(filter)({ cursor, limit: pageSize }),
    placeholderData: keepPreviousData,
  });

/** How many were stopped, by seller, day and reason. */
export const useBlockedCounts = (filter: BlockedFilter) =>
  useQuery({
    queryKey: ['territory', 'blocked-counts', filter],
    queryFn: async () => (await api.territory.blockedCounts(filter)).items,
    placeholderData: keepPreviousData,
  });
