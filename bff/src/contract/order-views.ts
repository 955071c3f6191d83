import { z } from 'zod';
import { PhotoView } from './attachments';
import { At, Count, Day, Fen, FlashToken, Id, Quantity, UnitPriceE4 } from './fields';
import { AppliedPromotionView, QuotedPromotionView } from './promotion-views';

/** What orders look like on the wire. */

export const OrderState = z.enum([
  'held',
  'approved',
  'rejected',
  'picking',
  'shipped',
  'signed',
  'completed',
  'cancelled',
  'shortClosed',
]);
export const Verdict = z.enum(['approved', 'held', 'rejected']);
export const HoldKind = z.enum(['payment', 'credit', 'review', 'risk', 'region']);

/** One finding of the audit: the rule, its numbers, and what would make it go away. */
export const FindingView = z.object({
  rule: z.string().describe('stock.short, credit.over, region.blocked, …'),
  severity: z.enum(['block', 'review', 'notice']),
  /** Null when the finding is about the whole order. */
  lineNo: z.int().nullable(),
  skuId: Id.nullable(),
  message: z.string().describe('a Chinese sentence with the numbers in it'),
  remedy: z.string().describe('a Chinese sentence: what to do about it'),
  numbers: z.record(z.string(), z.union([z.number(), z.string()])),
});

export const HoldView = z.object({
  kind: HoldKind,
  status: z.enum(['open', 'cleared', 'lapsed']),
  owner: z.enum(['seller', 'hq']),
  dueAt: At,
  clearedBy: z.string().nullable(),
  clearedAt: At.nullable(),
});

export const ShortageKind = z.enum(['shipAndBackOrder', 'waitForFull', 'cancelRest', 'substitute', 'review']);

/** An open hold, with the order it stands in the way of. */
export const DeskHoldView = z.object({
  orderId: Id,
  number: z.string(),
  sellerId: Id,
  sellerName: z.string(),
  buyerId: Id,
  buyerName: z.string(),
  payableFen: Fen,
  placedAt: At,
  kind: HoldKind,
  owner: z.enum(['seller', 'hq']),
  openedAt: At,
  dueAt: At,
  isOverdue: z.boolean(),
});

const IsAgeing = z.boolean().describe('临期: ageing goods at their marked-down price; not returnable');

export const OrderLineInput = z.object({
  skuId: Id,
  quantity: Quantity.describe('base units'),
  unit: z.string().min(1).max(8).optional().describe('the unit it is ordered in; default: the base unit'),
  shortage: ShortageKind.optional().describe('what is to become of a shortage; default: as the seller does'),
  acceptsAgeing: z
    .boolean()
    .optional()
    .describe(
      '接受临期: true takes goods older than my own rule allows, at their marked-down price and without return, for what others do not cover; default: false, in an edit as it was',
    ),
});

/** A line of a new order, which may buy with what was won in a flash sale. */
export const NewOrderLineInput = OrderLineInput.extend({
  flashToken: FlashToken.optional().describe(
    '秒杀: the token of a flash sale; goods and quantity are those it was given for, at the price of the activity',
  ),
});

export const QuoteLineView = z.object({
  lineNo: z.int(),
  skuId: Id,
  skuName: z.string(),
  spec: z.string(),
  quantity: z.int(),
  /** `2箱5瓶`: the quantity as the warehouse says it. */
  mixedUnits: z.string(),
  /** The unit it is ordered in. */
  unit: z.string(),
  unitPriceE4: UnitPriceE4.nullable(),
  /** After promotions. */
  amountFen: Fen,
  discountFen: Fen.describe('what promotions take off'),
  giftOf: Id.nullable().describe('the promotion that gives it; null: asked for'),
  /** What of the amount is not cancelled: what others stand in for is paid in their lines. */
  payableFen: Fen,
  /** What becomes of a shortage of it: nothing of it, when all is there. */
  backOrdered: Count,
  cancelled: Count,
  /** The line whose shortage these goods fill. */
  substituteFor: z.int().nullable(),
  isAgeing: IsAgeing,
  /** The price in steps: which list, which price, which break. */
  priceSteps: z.array(z.string()),
  /** When the quantity breaks a minimum or multiple: the next valid one. */
  suggestedQuantity: z.int().nullable(),
});

/** 预售: paid in two steps. */
const StepsView = z.object({
  stage: z.enum(['deposit', 'waiting', 'balance', 'paid', 'ended']),
  depositFen: Fen,
  depositWorthFen: Fen.describe('what the deposit counts for'),
  balanceFen: Fen.describe('the rest, freight included'),
  depositBy: At,
  balanceFrom: At,
  balanceUntil: At.describe('exclusive'),
  isRefundable: z.boolean().describe('false: the deposit is kept when the balance is not paid'),
  forfeitedFen: Fen,
});

