import { z } from 'zod';
import { endpoints } from './endpoints';
import { At, Count, Fen, Id, PageQuery, pageOf } from './fields';
import { route } from './route';

const UploadState = z
  .enum(['waiting', 'sent', 'failed', 'notNeeded'])
  .describe('notNeeded: the money went back; failed: see `code` and `advice`');

export const UploadView = z.object({
  paymentId: Id,
  orderId: Id,
  buyerId: Id,
  buyerName: z.string(),
  transactionId: z.string().describe('the number at WeChat Pay'),
  paidFen: Fen,
  logistics: z.enum(['express', 'city']).describe('city: by the seller’s own van'),
  isAllDelivered: z.boolean().describe('all goods of the order have gone'),
  items: z.string(),
  state: UploadState,
  code: z.string().describe('what WeChat said the last time; empty when it said nothing'),
  advice: z.string(),
  tries: Count,
  createdAt: At,
  settledAt: At.nullable(),
  receivedAt: At.nullable().describe('when the receipt was confirmed, as WeChat told'),
  paidOutAt: At.nullable().describe('when WeChat let the money go'),
});

export const shippingRoutes = {
  uploads: route(endpoints.shipping.uploads, {
    summary:
      'What WeChat was told of the goods of payments in the mini-program, whose money it keeps until then; newest first.',
    access: 'finance',
    input: PageQuery.extend({ state: UploadState.optional() }),
    output: pageOf(UploadView),
    errors: [],
  }),
  retryUpload: route(endpoints.shipping.retryUpload, {
    summary: 'Tell WeChat once more of goods it would not take.',
    access: 'finance',
    input: z.object({
      commandId: Id.describe('made by the caller; repeating it gets the first answer'),
      paymentId: Id,
    }),
    output: UploadView,
    errors: ['shipping.uploadUnknown', 'shipping.uploadNotFailed', 'shipping.notOffered', 'command.idReused'],
  }),
};
