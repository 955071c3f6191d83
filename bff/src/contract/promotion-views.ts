import { z } from 'zod';
import { Channel, RegionPrefix } from './catalog-prices';
import { ShelfId } from './catalog-goods';
import { At, Count, Fen, FenInput, Id } from './fields';

/** What promotions look like on the wire. */

export const PromotionState = z.enum(['draft', 'live', 'stopped', 'ended']);
export const PromotionKindName = z.string().regex(/^[a-zA-Z]{2,24}$/);

const GoodsId = z.string().min(1).max(40);
const Ids = z.array(Id).max(500);
const Cap = z.int().min(1).max(1_000_000_000).nullable();

const Audience = z.object({
  levels: z.array(z.int().min(0).max(9)).max(10),
  regionPrefixes: z.array(RegionPrefix).max(200),
  channels: z.array(Channel).max(6),
  groupIds: Ids,
  buyerIds: Ids,
  excludedBuyerIds: Ids,
});

const Scope = z.object({
  skuIds: Ids,
  categories: z.array(ShelfId).max(100),
  brands: z.array(ShelfId).max(100),
  productLines: z.array(GoodsId).max(50),
  excludedSkuIds: Ids,
});

/** The values of a rule: its kind says which fields it has, and checks them. */
const RuleLeaf = z.union([z.string().max(60), z.number(), z.boolean(), z.null()]);
const RuleRow = z.record(z.string().max(40), z.union([RuleLeaf, z.array(RuleLeaf).max(50)]));
const RuleBlock = z.record(
  z.string().max(40),
  z.union([RuleLeaf, z.array(z.union([RuleLeaf, RuleRow])).max(50), RuleRow]),
);
/** A gate holds the rule of another kind, and no rule is deeper. */
const RuleInput = z.record(
  z.string().max(40),
  z.union([RuleLeaf, z.array(z.union([RuleLeaf, RuleRow])).max(50), RuleBlock]),
);

const definition = {
  name: z.string().trim().min(1).max(60),
  kind: PromotionKindName,
  startsAt: At,
  endsAt: At.describe('exclusive'),
  hours: z
    .object({ fromMinute: z.int().min(0).max(1_439), untilMinute: z.int().min(1).max(1_440) })
    .nullable()
    .describe('minutes of the Shanghai day; null: all day'),
  weekdays: z.array(z.int().min(1).max(7)).max(7).describe('1 Monday to 7 Sunday; empty: every day'),
  audience: Audience,
  scope: Scope.describe('all lists empty: everything the seller sells'),
  stacking: z.enum(['stack', 'exclusiveLane', 'exclusiveLine', 'exclusiveOrder']),
  mutexGroups: z.array(z.string().trim().min(1).max(40)).max(10),
  priority: z.int().min(0).max(99),
  caps: z.object({ perOrder: Cap, perBuyer: Cap, perBuyerDay: Cap, perDay: Cap, total: Cap }),
  budgetFen: FenInput.nullable(),
  payers: z
    .array(z.object({ partyId: Id, shareBp: z.int().min(1).max(10_000) }))
    .min(1)
    .max(5),
  giftShortage: z
    .enum(['owe', 'refuse', 'substitute', 'pay'])
    .describe('what becomes of a gift that is out of stock'),
  giftSubstitutes: z
    .array(Id)
    .max(10)
    .describe('what takes the place of a gift that is out of stock, the first choice first'),
  giftPayE4: z
    .int()
    .min(1)
    .nullable()
    .describe('what is paid for a base unit of a gift that is out of stock; null: its listed price'),
  rule: RuleInput,
};

export const PromotionInput = z.object({ promotionId: Id, ...definition });

export const PromotionView = z.object({
  promotionId: Id,
  version: z.int(),
  state: PromotionState,
  ...definition,
  label: z.string().describe('the rule in a few words'),
  used: Count.describe('how often, in what the kind counts; kept where there is a cap or a budget'),
  costFen: Fen.describe('what it has cost of its budget'),
  warnedShare: z
    .int()
    .nullable()
    .describe('the greatest share of its budget, as it is now, that was warned of, in hundredths'),
});

/** What one payer bears of a promotion. */
export const PromotionCostView = z.object({
  promotionId: Id,
  name: z.string(),
  sellerId: Id,
  sellerName: z.string(),
  payerId: Id,
  payerName: z.string(),
  orders: Count,
  shippedFen: Fen.describe('by what was shipped'),
  returnedFen: Fen.describe('less again, by what came back'),
  borneFen: Fen,
});

