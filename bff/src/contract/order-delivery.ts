import { z } from 'zod';
import { endpoints } from './endpoints';
import { Count, Id, Note, PageQuery, Quantity, pageOf } from './fields';
import { CommandId, expectedRevision } from './order-fields';
import { BackOrderView, OrderView } from './order-views';
import { route } from './route';

/** From shipment to signature, and what is owed in between. */
export const deliveryRoutes = {
  /** Without `lines` everything still promised goes out. */
  ship: route(endpoints.orders.ship, {
    summary: 'Ship an approved order, whole or in part.',
    access: 'warehouse',
    input: z.object({
      orderId: Id,
      shipmentId: CommandId,
      lines: z
        .array(z.object({ lineNo: z.int().min(1), quantity: Quantity }))
        .max(1000)
        .optional(),
      partNo: z.int().min(1).optional().describe('only this part: its lines, from its warehouse'),
      expectedRevision,
      carrier: z.string().trim().max(40).default(''),
      trackingNo: z.string().trim().max(60).default(''),
    }),
    output: OrderView,
    errors: [
      'orders.unknown',
      'orders.stateForbids',
      'command.idReused',
      'orders.overShipped',
      'orders.regionBlocked',
      'orders.revisionStale',
      'orders.waitsForFull',
      'orders.creditStopped',
      'orders.lotUnfit',
      'orders.partUnknown',
      'credit.accountUnknown',
      'stock.recalled',
      'stock.expired',
    ],
  }),
  /** Differences name what did not arrive well; the rest is accepted, and only that becomes debt. */
  sign: route(endpoints.orders.sign, {
    summary: 'Sign for a shipment, with differences.',
    access: 'buyer',
    input: z.object({
      orderId: Id,
      shipmentId: Id,
      commandId: CommandId,
      differences: z
        .array(
          z.object({
            shipmentLineNo: z.int().min(1),
            short: Count.default(0),
            damaged: Count.default(0),
            refused: Count.default(0),
          }),
        )
        .max(1000)
        .default([]),
      expectedRevision,
      /** How, where and with what proof; left out, a press of the button. */
      signature: z
        .object({
          method: z.enum(['tap', 'otp', 'signature', 'photo']),
          references: z.array(Id).max(20).default([]),
          place: z.string().trim().max(100).default(''),
          latitudeE6: z.int().min(-90_000_000).max(90_000_000).nullable().default(null),
          longitudeE6: z.int().min(-180_000_000).max(180_000_000).nullable().default(null),
        })
        .optional(),
      photos: z
        .array(Id)
        .max(9)
        .default([])
        .describe('of differences; uploaded before, with purpose `signOff`'),
    }),
    output: OrderView,
    errors: [
      'attachments.photoUnknown',
      'attachments.photoUsed',
      'orders.unknown',
      'orders.stateForbids',
      'command.idReused',
      'orders.overSigned',
      'orders.revisionStale',
      'credit.accountUnknown',
    ],
  }),
  /** Without `claimIds` every open difference is answered. */
  settle: route(endpoints.orders.settle, {
    summary: 'Accept or contest the differences of a signed shipment.',
    access: 'reviewer',
    input: z.object({
      orderId: Id,
      commandId: CommandId,
      expectedRevision,
      claimIds: z.array(Id).max(1000).default([]),
      outcome: z.enum(['accepted', 'contested']),
      note: Note.default(''),
    }),
    output: OrderView,
    errors: [
      'orders.unknown',
      'orders.stateForbids',
      'orders.revisionStale',
      'orders.claimUnknown',
      'orders.noteNeeded',
      'command.idReused',
    ],
  }),
  backOrders: route(endpoints.orders.backOrders, {
    summary: 'Order lines that wait for goods, the longest wait first.',
    access: 'signedIn',
    input: PageQuery.extend({ side: z.enum(['buyer', 'seller']).default('buyer'), skuId: Id.optional() }),
    output: pageOf(BackOrderView),
    errors: [],
  }),
  autoSign: route(endpoints.orders.autoSign, {
    summary: 'After how many days my shipments are taken as signed for.',
    access: 'seller',
    input: z.object({}),
    output: z.object({ autoSignDays: z.int() }),
    errors: [],
  }),
  setAutoSign: route(endpoints.orders.setAutoSign, {
    summary: 'Set after how many days my shipments are taken as signed for.',
    access: 'manager',
    input: z.object({ commandId: CommandId, autoSignDays: z.int().min(1).max(90) }),
    output: z.object({ autoSignDays: z.int() }),
    errors: ['command.idReused'],
  }),
};