const FreightView = z.object({
  freightFen: Fen.describe('after promotions'),
  offFen: Fen.describe('what promotions took off'),
  words: z.string(),
  isPickup: z.boolean(),
});

export const QuoteView = z.object({
  supplierId: Id,
  lines: z.array(QuoteLineView),
  /** After promotions. */
  goodsFen: Fen,
  discountFen: Fen,
  /** Null where the seller charges nobody for delivery. */
  freight: FreightView.extend({
    nextStep: z.string().describe('what is missing until delivery is free; empty: nothing'),
    offersPickup: z.boolean(),
  }).nullable(),
  steps: StepsView.nullable().describe('null: paid at once'),
  /** Goods and freight. */
  payableFen: Fen,
  /** What the buyer has free of rebate, and what of this order may be paid by it. */
  rebate: z.object({ freeFen: Fen, roomFen: Fen }),
  /** What applies first, then what does not and why. */
  promotions: z.array(QuotedPromotionView),
  creditAvailableFen: Fen.nullable(),
  /** The smallest payment that would free the order of what its account owes; null when none is needed. */
  payToFreeFen: Fen.nullable(),
  /** When the goods are planned to arrive. */
  receiptOn: Day,
  /** Into how many parts it would be sent. */
  partCount: Count,
  /** What the order would be if placed now. */
  verdict: Verdict,
  findings: z.array(FindingView),
});

/** An order as an edit would leave it. */
export const EditPreviewView = QuoteView.pick({
  lines: true,
  goodsFen: true,
  discountFen: true,
  payableFen: true,
  verdict: true,
  findings: true,
}).extend({
  freightFen: Fen,
  changes: z.array(
    z.object({ what: z.string(), text: z.string().describe('in Chinese, with names and numbers') }),
  ),
  /** Why it may not be written; null when it may. */
  refusal: z.object({ code: z.string(), title: z.string().describe('in Chinese') }).nullable(),
});

export const OrderLineView = z.object({
  lineNo: z.int(),
  skuId: Id,
  skuName: z.string(),
  spec: z.string(),
  quantity: z.int(),
  mixedUnits: z.string(),
  /** The unit it was ordered in. */
  unit: z.string(),
  /** At the list. */
  unitPriceE4: UnitPriceE4,
  /** After promotions. */
  amountFen: Fen,
  discountFen: Fen.describe('what promotions took off'),
  giftOf: Id.nullable().describe('the promotion that gives it; null: asked for'),
  /** What of the amount is not cancelled. */
  payableFen: Fen,
  shortage: ShortageKind.nullable(),
  /** The line whose shortage these goods fill. */
  substituteFor: z.int().nullable(),
  acceptsAgeing: z.boolean().describe('the buyer takes ageing goods for what others do not cover'),
  isAgeing: IsAgeing,
  /** Waits for goods; what is closed or filled of it is not counted any more. */
  backOrdered: Count,
  reserved: Count,
  shipped: Count,
  signed: Count,
  cancelled: Count,
  /** Lots promised and not yet shipped: seller and HQ see them, and the buyer sees their dates. */
  promisedLots: z.array(
    z.object({
      lotNo: z.string(),
      expiresOn: Day,
      quantity: z.int(),
      mixedUnits: z.string(),
      warehouseName: z.string(),
    }),
  ),
});

const SignMethod = z.enum(['tap', 'otp', 'signature', 'photo', 'auto']);

export const SignatureView = z.object({
  method: SignMethod.describe('auto: nobody signed in the days agreed'),
  references: z.array(Id),
  signedBy: z.string(),
  place: z.string(),
  latitudeE6: z.int().nullable(),
  longitudeE6: z.int().nullable(),
});

/** A difference found at signing, and what the seller says of it. */
export const ClaimView = z.object({
  claimId: Id,
  shipmentId: Id,
  shipmentLineNo: z.int(),
  lineNo: z.int(),
  skuId: Id,
  skuName: z.string(),
  kind: z.enum(['short', 'damaged', 'refused']),
  quantity: z.int(),
  amountFen: Fen,
  state: z.enum(['open', 'accepted', 'contested']),
  note: z.string(),
  openedAt: At,
  settledBy: z.string().nullable(),
  settledAt: At.nullable(),
});

