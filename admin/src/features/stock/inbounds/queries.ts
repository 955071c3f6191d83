import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '../../../api';
import type { FetchPage } from '../../../ui/every-page';
import { useCommand } from '../../../ui/use-command';
import { PAGE_SIZE, stockKey } from '../queries';

export type Inbound = Answer<'stock', 'inbounds'>['items'][number];
export type InboundState = Inbound['state'];

export const inboundPages =
  (state: InboundState | undefined): FetchPage<Inbound> =>
  (page) =>
    api.stock.inbounds({ state, ...page });

/** Expected receipts, first expected first. */
export const useInbounds = (state: InboundState | undefined, cursor: string | undefined) =>
  useQuery({
    queryKey: [...stockKey, 'inbounds', state, cursor],
    queryFn: () => inboundPages(state)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

export const usePutInbound = () => useCommand(stockKey, api.stock.putInbound);
export const useConfirmInbound = () => useCommand(stockKey, api.stock.confirmInbound);
export const useCancelInbound = () => useCommand(stockKey, api.stock.cancelInbound);
export const useReceiveInbound = () => useCommand(stockKey, api.stock.receiveInbound);
