import {
  infiniteQueryOptions,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api, type Answer, type InputOf, type Contract } from '@/api';
import { sendOnce } from '@/platform/send-once';

export type Order = Answer<'orders', 'get'>;
export type OrderSummary = Answer<'orders', 'list'>['items'][number];
export type OrderState = OrderSummary['state'];
export type Shipment = Order['shipments'][number];
export type Side = 'buyer' | 'seller' | 'all';

export interface OrderWish {
  readonly side: Side;
  readonly state: OrderState | '';
  readonly q: string;
}

const pageRows = 20;

export const ordersQuery = ({ side, state, q }: OrderWish) =>
  infiniteQueryOptions({
    queryKey: ['orders', 'list', side, state, q],
    queryFn: ({ pageParam }) =>
      api.orders.list({
        side,
        state: state || undefined,
        q: q.trim() || undefined,
        cursor: pageParam || undefined,
        limit: pageRows,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const countsQuery = (side: Side) =>
  queryOptions({ queryKey: ['orders', 'counts', side], queryFn: () => api.orders.counts({ side }) });

export const orderQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['orders', 'one', orderId],
    queryFn: () => api.orders.get({ orderId }),
    staleTime: 3_000,
  });

export const useOrders = (wish: OrderWish) => useInfiniteQuery(ordersQuery(wish));
export const useCounts = (side: Side) => useQuery(countsQuery(side));
export const useOrder = (orderId: string) => useQuery({ ...orderQuery(orderId), enabled: orderId !== '' });

type Body<Name extends keyof Contract['orders'], Made extends string> = Omit<
  InputOf<Contract['orders'][Name]>,
  'orderId' | Made
>;

/** What every command on an order does afterwards: shows its answer and lets everything it touched load anew. */
function useOrderCommand<Input>(orderId: string, send: (input: Input) => Promise<Order>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (order) => client.setQueryData(orderQuery(orderId).queryKey, order),
    onError: () => client.invalidateQueries({ queryKey: orderQuery(orderId).queryKey }),
    onSettled: () =>
      Promise.all(
        [['orders', 'list'], ['orders', 'counts'], ['credit'], ['stock']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

const once = <Input>(
  verb: string,
  orderId: string,
  input: Input,
  send: (id: string, input: Input) => Promise<Order>,
) => sendOnce({ name: `${verb}:${orderId}`, fingerprint: JSON.stringify(input), body: input, send });

/** Cancels before picking. @throws orders.stateForbids */
export const useCancelOrder = (orderId: string) =>
  useOrderCommand(orderId, (input: Body<'cancel', 'commandId'>) =>
    once('cancel', orderId, input, (commandId, body) => api.orders.cancel({ ...body, orderId, commandId })),
  );

/** Approves a held order; what is not overruled holds it still. @throws orders.notYourHold */
export const useApproveOrder = (orderId: string) =>
  useOrderCommand(orderId, (input: Body<'approve', 'commandId'>) =>
    once('approve', orderId, input, (commandId, body) => api.orders.approve({ ...body, orderId, commandId })),
  );

/** Rejects a held order with a reason. @throws orders.notYourHold */
export const useRejectOrder = (orderId: string) =>
  useOrderCommand(orderId, (input: Body<'reject', 'commandId'>) =>
    once('reject', orderId, input, (commandId, body) => api.orders.reject({ ...body, orderId, commandId })),
  );

/** Ships what is named, or everything promised. @throws orders.overShipped */
export const useShipOrder = (orderId: string) =>
  useOrderCommand(orderId, (input: Body<'ship', 'shipmentId'>) =>
    once('ship', orderId, input, (shipmentId, body) => api.orders.ship({ ...body, orderId, shipmentId })),
  );

/** Signs for one shipment, with what did not arrive well. @throws orders.overSigned */
export const useSignShipment = (orderId: string, shipmentId: string) =>
  useOrderCommand(orderId, (input: Omit<Body<'sign', 'commandId'>, 'shipmentId'>) =>
    once(`sign:${shipmentId}`, orderId, input, (commandId, body) =>
      api.orders.sign({ ...body, orderId, shipmentId, commandId }),
    ),
  );
