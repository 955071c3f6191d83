import {
  infiniteQueryOptions,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api, type Answer, type Contract, type InputOf } from '@/api';
import { sendOnce } from '@/platform/send-once';

export type AfterSales = Answer<'afterSales', 'get'>;
export type AfterSalesSummary = Answer<'afterSales', 'list'>['items'][number];
export type AfterSalesForm = Answer<'afterSales', 'form'>;
export type FormLine = AfterSalesForm['lines'][number];
export type Kind = AfterSales['kind'];
export type Reason = AfterSales['reason'];
export type State = AfterSales['state'];
export type Money = NonNullable<AfterSales['money']>;
export type Finding = AfterSales['findings'][number];
export type Asked = InputOf<Contract['afterSales']['check']>;

const pageRows = 20;

export const requestsQuery = (state: State | '') =>
  infiniteQueryOptions({
    queryKey: ['afterSales', 'list', state],
    queryFn: ({ pageParam }) =>
      api.afterSales.list({ state: state || undefined, cursor: pageParam || undefined, limit: pageRows }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const requestQuery = (afterSalesId: string) =>
  queryOptions({
    queryKey: ['afterSales', 'one', afterSalesId],
    queryFn: () => api.afterSales.get({ afterSalesId }),
    staleTime: 3_000,
  });

export const formQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['afterSales', 'form', orderId],
    queryFn: () => api.afterSales.form({ orderId }),
    staleTime: 3_000,
  });

export const useRequests = (state: State | '') => useInfiniteQuery(requestsQuery(state));
export const useRequest = (afterSalesId: string) =>
  useQuery({ ...requestQuery(afterSalesId), enabled: afterSalesId !== '' });
export const useForm = (orderId: string) => useQuery({ ...formQuery(orderId), enabled: orderId !== '' });

/** What a request would meet. Nothing is written, so it needs no id. */
export const useCheck = () => useMutation({ mutationFn: (asked: Asked) => api.afterSales.check(asked) });

/** Shows an answered request, and lets everything it touched load anew. */
function useAnswer<Input>(send: (input: Input) => Promise<AfterSales>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (request) => client.setQueryData(requestQuery(request.afterSalesId).queryKey, request),
    onSettled: () =>
      Promise.all(
        [['afterSales', 'list'], ['afterSales', 'form'], ['credit']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

/** Asks goods back, or money. @throws afterSales.lineUnknown */
export const useAsk = () =>
  useAnswer((asked: Asked) =>
    sendOnce({
      name: `after-sales:${asked.orderId}`,
      fingerprint: JSON.stringify(asked),
      body: asked,
      send: (afterSalesId, body) => api.afterSales.request({ ...body, afterSalesId }),
    }),
  );

/** Takes a request back before anything has come. @throws afterSales.stateForbids */
export const useWithdraw = (afterSalesId: string) =>
  useAnswer((_: void) =>
    sendOnce({
      name: `after-sales-withdraw:${afterSalesId}`,
      fingerprint: '',
      body: {},
      send: (commandId) => api.afterSales.withdraw({ afterSalesId, commandId }),
    }),
  );
