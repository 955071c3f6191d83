import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api';
import type { FetchPage } from '../../ui/every-page';
import { useCommand } from '../../ui/use-command';
import type {
  AfterSales,
  RequestKind,
  RequestReason,
  RequestSide,
  RequestState,
  RequestSummary,
} from './model';

const PAGE_SIZE = 20;
const DESK_REFRESH_MILLISECONDS = 30_000;

export interface RequestFilter {
  readonly side: RequestSide;
  readonly state?: RequestState;
  readonly kind?: RequestKind;
  readonly reason?: RequestReason;
  readonly sellerId?: string;
  readonly buyerId?: string;
  /** Days they were asked for on, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly suspectsDiversion?: 'true' | 'false';
}

const requestsKey = ['afterSales'] as const;

/** One page of requests after another, for lists and exports. */
export const requestPages =
  (filter: RequestFilter): FetchPage<RequestSummary> =>
  (page) =>
    api.afterSales.list({ ...filter, ...page });

/** One page of requests; while the next one loads, the present one stays. */
export const useRequests = (filter: RequestFilter, cursor: string | undefined) =>
  useQuery({
    queryKey: [...requestsKey, 'list', filter, cursor],
    queryFn: () => requestPages(filter)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
    refetchInterval: DESK_REFRESH_MILLISECONDS,
  });

const requestQuery = (afterSalesId: string) =>
  queryOptions({
    queryKey: [...requestsKey, 'one', afterSalesId],
    queryFn: () => api.afterSales.get({ afterSalesId }),
  });

/** One request with its whole story. */
export const useRequest = (afterSalesId: string) => useQuery(requestQuery(afterSalesId));

/** What my party takes back, with its versions. */
export const usePolicies = (enabled: boolean) =>
  useQuery({
    queryKey: [...requestsKey, 'policies'],
    queryFn: () => api.afterSales.policies({}),
    enabled,
  });

/** A command on a request. Every call names its command id, so a repeated call gets the first answer. */
function useRequestCommand<Input>(send: (input: Input) => Promise<AfterSales>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (request) => client.setQueryData(requestQuery(request.afterSalesId).queryKey, request),
    // Also after a refusal: somebody else may have decided it meanwhile.
    onSettled: () => void client.invalidateQueries({ queryKey: requestsKey }),
  }).mutateAsync;
}

export const useApprove = () => useRequestCommand(api.afterSales.approve);
export const useRefuse = () => useRequestCommand(api.afterSales.refuse);
export const usePayInstead = () => useRequestCommand(api.afterSales.payInstead);
export const useReceive = () => useRequestCommand(api.afterSales.receive);

export const usePutPolicy = () => useCommand([...requestsKey, 'policies'], api.afterSales.putPolicy);
