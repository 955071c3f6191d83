import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api } from '../../api';
import type { Order, OrderSummary } from './model';
import { orderQuery, ordersKey } from './queries';

/** Shows an answered order everywhere at once; lists and counts follow from the server. */
function showOrder(client: QueryClient, order: Order) {
  client.setQueryData(orderQuery(order.orderId).queryKey, order);
  client.setQueriesData<{ items: OrderSummary[]; complete: boolean }>(
    { queryKey: [...ordersKey, 'queue'] },
    (queue) =>
      queue && {
        ...queue,
        items: queue.items.flatMap((item) => {
          if (item.orderId !== order.orderId) return [item];
          return order.state === 'held' ? [order] : [];
        }),
      },
  );
}

/** A command on an order. Every call names its command id, so a repeated call gets the first answer. */
function useOrderCommand<Input>(send: (input: Input) => Promise<Order>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (order) => showOrder(client, order),
    // Also after a refusal: somebody else may have decided the order meanwhile.
    onSettled: () => void client.invalidateQueries({ queryKey: ordersKey }),
  }).mutateAsync;
}

export const useApprove = () => useOrderCommand(api.orders.approve);
export const useReject = () => useOrderCommand(api.orders.reject);
export const useCancel = () => useOrderCommand(api.orders.cancel);
export const useShip = () => useOrderCommand(api.orders.ship);
export const useSign = () => useOrderCommand(api.orders.sign);
export const useEdit = () => useOrderCommand(api.orders.edit);
export const useReopen = () => useOrderCommand(api.orders.reopen);
export const useShortClose = () => useOrderCommand(api.orders.shortClose);
export const useSettle = () => useOrderCommand(api.orders.settle);
