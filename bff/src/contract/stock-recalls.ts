import { z } from 'zod';
import { endpoints } from './endpoints';
import { At, Id, PageQuery, pageOf } from './fields';
import { route } from './route';
import { CommandId, LotNo, Quality, Reason } from './stock-fields';

export const RecallView = z.object({
  recallId: Id,
  skuId: Id,
  skuName: z.string(),
  lotNo: z.string().nullable().describe('null: every lot of the SKU'),
  reason: z.string(),
  state: z.enum(['open', 'closed']),
  lotCount: z.int(),
  stopped: z.int().describe('base units on hand when it was opened'),
  openedBy: z.string(),
  openedAt: At,
  closedBy: z.string().nullable(),
  closedAt: At.nullable(),
  released: z.boolean().nullable(),
});

export const RecallDetailView = RecallView.extend({
  /** What is left to deal with in warehouses, what of it is promised, and what was destroyed. */
  remaining: z.int(),
  promised: z.int(),
  destroyed: z.int(),
  lots: z.array(
    z.object({
      lotId: Id,
      ownerId: Id,
      ownerName: z.string(),
      warehouseId: Id,
      warehouseName: z.string(),
      lotNo: z.string(),
      quality: Quality,
      onHand: z.int(),
      reserved: z.int(),
    }),
  ),
  inTransit: z.array(
    z.object({
      ownerId: Id,
      ownerName: z.string(),
      toWarehouseId: Id,
      toWarehouseName: z.string(),
      lotNo: z.string(),
      quantity: z.int(),
    }),
  ),
  /** Who was sent goods of it, by whom. */
  deliveries: z.array(
    z.object({
      sellerId: Id,
      sellerName: z.string(),
      buyerId: Id,
      buyerName: z.string(),
      lotNo: z.string(),
      shipped: z.int(),
      accepted: z.int(),
      orderCount: z.int(),
    }),
  ),
  steps: z.array(z.object({ note: z.string(), actorName: z.string(), at: At })),
});

export const recallRoutes = {
  recalls: route(endpoints.stock.recalls, {
    summary: 'Recalls, newest first.',
    access: 'headquarters',
    input: PageQuery,
    output: pageOf(RecallView),
    errors: [],
  }),
  recall: route(endpoints.stock.recall, {
    summary: 'A recall: who has goods of it, who was sent some, and what was done.',
    access: 'headquarters',
    input: z.object({ recallId: Id }),
    output: RecallDetailView,
    errors: ['stock.recallUnknown'],
  }),
  openRecall: route(endpoints.stock.openRecall, {
    summary: 'Stop a lot, or all of a SKU, in every warehouse of the channel at once.',
    access: 'hqManager',
    input: z.object({ recallId: CommandId, skuId: Id, lotNo: LotNo.optional(), reason: Reason }),
    output: RecallDetailView,
    errors: ['catalog.skuUnknown', 'command.idReused'],
  }),
  noteRecall: route(endpoints.stock.noteRecall, {
    summary: 'Write down a step of a recall.',
    access: 'hqManager',
    input: z.object({ recallId: Id, commandId: CommandId, note: Reason }),
    output: RecallDetailView,
    errors: ['stock.recallUnknown', 'stock.recallClosed', 'command.idReused'],
  }),
  closeRecall: route(endpoints.stock.closeRecall, {
    summary: 'End a recall; sound goods are set free, others stay stopped.',
    access: 'hqManager',
    input: z.object({ recallId: Id, commandId: CommandId, release: z.boolean(), note: Reason }),
    output: RecallDetailView,
    errors: ['stock.recallUnknown', 'stock.recallClosed', 'command.idReused'],
  }),
};
