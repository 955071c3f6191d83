import { Channel } from './catalog-prices';
import { z } from 'zod';
import { endpoints } from './endpoints';
import { At, Count, Day, Done, Fen, Id, PageQuery, pageOf, UnitPriceE4 } from './fields';
import { route } from './route';

const Zone = z.enum(['ambient', 'chilled', 'frozen']);
const ShareBp = z.int().min(1).max(20_000).describe('basis points of the borrower’s purchase price');
/** `*` stands for every buyer or every SKU. */
const IdOrAll = z.union([Id, z.literal('*')]);
const RegionPrefix = z.string().regex(/^\d{2}(\d{2}){0,2}$/);

export const PoolStockView = z.object({
  skuId: Id,
  skuName: z.string(),
  ownerId: Id,
  ownerName: z.string(),
  onHand: Count,
  reserved: Count,
  /** Could be promised today. */
  sellable: Count,
  /** Of it, with a third of its life left or less. */
  ageing: Count,
  lendQuotaLeft: Count,
  borrowQuotaLeft: Count,
});

const TransferPrice = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('fixed'),
    prices: z
      .array(z.object({ skuId: Id, unitPriceE4: UnitPriceE4.min(0).max(1_000_000_000) }))
      .min(1)
      .max(500),
  }),
  z.object({ kind: z.literal('purchaseShare'), shareBp: ShareBp }),
]);

const agreementTerms = {
  lenderId: Id,
  borrowerId: Id,
  scope: z.enum(['sku', 'productLine', 'all']),
  /** A SKU’s id or a product line’s name; `*` for everything. */
  scopeId: z.string().trim().min(1).max(40),
  quotaQuantity: z.int().min(1).max(1_000_000_000).describe('base units in each period'),
  period: z.enum(['week', 'month', 'whole']),
  price: TransferPrice,
  startsOn: Day,
  endsOn: Day.nullable(),
};

export const AgreementView = z.object({
  agreementId: Id,
  ...agreementTerms,
  /** What the SKU or product line is called; empty for everything. */
  scopeName: z.string(),
  lenderName: z.string(),
  borrowerName: z.string(),
  state: z.enum(['proposed', 'active', 'declined', 'ended']),
  proposedBy: Id,
  proposedAt: At,
  /** Of this period’s quota. */
  quotaLeft: Count,
});

const between = {
  lenderId: Id,
  lenderName: z.string(),
  borrowerId: Id,
  borrowerName: z.string(),
  skuId: Id,
  skuName: z.string(),
  unitPriceE4: UnitPriceE4,
};

/** What the borrower’s own records say. */
export const BorrowView = z.object({
  borrowId: Id,
  ...between,
  orderId: Id,
  lineNo: z.int(),
  quantity: Count,
  promised: Count,
  arrived: Count,
  state: z.enum(['requested', 'promised', 'declined', 'released', 'arrived']),
  reason: z.string(),
  reasonTitle: z.string(),
  requestedAt: At,
});

/** What the lender’s own records say: it does not see for whose order. */
export const LoanView = z.object({
  borrowId: Id,
  ...between,
  quantity: Count,
  state: z.enum(['reserved', 'declined', 'released', 'lent']),
  reason: z.string(),
  reasonTitle: z.string(),
  decidedAt: At,
});

export const SettlementView = z.object({
  settlementId: Id,
  borrowId: Id,
  ...between,
  lotNo: z.string(),
  producedOn: Day,
  expiresOn: Day,
  quantity: Count,
  amountFen: Fen,
  /** Null when the two have no credit account and settle by themselves. */
  billId: Id.nullable(),
  at: At,
});

const policyTerms = {
  buyerId: IdOrAll,
  skuId: IdOrAll,
  kind: z.enum(['shipAndBackOrder', 'waitForFull', 'cancelRest', 'substitute', 'review']),
  closeAfterDays: z.int().min(1).max(365).nullable(),
  rest: z.enum(['review', 'cancel', 'backOrder']),
};
export const ShortagePolicyView = z.object(policyTerms);

const ChannelOrAll = z.union([Channel, z.literal('*')]);
const shareTerms = {
  buyerId: IdOrAll,
  channel: ChannelOrAll,
  segment: z.int().min(1).max(9).describe('1 is served in full before 2'),
  weight: z.int().min(1).max(100),
};
export const ShareTermsView = z.object(shareTerms);
const isOneOf = ({ buyerId, channel }: { readonly buyerId: string; readonly channel: string }) =>
  buyerId === '*' || channel === '*';

