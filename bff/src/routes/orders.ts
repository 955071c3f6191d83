import type { Caller, Core } from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import { viewOrder, viewSummary } from './order-view';
import { viewQuote } from './quote-view';

export const orderHandlers = ({ orders, stock }: Core): HandlersOf<'orders'> => {
  const view = async (caller: Caller, orderId: string) => {
    const detail = await orders.get(caller, orderId);
    return viewDetail(caller, detail);
  };
  const viewDetail = async (caller: Caller, detail: Awaited<ReturnType<typeof orders.get>>) =>
    viewOrder(detail, {
      actions: orders.actionsOf(caller, detail),
      risk: await orders.risk(caller, detail.order.id),
      warehouseNames: await stock.warehouseNames(detail.promised.map(({ warehouseId }) => warehouseId)),
      seesLots: caller.partyId !== detail.order.buyerId,
    });

  return {
    quote: async (input, caller) => viewQuote(await orders.quote(caller, input)),
    place: async (input, caller) => viewDetail(caller, await orders.place(caller, input)),
    list: async (input, caller) => {
      const { items, nextCursor } = await orders.list(caller, input);
      return { items: items.map(viewSummary), nextCursor };
    },
    counts: async ({ side }, caller) => ({ items: await orders.counts(caller, side) }),
    get: ({ orderId }, caller) => view(caller, orderId),
    cancel: async (input, caller) => {
      await orders.cancel(caller, input);
      return view(caller, input.orderId);
    },
    approve: async (input, caller) => {
      await orders.approve(caller, input);
      return view(caller, input.orderId);
    },
    reject: async (input, caller) => {
      await orders.reject(caller, input);
      return view(caller, input.orderId);
    },
    ship: async (input, caller) => {
      await orders.ship(caller, input);
      return view(caller, input.orderId);
    },
    sign: async (input, caller) => {
      await orders.sign(caller, input);
      return view(caller, input.orderId);
    },
  };
};
