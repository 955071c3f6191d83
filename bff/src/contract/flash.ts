import { z } from 'zod';
import { endpoints } from './endpoints';
import { At, Count, FlashToken, Id, PageQuery, pageOf, Quantity, RegionCode, UnitPriceE4 } from './fields';
import { route } from './route';

const CommandId = Id.describe('made by the caller; repeating it gets the first answer');
/** Shorter than other ids: goods are set aside under it with a word before it. */
const ActivityId = z
  .string()
  .regex(/^[0-9A-Za-z_-]{1,34}$/)
  .describe('made by the caller');
const ExpectedVersion = z.int().min(1).describe('the version the caller has seen; another one refuses');

const Audience = z
  .object({
    levels: z.array(z.int().min(0).max(20)).min(1).max(20).optional(),
    regions: z
      .array(RegionCode.or(z.string().regex(/^\d{2}(\d{2})?$/)))
      .min(1)
      .max(500)
      .optional()
      .describe('GB/T 2260 prefixes: `33` covers `3301…`'),
    channels: z.array(z.string().min(1).max(16)).min(1).max(20).optional(),
    buyers: z.array(Id).min(1).max(5_000).optional(),
  })
  .describe('who may take part; what is left out asks for nothing');

const Terms = z.object({
  skuId: Id,
  title: z.string().trim().min(1).max(60),
  unitPriceE4: UnitPriceE4.min(1),
  quota: Quantity.describe('base units'),
  perBuyer: Quantity.describe('base units'),
  startsAt: At,
  endsAt: At,
  tokenSeconds: z.int().min(1).max(3_600).default(300).describe('how long a winner has to order'),
  audience: Audience.default({}),
});

const Phase = z.enum(['draft', 'planned', 'warmed', 'open', 'closing', 'stopped', 'settled']);

/** An activity as its buyers see it. */
export const FlashOfferView = z.object({
  activityId: Id,
  sellerId: Id,
  sellerName: z.string(),
  title: z.string(),
  skuId: Id,
  skuName: z.string(),
  spec: z.string(),
  baseUnit: z.string(),
  unitPriceE4: UnitPriceE4,
  /** Base units. */
  quota: Count,
  perBuyer: Count,
  startsAt: At,
  endsAt: At,
  tokenSeconds: z.int(),
  phase: Phase.describe('open: grab; closing: nobody gets in, tokens still run'),
  /** What is left as a tenth of the quota, rounded up: a hint, not a promise; null while nothing is known. */
  leftTenths: z.int().min(0).max(10).nullable(),
  /** True when all is taken and some of it may come back. */
  mayComeBack: z.boolean(),
});

/** An activity as its seller sees it: quota = sold + held + free + released. */
export const FlashActivityView = FlashOfferView.extend({
  version: z.int(),
  audience: Audience,
  sold: Count.describe('base units in orders'),
  held: Count.nullable().describe('base units whose tokens run; null while no gate stands'),
  free: Count.nullable().describe('base units to be had; null while no gate stands'),
  released: Count.describe('base units that went back to free stock'),
  attempts: Count.describe('how often buyers asked'),
  madeBy: z.string(),
  madeAt: At,
});

const ActivityNow = z.object({
  serverTime: At.describe('by which countdowns run'),
  activity: FlashActivityView,
});

export const GrabOutcome = z.enum([
  'token',
  'lost',
  'capped',
  'early',
  'over',
  'notWarm',
  'tooFast',
  'notForYou',
  'challenge',
]);

const Command = z.object({ commandId: CommandId, activityId: ActivityId });

