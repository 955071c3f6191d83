import type { Caller, Core } from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import { viewDetail, viewFinding, viewForm, viewPolicy, viewSummary } from './after-sales-view';
import { viewPhotos } from './photo-view';

export const afterSalesHandlers = ({ afterSales, orders, attachments }: Core): HandlersOf<'afterSales'> => {
  const view = async (caller: Caller, requestId: string) => {
    const detail = await afterSales.get(caller, requestId);
    const photos = await attachments.photosOf('afterSales', [requestId]);
    return viewDetail(detail, viewPhotos(detail.request.photos, photos.get(requestId), caller.at));
  };

  return {
    form: async ({ orderId }, caller) => {
      const detail = await orders.get(caller, orderId);
      const asked = await afterSales.asked(caller, orderId);
      const { terms } = await afterSales.policy(detail.order.sellerId);
      return viewForm(detail, asked, terms);
    },
    check: async (input, caller) => ({
      findings: (await afterSales.check(caller, input)).map(viewFinding),
    }),
    request: async ({ afterSalesId, ...asked }, caller) => {
      await afterSales.request(caller, { ...asked, requestId: afterSalesId });
      return view(caller, afterSalesId);
    },
    list: async (query, caller) => {
      const { items, nextCursor } = await afterSales.list(caller, {
        ...query,
        suspectsDiversion: query.suspectsDiversion === 'true',
      });
      return { items: items.map(viewSummary), nextCursor };
    },
    get: ({ afterSalesId }, caller) => view(caller, afterSalesId),
    approve: async ({ afterSalesId, ...input }, caller) => {
      await afterSales.approve(caller, { ...input, requestId: afterSalesId });
      return view(caller, afterSalesId);
    },
    refuse: async ({ afterSalesId, ...input }, caller) => {
      await afterSales.refuse(caller, { ...input, requestId: afterSalesId });
      return view(caller, afterSalesId);
    },
    withdraw: async ({ afterSalesId, ...input }, caller) => {
      await afterSales.withdraw(caller, { ...input, requestId: afterSalesId });
      return view(caller, afterSalesId);
    },
    receive: async ({ afterSalesId, ...input }, caller) => {
      await afterSales.receive(caller, { ...input, requestId: afterSalesId });
      return view(caller, afterSalesId);
    },
    payInstead: async ({ afterSalesId, ...input }, caller) => {
      await afterSales.payInstead(caller, { ...input, requestId: afterSalesId });
      return view(caller, afterSalesId);
    },
    policies: async (_input, caller) => ({
      policy: viewPolicy(await afterSales.policy(caller.partyId)),
      versions: (await afterSales.policies(caller)).map(viewPolicy),
    }),
    putPolicy: async (input, caller) => viewPolicy(await afterSales.putPolicy(caller, input)),
  };
};