export const FairShareLineView = z.object({
  orderId: Id,
  orderNumber: z.string(),
  lineNo: z.int(),
  buyerId: Id,
  buyerName: z.string(),
  wanted: Count,
  shipped: Count,
  promised: Count,
  isProtected: z.boolean(),
  segment: z.int(),
  weight: z.int(),
  /** All it would get, shipped or not. */
  quantity: Count,
  /** What of it is still to be promised or shipped. */
  toGive: Count,
});

const agreementCommand = z.object({ agreementId: Id, commandId: Id });
const borrowCommand = z.object({ borrowId: Id, commandId: Id });
const agreementErrors = ['pool.agreementUnknown', 'pool.stateForbids', 'command.idReused'];

export const poolRoutes = {
  stock: route(endpoints.pool.stock, {
    summary: 'The pool by SKU and owner: HQ sees everybody’s, a distributor its own.',
    access: 'seller',
    input: PageQuery.extend({
      ownerId: Id.optional().describe('for HQ; others see their own'),
      skuId: Id.optional(),
      warehouseId: Id.optional(),
    }),
    output: pageOf(PoolStockView),
    errors: [],
  }),
  agreements: route(endpoints.pool.agreements, {
    summary: 'Sharing agreements I lend or borrow by, newest first; HQ sees all.',
    access: 'seller',
    input: PageQuery.extend({ state: z.enum(['proposed', 'active', 'declined', 'ended']).optional() }),
    output: pageOf(AgreementView),
    errors: [],
  }),
  propose: route(endpoints.pool.propose, {
    summary: 'Propose a sharing agreement to the other side; what HQ proposes holds at once.',
    access: 'manager',
    input: z
      .object({ commandId: Id, ...agreementTerms })
      .refine(({ startsOn, endsOn }) => endsOn === null || startsOn < endsOn, {
        path: ['endsOn'],
        message: 'ends before it begins',
      }),
    output: z.object({ agreementId: Id }),
    errors: ['pool.partyUnknown', 'command.idReused'],
  }),
  accept: route(endpoints.pool.accept, {
    summary: 'Accept an agreement the other side proposed.',
    access: 'manager',
    input: agreementCommand,
    output: Done,
    errors: agreementErrors,
  }),
  decline: route(endpoints.pool.decline, {
    summary: 'Decline an agreement the other side proposed.',
    access: 'manager',
    input: agreementCommand,
    output: Done,
    errors: agreementErrors,
  }),
  end: route(endpoints.pool.end, {
    summary: 'End an agreement; what is promised under it stays promised.',
    access: 'manager',
    input: agreementCommand,
    output: Done,
    errors: agreementErrors,
  }),
  borrows: route(endpoints.pool.borrows, {
    summary: 'What I asked of others’ stock, newest first; HQ sees all.',
    access: 'seller',
    input: PageQuery,
    output: pageOf(BorrowView),
    errors: [],
  }),
  borrow: route(endpoints.pool.borrow, {
    summary: 'Ask those who share with me for what one of my customers’ orders lacks.',
    access: 'reviewer',
    input: z.object({ commandId: Id, orderId: Id }),
    output: Done,
    errors: ['orders.unknown', 'orders.stateForbids', 'pool.nothingToBorrow', 'command.idReused'],
  }),
  takeBack: route(endpoints.pool.takeBack, {
    summary: 'Take back what I asked for before it has left its lender.',
    access: 'reviewer',
    input: borrowCommand,
    output: Done,
    errors: ['pool.borrowUnknown', 'pool.stateForbids', 'command.idReused'],
  }),
  loans: route(endpoints.pool.loans, {
    summary: 'What others asked of my stock, newest first; HQ sees all.',
    access: 'seller',
    input: PageQuery,
    output: pageOf(LoanView),
    errors: [],
  }),
  lend: route(endpoints.pool.lend, {
    summary: 'Send promised goods to their borrower, who owes me their transfer price.',
    access: 'warehouse',
    input: borrowCommand,
    output: Done,
    errors: [
      'pool.borrowUnknown',
      'pool.stateForbids',
      'stock.recalled',
      'stock.expired',
      'command.idReused',
    ],
  }),
  settlements: route(endpoints.pool.settlements, {
    summary: 'What was lent and is owed for it, newest first: each side sees its own, HQ all.',
    access: 'seller',
    input: PageQuery,
    output: pageOf(SettlementView),
    errors: [],
  }),
  fairShare: route(endpoints.pool.fairShare, {
    summary: 'How my goods of a SKU would be shared over the orders that wait for them; promises nothing.',
    access: 'manager',
    input: z.object({
      skuId: Id,
      protectedOrderIds: z.array(Id).max(500).default([]),
      segments: z
        .array(z.object({ buyerId: Id, segment: z.int().min(1).max(9) }))
        .max(500)
        .default([]),
      weights: z
        .array(z.object({ buyerId: Id, weight: z.int().min(1).max(100) }))
        .max(500)
        .default([]),
    }),
    output: z.object({
      skuId: Id,
      supply: Count,
      left: Count,
      packUnit: z.string(),
      packFactor: z.int(),
      lines: z.array(FairShareLineView),
    }),
    errors: ['catalog.skuUnknown'],
  }),
  shortagePolicies: route(endpoints.pool.shortagePolicies, {
    summary: 'What becomes of my shortages, by customer and SKU.',
    access: 'seller',
    input: PageQuery,
    output: pageOf(ShortagePolicyView),
    errors: [],
  }),
  setShortagePolicy: route(endpoints.pool.setShortagePolicy, {
    summary: 'Say what becomes of shortages of a customer, a SKU, or both; `*` stands for all.',
    access: 'manager',
    input: z.object({ commandId: Id, ...policyTerms }),
    output: ShortagePolicyView,
    errors: ['pool.partyUnknown', 'catalog.skuUnknown', 'command.idReused'],
  }),
  removeShortagePolicy: route(endpoints.pool.removeShortagePolicy, {
    summary: 'Take a shortage policy back; the next wider one holds then.',
    access: 'manager',
    input: z.object({ commandId: Id, buyerId: IdOrAll, skuId: IdOrAll }),
    output: Done,
    errors: ['pool.policyUnknown', 'command.idReused'],
  }),
  shareTerms: route(endpoints.pool.shareTerms, {
    summary: 'Whom I serve first when goods are short, and how much each counts.',
    access: 'seller',
    input: PageQuery,
    output: pageOf(ShareTermsView),
    errors: [],
  }),
  /** A seller without any fills back-orders by turn; one that has some fills them by fair share. */
  setShareTerms: route(endpoints.pool.setShareTerms, {
    summary: 'Say how a customer, or a channel, stands when goods are short; `*` stands for all.',
    access: 'manager',
    input: z.object({ commandId: Id, ...shareTerms }).refine(isOneOf, {
      path: ['channel'],
      message: 'a named customer stands for itself, whatever its channel',
    }),
    output: ShareTermsView,
    errors: ['pool.partyUnknown', 'command.idReused'],
  }),
  removeShareTerms: route(endpoints.pool.removeShareTerms, {
    summary: 'Take share terms back; the next wider ones hold then.',
    access: 'manager',
    input: z.object({ commandId: Id, buyerId: IdOrAll, channel: ChannelOrAll }),
    output: Done,
    errors: ['pool.termsUnknown', 'command.idReused'],
  }),
  setWarehouse: route(endpoints.pool.setWarehouse, {
    summary: 'Say what one of my warehouses keeps, how far away it is, and where it delivers.',
    access: 'manager',
    input: z.object({
      commandId: Id,
      warehouseId: Id,
      temperatureZones: z.array(Zone).min(1).max(3),
      leadDays: z.int().min(0).max(60),
      costRank: z.int().min(0).max(1_000),
      servesRegions: z.array(RegionPrefix).max(500).describe('none means everywhere'),
    }),
    output: Done,
    errors: ['stock.warehouseUnknown', 'command.idReused'],
  }),
  setContractWarehouse: route(endpoints.pool.setContractWarehouse, {
    summary: 'Agree which of my warehouses serves a customer; null takes it back.',
    access: 'manager',
    input: z.object({ commandId: Id, buyerId: Id, warehouseId: Id.nullable(), isOnly: z.boolean() }),
    output: Done,
    errors: ['pool.partyUnknown', 'stock.warehouseUnknown', 'command.idReused'],
  }),
};