const FieldBase = z.object({
  name: z.string(),
  title: z.string(),
  type: z.string(),
  isOptional: z.boolean(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  choices: z.array(z.object({ value: z.string(), title: z.string() })),
  onlyIf: z
    .object({ name: z.string(), is: z.array(z.union([z.string(), z.boolean()])) })
    .nullable()
    .describe('asked only where that field has one of these values'),
});

/** A kind as a form asks for it. */
export const PromotionKindView = z.object({
  kind: PromotionKindName,
  title: z.string(),
  lane: z.string(),
  counts: z.enum(['units', 'times', 'gifts', 'sets']),
  namesItsGoods: z.boolean().describe('true: its rule names the goods, and no scope is asked for'),
  example: RuleInput.describe('a rule to begin a form with'),
  fields: z.array(FieldBase.extend({ rows: z.array(FieldBase) })),
});

export const ConflictView = z.object({
  promotionId: Id,
  name: z.string(),
  why: z.enum(['mutexGroup', 'exclusive']),
  yields: z.boolean().describe('true: the other one comes first'),
});

/** What a promotion did to a basket, or why it did nothing. */
export const QuotedPromotionView = z.object({
  promotionId: Id,
  name: z.string(),
  kind: PromotionKindName,
  label: z.string(),
  isApplied: z.boolean(),
  savedFen: Fen,
  giftFen: Fen.describe('what the gifts would have cost'),
  gifts: z.array(z.object({ skuId: Id, skuName: z.string(), quantity: Count })),
  lines: z.array(z.object({ lineNo: z.int(), offFen: Fen })),
  words: z.string().describe('what it did, or why it did nothing'),
  nextStep: z
    .string()
    .nullable()
    .describe('what is missing for something more; of a quote the first is the nearest in money'),
  nextAdd: z
    .object({ skuId: Id, skuName: z.string(), quantity: z.int().min(1), mixedUnits: z.string() })
    .nullable()
    .describe('goods that come to the next step, in base units; null where nothing of the basket does'),
  giftChoice: z
    .object({
      chooseCount: z.int().min(1),
      options: z.array(z.object({ skuId: Id, skuName: z.string(), quantity: Count, isChosen: z.boolean() })),
    })
    .nullable()
    .describe('gifts I may choose from; null where nothing is to choose'),
});

export const AppliedPromotionView = z.object({
  promotionId: Id,
  version: z.int(),
  name: z.string(),
  kind: PromotionKindName,
  savedFen: Fen,
  giftFen: Fen,
  lines: z.array(z.object({ lineNo: z.int(), offFen: Fen })),
});

export const OfferView = z.object({
  promotionId: Id,
  name: z.string(),
  kind: PromotionKindName,
  label: z.string(),
  startsAt: At,
  endsAt: At,
  skuIds: z.array(Id).describe('empty: by category, brand or everything'),
  isClaimable: z.boolean().describe('a coupon I may claim now'),
  balance: z.object({ from: At, until: At }).nullable().describe('of a pre-order: when the balance is paid'),
});

export const CouponView = z.object({
  couponId: Id,
  promotionId: Id,
  supplierId: Id.describe('at whom it can be used'),
  name: z.string(),
  label: z.string(),
  state: z.enum(['open', 'used', 'expired']),
  claimedAt: At,
  expiresAt: At,
  orderId: Id.nullable(),
});

export const GoodsLabelsView = z.object({
  skuId: Id,
  labels: z.array(z.object({ promotionId: Id, kind: PromotionKindName, label: z.string() })),
});

/** What a promotion would have done to past orders; no more is sold because of it. */
export const SimulationView = z.object({
  orderCount: Count,
  ordersTouched: Count,
  discountFen: Fen,
  giftFen: Fen.describe('gifts at the list'),
  costFen: Fen,
  byPayer: z.array(z.object({ partyId: Id, fen: Fen })),
  buyersGainFen: Fen.describe('less than the cost where it takes the place of others'),
  breachCount: Count.describe('lines that would have been sold below their floor'),
  breaches: z
    .array(z.object({ orderId: Id, lineNo: z.int(), skuId: Id, amountFen: Fen, floorFen: Fen }))
    .describe('the first 50'),
  budgetOutAt: At.nullable().describe('when the budget would have turned an order away'),
  marginBeforeFen: Fen.describe('of the lines whose cost is known'),
  marginAfterFen: Fen,
  linesWithoutCost: Count,
});
