import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '../../../api';
import type { FetchPage } from '../../../ui/every-page';
import { useCommand } from '../../../ui/use-command';
import { PAGE_SIZE, stockKey } from '../queries';

export type Transfer = Answer<'stock', 'transfers'>['items'][number];
export type TransferLine = Transfer['lines'][number];
export type TransferState = Transfer['state'];

export const transferPages =
  (state: TransferState | undefined): FetchPage<Transfer> =>
  (page) =>
    api.stock.transfers({ state, ...page });

/** Newest first. */
export const useTransfers = (state: TransferState | undefined, cursor: string | undefined) =>
  useQuery({
    queryKey: [...stockKey, 'transfers', state, cursor],
    queryFn: () => transferPages(state)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

export const useDispatchTransfer = () => useCommand(stockKey, api.stock.dispatchTransfer);
export const useReceiveTransfer = () => useCommand(stockKey, api.stock.receiveTransfer);
