import { z } from 'zod';
import { Channel, RegionPrefix } from './catalog-prices';
import { endpoints } from './endpoints';
import { At, Fen, FenInput, Id, Note } from './fields';
import { OrderLineInput } from './order-views';
import { route } from './route';

const CommandId = Id.describe('made by the caller; repeating it gets the first answer');
const Measure = z.int().min(1).max(100_000_000);
const measured = { first: Measure, firstFen: FenInput, further: Measure, furtherFen: FenInput };

const ChargeWay = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('amount'),
    steps: z
      .array(z.object({ fromFen: FenInput, chargeFen: FenInput }))
      .min(1)
      .max(20)
      .describe('the highest step reached says what delivery costs'),
  }),
  z.object({ kind: z.literal('weight'), ...measured }).describe('in grams'),
  z.object({ kind: z.literal('cases'), ...measured }),
]);

const DeliveryRule = z.object({
  buyerId: Id.nullable().describe('one customer; null: every one'),
  regionCode: RegionPrefix.nullable().describe('a division; null: everywhere'),
  channel: Channel.nullable(),
  charge: ChargeWay,
  freeFromFen: FenInput.min(1).nullable().describe('goods from which nothing is charged; null: none'),
});

const rules = { rules: z.array(DeliveryRule).max(200), allowsPickup: z.boolean() };

const DeliveryTermsView = z.object({
  version: z.int(),
  startsAt: At,
  ...rules,
  note: z.string(),
  changedBy: z.string(),
  changedAt: At,
});

export const deliveryRoutes = {
  terms: route(endpoints.delivery.terms, {
    summary: 'What I charge for delivery, and the versions before.',
    access: 'manager',
    input: z.object({}),
    output: z.object({
      terms: DeliveryTermsView.nullable().describe('in force; null: I charge nobody'),
      newestVersion: z.int(),
      versions: z.array(DeliveryTermsView),
    }),
    errors: [],
  }),
  /** The nearest rule counts: a customer's own, then a division's, the smaller first, then a channel's. */
  put: route(endpoints.delivery.put, {
    summary: 'Make the next version of what I charge for delivery; orders keep what they were charged.',
    access: 'manager',
    input: z.object({
      commandId: CommandId,
      expectedVersion: z.int().min(0),
      startsAt: At.optional().describe('default: now'),
      ...rules,
      note: Note.default(''),
    }),
    output: DeliveryTermsView,
    errors: ['delivery.termsStale', 'delivery.rulesInvalid', 'partners.notSupplied', 'command.idReused'],
  }),
  preview: route(endpoints.delivery.preview, {
    summary: 'What rules would charge a customer of mine for a basket, before promotions on freight.',
    access: 'manager',
    input: z.object({
      buyerId: Id,
      addressId: Id.optional().describe("default: the customer's usual address"),
      lines: z.array(OrderLineInput).min(1).max(50),
      isPickup: z.boolean().default(false),
      ...rules,
    }),
    output: z.object({
      goodsFen: Fen.describe('after thresholds and coupons'),
      weightGrams: z.int(),
      cases: z.int(),
      regionName: z.string(),
      chargeFen: Fen,
      words: z.string(),
      nextStep: z.string().describe('what is missing until delivery is free; empty: nothing'),
    }),
    errors: [
      'delivery.rulesInvalid',
      'partners.notSupplied',
      'partners.suspended',
      'partners.addressUnknown',
      'catalog.skuUnknown',
      'orders.lineTwice',
      'orders.unitUnknown',
    ],
  }),
};
