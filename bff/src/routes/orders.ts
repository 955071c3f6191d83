import type { Caller, Core, Instant, OrderDetail, Photo } from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import { viewBackOrder } from './fulfilment-view';
import { viewAuditPolicy, viewPolicyReplay } from './audit-policy-view';
import { viewEditPreview } from './edit-preview-view';
import { viewDeskHold, viewFinding, viewOrder, viewSummary } from './order-view';
import { viewPhotos } from './photo-view';
import { viewQuote } from './quote-view';

const noPhotos = new Map<string, ReturnType<typeof viewPhotos>>();

const buyersEyes = { risk: null, warehouseNames: new Map<string, string>(), seesLots: false };

export const orderHandlers = ({ orders, stock, attachments }: Core): HandlersOf<'orders'> => {
  const view = async (caller: Caller, orderId: string) => {
    const detail = await orders.get(caller, orderId);
    return viewDetail(caller, detail);
  };
  /** Only what was signed for can have photos: nothing is read for a new order. */
  const photosIn = async ({ shipments }: OrderDetail, now: Instant) => {
    const signed = shipments.filter(({ signedAt }) => signedAt !== null).map(({ id }) => id);
    if (signed.length === 0) return noPhotos;
    const photos = await attachments.photosOf('signOff', signed);
    const viewed = (of: readonly Photo[]) =>
      viewPhotos(
        of.map(({ id }) => id),
        of,
        now,
      );
    return new Map(signed.map((id) => [id, viewed(photos.get(id) ?? [])]));
  };
  const viewDetail = async (caller: Caller, detail: OrderDetail) => {
    const actions = orders.actionsOf(caller, detail);
    const photosOf = await photosIn(detail, caller.at);
    // A buyer is told of neither lots nor scores, so nothing is read for it.
    if (caller.partyId === detail.order.buyerId)
      return viewOrder(detail, { ...buyersEyes, actions, photosOf });
    return viewOrder(detail, {
      actions,
      photosOf,
      risk: await orders.risk(caller, detail.order.id),
      warehouseNames: await stock.warehouseNames([
        ...detail.promised.map(({ warehouseId }) => warehouseId),
        ...detail.parts.flatMap(({ warehouseId }) => warehouseId ?? []),
      ]),
      seesLots: true,
    });
  };

  return {
    quote: async (input, caller) => {
      const { rebate, ...decision } = await orders.quote(caller, input);
      return viewQuote(decision, rebate);
    },
    place: async (input, caller) => viewDetail(caller, await orders.place(caller, input)),
    list: async (input, caller) => {
      const { items, nextCursor } = await orders.list(caller, input);
      return { items: items.map((item) => viewSummary(item, caller.partyId)), nextCursor };
    },
    counts: async ({ side }, caller) => ({ items: await orders.counts(caller, side) }),
    openHolds: async ({ overdue, ...query }, caller) => {
      const { items, nextCursor } = await orders.openHolds(caller, { ...query, overdue: overdue === 'yes' });
      return { items: items.map(viewDeskHold), nextCursor };
    },
    auditPolicy: async (_input, caller) => {
      const { policy, newestVersion } = await orders.auditPolicy(caller);
      return { policy: viewAuditPolicy(policy), newestVersion };
    },
    auditPolicies: async (query) => {
      const { items, nextCursor } = await orders.auditPolicies(query);
      return { items: items.map(viewAuditPolicy), nextCursor };
    },
    putAuditPolicy: async ({ startsAt, ...input }, caller) =>
      viewAuditPolicy(
        await orders.putAuditPolicy(caller, {
          ...input,
          startsAt: startsAt === undefined ? undefined : Date.parse(startsAt),
        }),
      ),
    replayAuditPolicy: async (input, caller) =>
      viewPolicyReplay(await orders.replayAuditPolicy(caller, input)),
    get: ({ orderId }, caller) => view(caller, orderId),
    cancel: async (input, caller) => {
      await orders.cancel(caller, input);
      return view(caller, input.orderId);
    },
    approve: async (input, caller) => {
      await orders.approve(caller, input);
      return view(caller, input.orderId);
    },
    previewApprove: async (input, caller) => {
      const { findings, ...preview } = await orders.previewApprove(caller, input);
      return { ...preview, findings: findings.map(viewFinding) };
    },
    reject: async (input, caller) => {
      await orders.reject(caller, input);
      return view(caller, input.orderId);
    },
    ship: async (input, caller) => {
      await orders.ship(caller, input);
      return view(caller, input.orderId);
    },
    edit: async (input, caller) => {
      await orders.edit(caller, input);
      return view(caller, input.orderId);
    },
    previewEdit: async (input, caller) => {
      const preview = await orders.previewEdit(caller, input);
      return viewEditPreview(preview, caller.partyId === preview.decision.request.buyer.id);
    },
    reopen: async (input, caller) => {
      await orders.reopen(caller, input);
      return view(caller, input.orderId);
    },
    shortClose: async (input, caller) => {
      await orders.shortClose(caller, input);
      return view(caller, input.orderId);
    },
    settle: async (input, caller) => {
      await orders.settle(caller, input);
      return view(caller, input.orderId);
    },
    backOrders: async (input, caller) => {
      const { items, nextCursor, nameOf } = await orders.backOrders(caller, input);
      return { items: items.map((line) => viewBackOrder(line, nameOf)), nextCursor };
    },
    autoSign: async (_input, caller) => ({ autoSignDays: await orders.autoSignDays(caller.partyId) }),
    setAutoSign: (input, caller) => orders.setAutoSignDays(caller, input),
    sign: async (input, caller) => {
      await orders.sign(caller, input);
      return view(caller, input.orderId);
    },
  };
};