export const flashRoutes = {
  /** The first to begin first; what is over stays for a day. */
  hall: route(endpoints.flash.hall, {
    summary: 'The flash sales I may take part in, with the time to count down by.',
    access: 'buyer',
    input: z.object({}),
    output: z.object({ serverTime: At, items: z.array(FlashOfferView) }),
    errors: [],
  }),
  /** Answers every outcome with 200: who loses is not refused. The same `requestId` gets the same answer, won or lost. */
  grab: route(endpoints.flash.grab, {
    summary: 'Ask for units of a flash sale; a winner gets a token to order with.',
    access: 'buyer',
    input: z.object({
      activityId: ActivityId,
      requestId: Id.describe('made by the caller; a new try takes a new one'),
      quantity: Quantity.default(1).describe('base units'),
      challengeAnswer: z.string().max(500).optional().describe('the answer to a challenge'),
    }),
    output: z.object({
      outcome: GrabOutcome,
      serverTime: At,
      token: FlashToken.nullable(),
      quantity: Count,
      endsAt: At.nullable().describe('until when the token may be used'),
      mayComeBack: z.boolean().describe('lost, and others hold tokens that may come back'),
      challenge: z.string().nullable().describe('what is to be answered first'),
    }),
    errors: [],
  }),
  tokens: route(endpoints.flash.tokens, {
    summary: 'The tokens I hold and have not ordered with, the first to end first.',
    access: 'buyer',
    input: z.object({}),
    output: z.object({
      serverTime: At,
      items: z.array(
        z.object({
          token: FlashToken,
          quantity: Count,
          endsAt: At,
          secondsLeft: Count,
          isOrdering: z.boolean().describe('an order with it is on its way'),
          activity: FlashOfferView,
        }),
      ),
    }),
    errors: [],
  }),
  activities: route(endpoints.flash.activities, {
    summary: 'The flash sales of a seller, the last to begin first; HQ may ask for anybody’s.',
    access: 'seller',
    input: PageQuery.extend({ sellerId: Id.optional() }),
    output: pageOf(FlashActivityView),
    errors: [],
  }),
  activity: route(endpoints.flash.activity, {
    summary: 'One flash sale of mine, with what is sold, held and free.',
    access: 'seller',
    input: z.object({ activityId: Id }),
    output: ActivityNow,
    errors: ['flash.unknown'],
  }),
  create: route(endpoints.flash.create, {
    summary: 'Draft a flash sale; nobody sees it before it is published.',
    access: 'manager',
    input: Command.extend(Terms.shape),
    output: ActivityNow,
    errors: ['flash.idTaken', 'flash.termsInvalid', 'catalog.skuUnknown', 'command.idReused'],
  }),
  edit: route(endpoints.flash.edit, {
    summary: 'Change a draft, whole.',
    access: 'manager',
    input: Command.extend({ expectedVersion: ExpectedVersion, ...Terms.shape }),
    output: ActivityNow,
    errors: [
      'flash.unknown',
      'flash.stateForbids',
      'flash.versionStale',
      'flash.termsInvalid',
      'catalog.skuUnknown',
      'command.idReused',
    ],
  }),
  /** All of the quota or nothing is set aside. */
  publish: route(endpoints.flash.publish, {
    summary: 'Publish a draft: its goods are set aside from real lots.',
    access: 'manager',
    input: Command.extend({ expectedVersion: ExpectedVersion }),
    output: ActivityNow,
    errors: [
      'flash.unknown',
      'flash.stateForbids',
      'flash.versionStale',
      'flash.termsInvalid',
      'flash.stockShort',
      'command.idReused',
    ],
  }),
  stop: route(endpoints.flash.stop, {
    summary: 'Stop a flash sale at once; what is not sold is free stock again. HQ may stop anybody’s.',
    access: 'manager',
    input: Command,
    output: ActivityNow,
    errors: ['flash.unknown', 'flash.stateForbids', 'command.idReused'],
  }),
  settle: route(endpoints.flash.settle, {
    summary: 'Settle a flash sale that is over, which happens by itself too.',
    access: 'manager',
    input: Command,
    output: ActivityNow,
    errors: ['flash.unknown', 'flash.stateForbids', 'flash.stillRuns', 'command.idReused'],
  }),
};
