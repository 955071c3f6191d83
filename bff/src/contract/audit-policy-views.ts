import { z } from 'zod';
import { At, Count, Fen, FenInput, Id, Role } from './fields';
import { Verdict, HoldKind } from './order-views';

/** What audit policies look like on the wire, and what a replay says of one. */

const RuleName = z.enum([
  'buyer.licenceExpired',
  'buyer.licenceExpiring',
  'buyer.licenceMissing',
  'sku.inactive',
  'supply.otherSeller',
  'price.missing',
  'price.floor',
  'quantity.minimum',
  'quantity.multiple',
  'quantity.maximum',
  'order.minimum',
  'order.minimumCases',
  'order.minimumWeight',
  'region.blocked',
  'region.review',
  'region.absorption',
  'stock.short',
  'stock.borrow',
  'stock.backOrdered',
  'stock.waiting',
  'stock.cancelled',
  'stock.substituted',
  'stock.ageing',
  'stock.kept',
  'stock.quota',
  'stock.manyLots',
  'credit.none',
  'credit.over',
  'credit.overdue',
  'credit.frozen',
  'payment.due',
  'payment.topUp',
  'payment.previousBatch',
  'preOrder.deposit',
  'preOrder.waiting',
  'preOrder.balance',
  'preOrder.mixed',
  'preOrder.over',
]);

const Consequence = z.enum(['block', 'review', 'notice', 'off']);

/** What a rule leads to, whose desk it goes to, for how long, and who may overrule it. */
export const RuleTermsInput = z.object({
  rule: RuleName,
  consequence: Consequence,
  hold: HoldKind,
  owner: z.enum(['seller', 'hq']),
  withinHours: z.int().min(1).max(720),
  acceptedBy: z
    .array(
      z.object({
        desk: z.enum(['seller', 'hq']),
        role: Role,
        upToFen: FenInput.nullable().describe('null: any amount'),
      }),
    )
    .max(12),
});

export const AuditPolicyView = z.object({
  version: z.int().describe('0: nobody has written any'),
  startsAt: At,
  note: z.string(),
  actorName: z.string(),
  at: At,
  /** Every rule there is, as this version has it. */
  rules: z.array(
    RuleTermsInput.extend({
      mayBe: z.array(Consequence).describe('what it may be made'),
      mayBeOverruled: z
        .boolean()
        .describe('false: only money or a release disposes of it; nobody accepts it'),
    }),
  ),
});

/** What a policy makes of an order; one that is not held has neither holds nor acceptors. */
const OutcomeView = z.object({
  verdict: Verdict,
  holds: z.array(z.object({ kind: HoldKind, owner: z.enum(['seller', 'hq']), withinHours: z.int() })),
  acceptedBy: z
    .array(z.object({ desk: z.enum(['seller', 'hq']), role: Role }))
    .describe(
      'who may let it pass alone, at its amount; empty: several must, or only money or a release will do',
    ),
});

const OutcomeCountsView = z.object({
  approved: Count,
  held: Count,
  rejected: Count,
  holds: z
    .array(z.object({ kind: HoldKind, owner: z.enum(['seller', 'hq']), orders: Count }))
    .describe('held orders by kind and desk; one with two holds counts under both'),
  passedBy: z
    .object({ seller: Count, hq: Count, nobody: Count })
    .describe('held orders by who may let them pass alone: the seller’s people, only HQ’s, or nobody'),
});

/** An order that would have gone another way, and by which findings. */
const ChangedOrderView = z.object({
  orderId: Id,
  number: z.string(),
  sellerId: Id,
  sellerName: z.string(),
  buyerId: Id,
  buyerName: z.string(),
  placedAt: At,
  amountFen: Fen.describe('as it was asked for, freight included'),
  before: OutcomeView,
  after: OutcomeView,
  changes: z.array(z.enum(['verdict', 'desk', 'acceptors', 'hours'])),
  reasons: z.array(
    z.object({
      rule: RuleName,
      lineNo: z.int().nullable(),
      message: z.string().nullable().describe('in words with numbers; null: only the rule is still known'),
      isRecomputed: z.boolean().describe('its rule was off that day: worked out from what stands today'),
      from: Consequence,
      to: Consequence,
    }),
  ),
  moreReasons: Count.describe('how many more there are: at most ten are told'),
});

/** What the orders of the last days would have been under a proposed policy. */
export const PolicyReplayView = z.object({
  from: At,
  until: At,
  orders: Count.describe('how many were looked at'),
  isCut: z
    .boolean()
    .describe('true: there were more; `from` is when the oldest that was looked at was placed'),
  unjudged: Count.describe('of them, those of which too little is kept to judge; they are in no other count'),
  versions: z.array(z.int()).describe('the versions they were audited by; 0 is the usual policy'),
  before: OutcomeCountsView,
  after: OutcomeCountsView,
  changedOrders: Count,
  changed: z.array(ChangedOrderView).describe('newest first, at most 1,000'),
  unseen: z
    .array(z.object({ rule: RuleName, orders: Count }))
    .describe(
      'rules that were off, so that nothing was written of them: in how many orders they are not counted',
    ),
});
