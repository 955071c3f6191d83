import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '../../api';
import type { FetchPage } from '../../ui/every-page';
import { useCommand } from '../../ui/use-command';

export type Transfer = Answer<'partners', 'transfers'>['items'][number];
export type Side = Transfer['missing'][number];

const pageSize = 50;

/** One page of transfers after another, latest first. */
export const transferPages =
  (buyerId: string | undefined): FetchPage<Transfer> =>
  (page) =>
    api.partners.transfers({ ...page, buyerId });

export const useTransfers = (buyerId: string | undefined, cursor: string | undefined) =>
  useQuery({
    queryKey: ['customer-transfers', buyerId, cursor],
    queryFn: () => transferPages(buyerId)({ cursor, limit: pageSize }),
    placeholderData: keepPreviousData,
  });

/** Product lines there are goods of. */
export const useLines = () =>
  useQuery({
    queryKey: ['customer-transfers', 'product-lines'],
    queryFn: async () => (await api.territory.productLines({})).items,
    staleTime: 5 * 60_000,
  });

export const useProposeTransfer = () => useCommand(['customer-transfers'], api.partners.proposeTransfer);
export const useConsentTransfer = () => useCommand(['customer-transfers'], api.partners.consentTransfer);
export const useRefuseTransfer = () => useCommand(['customer-transfers'], api.partners.refuseTransfer);
export const useWithdrawTransfer = () => useCommand(['customer-transfers'], api.partners.withdrawTransfer);
