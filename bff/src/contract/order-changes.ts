import { z } from 'zod';
import { endpoints } from './endpoints';
import { Day, Fen, Id, Note } from './fields';
import { CommandId, expectedRevision } from './order-fields';
import { OrderLineInput, EditPreviewView, OrderView } from './order-views';
import { route } from './route';

/** How an order should be; what is left out stays. */
const Edited = {
  expectedRevision: z.int().min(1).describe('the version the caller has seen'),
  lines: z.array(OrderLineInput).min(1).max(1000).optional().describe('all goods as they should be'),
  addressId: Id.optional(),
  deliverOn: Day.nullable().optional(),
  note: Note.optional(),
  priority: z.int().min(0).max(9).optional().describe('set by the seller: who gets arriving goods first'),
  reprices: z.boolean().default(false),
};

/** What is changed of an order before it leaves. */
export const changeRoutes = {
  /** The same checks on the same lots and credit as `edit`, and nothing is written. */
  previewEdit: route(endpoints.orders.previewEdit, {
    summary: 'What an edit would make of an order: goods, money, findings, and whether it may be.',
    access: 'signedIn',
    input: z.object({ orderId: Id, ...Edited }),
    output: EditPreviewView,
    errors: [
      'orders.unknown',
      'orders.stateForbids',
      'orders.revisionStale',
      'orders.lineTwice',
      'orders.priorityNotYours',
      'orders.deliverInPast',
      'orders.flashFixed',
      'partners.addressUnknown',
      'catalog.skuUnknown',
    ],
  }),
  /**
   * Changes an order before picking. Every check runs again and the version before is kept. Added goods, other
   * quantities and `reprices` ask today's prices, which the buyer confirms with `expectedPayableFen`.
   */
  edit: route(endpoints.orders.edit, {
    summary: 'Change goods, address, day or note of an order before picking.',
    access: 'signedIn',
    input: z.object({
      orderId: Id,
      commandId: CommandId,
      ...Edited,
      reason: Note.default(''),
      expectedPayableFen: Fen.optional(),
    }),
    output: OrderView,
    errors: [
      'orders.unknown',
      'orders.stateForbids',
      'orders.revisionStale',
      'orders.nothingChanged',
      'orders.lineTwice',
      'orders.editRejected',
      'orders.buyerMustConfirm',
      'orders.confirmationNeeded',
      'orders.priceChanged',
      'orders.priorityNotYours',
      'orders.deliverInPast',
      'orders.flashFixed',
      'partners.addressUnknown',
      'catalog.skuUnknown',
      'command.idReused',
    ],
  }),
  /** Credit and stock of what will not come are free again; the buyer reads why. */
  shortClose: route(endpoints.orders.shortClose, {
    summary: 'Close what an order still waits for.',
    access: 'reviewer',
    input: z.object({
      orderId: Id,
      commandId: CommandId,
      expectedRevision,
      scope: z.enum(['backOrdered', 'rest']).default('rest').describe('rest: also what is promised'),
      lineNos: z.array(z.int().min(1)).min(1).max(1000).optional(),
      reason: Note.min(1),
    }),
    output: OrderView,
    errors: [
      'orders.unknown',
      'orders.stateForbids',
      'orders.revisionStale',
      'orders.nothingToClose',
      'credit.accountUnknown',
      'command.idReused',
    ],
  }),
};
