import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '../../api';
import type { FetchPage } from '../../ui/every-page';
import { useCommand } from '../../ui/use-command';

export type RebateBalance = Answer<'rebates', 'balances'>['items'][number];
export type RebateEntry = Answer<'rebates', 'entries'>['items'][number];
export type RebateTerms = Answer<'rebates', 'putTerms'>;
export type DisplayClaim = Answer<'rebates', 'displays'>['items'][number];

const PAGE_SIZE = 50;
const rebatesKey = ['rebates'] as const;

/** One page after another of what I owe my customers. */
export const balancePages =
  (buyerId: string | undefined): FetchPage<RebateBalance> =>
  (page) =>
    api.rebates.balances({ side: 'seller', partyId: buyerId, ...page });

export const useBalances = (buyerId: string | undefined, cursor: string | undefined) =>
  useQuery({
    queryKey: [...rebatesKey, 'balances', buyerId, cursor],
    queryFn: () => balancePages(buyerId)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

export const useTotals = () =>
  useQuery({ queryKey: [...rebatesKey, 'totals'], queryFn: () => api.rebates.totals({}) });

export const useEntries = (accountId: string, cursor: string | undefined) =>
  useQuery({
    queryKey: [...rebatesKey, 'entries', accountId, cursor],
    queryFn: () => api.rebates.entries({ accountId, cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

/** One page after another of an account's ledger. */
export const entryPages =
  (accountId: string): FetchPage<RebateEntry> =>
  (page) =>
    api.rebates.entries({ accountId, ...page });

export const useStatement = (accountId: string, period: { startsOn: string; untilOn: string }) =>
  useQuery({
    queryKey: [...rebatesKey, 'statement', accountId, period],
    queryFn: () => api.rebates.statement({ accountId, ...period }),
    placeholderData: keepPreviousData,
  });

export const useTerms = () =>
  useQuery({ queryKey: [...rebatesKey, 'terms'], queryFn: () => api.rebates.terms({}) });

/** Displays of my customers page by page, the newest first. */
export const displayPages =
  (state: DisplayClaim['state'] | undefined): FetchPage<DisplayClaim> =>
  (page) =>
    api.rebates.displays({ side: 'seller', state, ...page });

export const useDisplays = (state: DisplayClaim['state'] | undefined, cursor: string | undefined) =>
  useQuery({
    queryKey: [...rebatesKey, 'displays', state, cursor],
    queryFn: () => displayPages(state)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

export const useAdjust = () => useCommand(rebatesKey, api.rebates.adjust);
export const useFreeze = () => useCommand(rebatesKey, api.rebates.freeze);
export const usePutTerms = () => useCommand(rebatesKey, api.rebates.putTerms);
export const useDecideDisplay = () => useCommand(rebatesKey, api.rebates.decideDisplay);