/** A step from a version of an order to the next. */
export const RevisionView = z.object({
  revision: z.int(),
  changes: z.array(
    z.object({ what: z.string(), text: z.string().describe('in Chinese, with names and numbers') }),
  ),
  payableFenBefore: Fen,
  payableFenAfter: Fen,
  reason: z.string(),
  actorName: z.string(),
  at: At,
  linesBefore: z.array(
    z.object({
      lineNo: z.int(),
      skuId: Id,
      skuName: z.string(),
      quantity: z.int(),
      unitPriceE4: UnitPriceE4,
      amountFen: Fen,
    }),
  ),
});

export const BackOrderView = z.object({
  orderId: Id,
  number: z.string(),
  lineNo: z.int(),
  skuId: Id,
  skuName: z.string(),
  baseUnit: z.string(),
  sellerId: Id,
  sellerName: z.string(),
  buyerId: Id,
  buyerName: z.string(),
  quantity: z.int(),
  backOrdered: z.int(),
  priority: z.int(),
  since: At,
  closesOn: Day.nullable(),
});

export const ShipmentView = z.object({
  shipmentId: Id,
  shippedAt: At,
  carrier: z.string(),
  trackingNo: z.string(),
  signedAt: At.nullable(),
  /** Null until it is signed for. */
  signature: SignatureView.nullable(),
  photos: z.array(PhotoView).describe('what its signer showed of differences'),
  lines: z.array(
    z.object({
      shipmentLineNo: z.int(),
      lineNo: z.int(),
      skuId: Id,
      skuName: z.string(),
      lotNo: z.string(),
      producedOn: Day,
      expiresOn: Day,
      isAgeing: IsAgeing,
      quantity: z.int(),
      mixedUnits: z.string(),
      accepted: z.int().nullable(),
      short: Count,
      damaged: Count,
      refused: Count,
    }),
  ),
});

export const TrailView = z.object({
  kind: z.string(),
  title: z.string(),
  detail: z.string(),
  actorName: z.string(),
  at: At,
});

export const OrderSummaryView = z.object({
  orderId: Id,
  number: z.string(),
  state: OrderState,
  /** The verdict given at once when it was placed; the state says what became of it. */
  verdict: Verdict,
  sellerId: Id,
  sellerName: z.string(),
  buyerId: Id,
  buyerName: z.string(),
  payableFen: Fen,
  lineCount: Count,
  firstSkuName: z.string(),
  placedAt: At,
  openHolds: z.array(HoldView),
  findings: z.array(FindingView),
});

/** What an approval would make of a held order. */
export const ApprovePreviewView = z.object({
  state: OrderState,
  findings: z.array(FindingView),
  payableFen: Fen,
});

/** 子单: what of an order goes together. A buyer sees what comes when, and not from which warehouse. */
export const OrderPartView = z.object({
  partNo: z.int(),
  warehouseName: z.string(),
  temperatureZone: z.enum(['ambient', 'chilled', 'frozen']),
  invoiceEntity: z.string(),
  /** Null while it is owed. */
  deliverOn: Day.nullable(),
  amountFen: Fen,
  lines: z.array(z.object({ lineNo: z.int(), quantity: z.int(), amountFen: Fen })),
});

export const OrderView = OrderSummaryView.extend({
  goodsFen: Fen,
  freight: FreightView.nullable(),
  steps: StepsView.nullable(),
  /** By warehouse, temperature zone, invoice and day; together they come to the order. */
  parts: z.array(OrderPartView),
  /** The audit policy it was last decided by; null for the buyer. */
  policyVersion: z.int().nullable(),
  shipTo: z.object({ receiver: z.string(), phone: z.string(), regionName: z.string(), detail: z.string() }),
  channel: z.string(),
  note: z.string(),
  lines: z.array(OrderLineView),
  holds: z.array(HoldView),
  shipments: z.array(ShipmentView),
  trail: z.array(TrailView),
  /** What the caller may do to it now: screens show exactly these buttons. */
  actions: z.array(
    z.enum(['cancel', 'approve', 'reject', 'ship', 'sign', 'edit', 'reopen', 'shortClose', 'settle']),
  ),
  /** 1 when placed, one more with every edit and reopening. */
  revision: z.int(),
  priority: z.int(),
  deliverOn: Day.nullable(),
  /** Nothing of it ships until all of it is there. */
  waitsForFull: z.boolean(),
  revisions: z.array(RevisionView),
  promotions: z.array(AppliedPromotionView),
  claims: z.array(ClaimView),
  /** Recorded in shadow: shown to HQ, decides nothing yet. Null for everyone else. */
  risk: z
    .object({
      score: z.int(),
      indicators: z.array(z.object({ indicator: z.string(), score: z.int(), evidence: z.string() })),
    })
    .nullable(),
});
