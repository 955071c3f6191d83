import { z } from 'zod';
import { endpoints } from './endpoints';
import { At, Count, Day, Id, PageQuery, pageOf, Quantity, RegionCode } from './fields';
import { route } from './route';

/** Six digits of GB/T 2260, nine for a town or street, `*` for the country. */
const AreaCode = z.string().regex(/^(?:\*|\d{6}|\d{9})$/);
const DivisionCode = z.string().regex(/^(?:\d{6}|\d{9})$/);
const TownCode = z.string().regex(/^\d{9}$/);
const ChannelName = z.enum(['traditional', 'modern', 'convenience', 'catering', 'special', 'ecommerce']);
const Version = z.int().min(0).max(1_000_000_000);
const LineName = z.string().trim().max(40);
/** More than any one area or year needs, and small enough that sums stay exact. */
const Volume = z.int().min(0).max(1_000_000_000);
const areasUpTo = (most: number) => z.array(AreaCode).max(most).default([]);

export const DivisionView = z.object({
  code: z.string(),
  name: z.string(),
  hasChildren: z.boolean(),
});

export const GrantView = z.object({
  grantId: Id,
  kind: z.enum(['regular', 'temporary']),
  sellerId: Id,
  sellerName: z.string(),
  name: z.string(),
  productLine: z.string().describe('`*` is every line, empty the named SKUs alone'),
  onlyCategories: z.array(z.string()),
  includedSkuIds: z.array(Id),
  excludedSkuIds: z.array(Id),
  excludedCategories: z.array(z.string()),
  areas: z.array(z.object({ code: z.string(), name: z.string() })),
  remainderAreas: z.array(z.object({ code: z.string(), name: z.string() })),
  excludedAreas: z.array(z.object({ code: z.string(), name: z.string() })),
  channels: z.array(z.string()),
  startsOn: Day,
  endsOn: Day.nullable(),
  exclusive: z.boolean(),
  quantityCap: Count.nullable(),
  usedQuantity: Count,
  reason: z.string(),
  version: Version,
});

const SavedGrantView = z.object({
  grant: GrantView,
  /** Overlaps with others that may be, in words. */
  notices: z.array(z.string()),
});

const GrantInput = z.object({
  commandId: Id,
  grantId: Id.describe('made by the caller; an existing one is changed'),
  expectedVersion: Version.describe('0 for a new one'),
  sellerId: Id,
  name: z.string().trim().min(1).max(80),
  productLine: LineName,
  onlyCategories: z.array(z.string().trim().min(1).max(40)).max(200).default([]),
  includedSkuIds: z.array(Id).max(1_000).default([]),
  excludedSkuIds: z.array(Id).max(1_000).default([]),
  excludedCategories: z.array(z.string().trim().min(1).max(40)).max(200).default([]),
  areas: areasUpTo(1_000),
  excludedAreas: areasUpTo(1_000),
  channels: z.array(ChannelName).max(6).default([]),
  startsOn: Day,
  reason: z.string().trim().max(200).default(''),
});

/** What makes a grant of HQ's regular and no permit. */
const regularFields = {
  endsOn: Day.nullable().default(null),
  exclusive: z.boolean().default(false),
  remainderAreas: z
    .array(z.string().regex(/^(?:\*|\d{6})$/))
    .max(1_000)
    .default([]),
};

const OverlapView = z.object({
  kind: z
    .enum(['conflict', 'shutOut', 'shutsOut', 'shared'])
    .describe('`conflict` keeps the grant from being saved; the rest is told'),
  grantId: Id,
  grantName: z.string(),
  sellerId: Id,
  message: z.string(),
  remedy: z.string(),
});

const HolderView = z.object({
  sellerId: Id,
  sellerName: z.string(),
  share: z.enum(['whole', 'part']),
  exclusive: z.boolean(),
  isRemainder: z.boolean().describe('only what nobody else is granted more closely'),
});

const grantErrors = [
  'territory.grantUnknown',
  'territory.grantChanged',
  'territory.sellerUnknown',
  'territory.areaUnknown',
  'territory.skuUnknown',
  'territory.daysReversed',
  'territory.grantEmpty',
  'command.idReused',
] as const;

const FindingView = z.object({
  reason: z.string(),
  message: z.string(),
  remedy: z.string(),
  numbers: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const BlockedView = z.object({
  blockedId: Id,
  orderId: Id,
  lineNo: Count,
  sellerId: Id,
  sellerName: z.string(),
  buyerId: Id,
  buyerName: z.string(),
  skuId: Id,
  skuName: z.string(),
  quantity: Count,
  channel: z.string(),
  regionCode: z.string(),
  regionName: z.string(),
  reason: z.string(),
  title: z.string(),
  on: Day,
  at: At,
});

const Period = z.object({
  sellerId: Id.optional(),
  from: Day,
  to: Day.describe('exclusive'),
});

export const CapacityView = z.object({
  areaCode: z.string(),
  areaName: z.string(),
  productLine: z.string(),
  sellOutQuantity: Count,
  stockTargetQuantity: Count,
  version: Version,
  updatedAt: At,
});

export const PolicyView = z.object({
  sellerId: z.string(),
  startsOn: Day,
  borderMetres: Count,
  absorptionBp: Count,
});

export const ChainDeliveryView = z.object({
  id: Id,
  chainId: Id,
  addressId: Id,
  sellerId: z.string(),
  startsOn: Day,
  endsOn: Day.nullable(),
  note: z.string(),
  version: Version,
});

const SellerOrAll = z.string().regex(/^(?:\*|[0-9A-Za-z_-]{1,40})$/);

export const territoryRoutes = {
  divisions: route(endpoints.territory.divisions, {
    summary: 'What a division is divided into: provinces, cities, districts, towns.',
    // Who asks to become a partner says where it is before it is anybody.
    access: 'public',
    input: z.object({ parent: AreaCode.default('*') }),
    output: z.object({ items: z.array(DivisionView) }),
    errors: [],
  }),
  division: route(endpoints.territory.division, {
    summary: 'The full name of a division by its code.',
    access: 'signedIn',
    input: z.object({ code: DivisionCode }),
    output: z.object({ code: z.string(), fullName: z.string() }),
    errors: ['territory.divisionUnknown'],
  }),
  /** HQ sees every grant; a distributor its own. */
  grants: route(endpoints.territory.grants, {
    summary: 'Grants and temporary permits.',
    access: 'seller',
    input: PageQuery.extend({
      sellerId: Id.optional(),
      kind: z.enum(['regular', 'temporary']).optional(),
      state: z.enum(['current', 'all']).default('current'),
      on: Day.optional().describe('in force on this day'),
      productLine: LineName.min(1).optional(),
      channel: ChannelName.optional(),
      area: AreaCode.optional().describe('what is granted there, over it or within it'),
    }),
    output: pageOf(GrantView),
    errors: [],
  }),
  /** HQ sees every distributor; a distributor itself. HQ's own grants are on no map. */
  holders: route(endpoints.territory.holders, {
    summary: 'Who is granted each of the divisions of a country, province or city.',
    access: 'seller',
    input: z.object({
      parent: z
        .string()
        .regex(/^(?:\*|\d{6})$/)
        .default('*'),
      sellerId: Id.optional(),
      productLine: LineName.min(1).optional(),
      channel: ChannelName.optional(),
      on: Day.optional(),
    }),
    output: z.object({ items: z.array(DivisionView.extend({ holders: z.array(HolderView) })) }),
    errors: [],
  }),
  productLines: route(endpoints.territory.productLines, {
    summary: 'The product lines there are goods of.',
    access: 'seller',
    input: z.object({}),
    output: z.object({ items: z.array(z.string()) }),
    errors: [],
  }),
  /** Nothing is saved: with which grants it would overlap, the worst first. */
  previewGrant: route(endpoints.territory.previewGrant, {
    summary: 'What a grant would come to.',
    access: 'hqManager',
    input: GrantInput.omit({ commandId: true }).extend(regularFields),
    output: z.object({ items: z.array(OverlapView) }),
    errors: grantErrors.filter((code) => code !== 'command.idReused'),
  }),
  /** Exclusive grants that overlap are refused, and the refusal says where; other overlaps are told. */
  putGrant: route(endpoints.territory.putGrant, {
    summary: 'Give a distributor a grant, or change one.',
    access: 'hqManager',
    input: GrantInput.extend(regularFields),
    output: SavedGrantView,
    errors: [...grantErrors, 'territory.conflict'],
  }),
  putPermit: route(endpoints.territory.putPermit, {
    summary: 'Give a distributor a temporary permit, or change one.',
    access: 'hqManager',
    input: GrantInput.extend({
      endsOn: Day,
      quantityCap: Volume.min(1).nullable().default(null),
      reason: z.string().trim().min(1).max(200),
    }),
    output: SavedGrantView,
    errors: [...grantErrors, 'territory.capBelowUse', 'territory.permitEndless'],
  }),
  endGrant: route(endpoints.territory.endGrant, {
    summary: 'End a grant or permit on a day from today on.',
    access: 'hqManager',
    input: z.object({ grantId: Id, commandId: Id, endsOn: Day, expectedVersion: Version }),
    output: GrantView,
    errors: ['territory.grantUnknown', 'territory.grantChanged', 'territory.endInvalid', 'command.idReused'],
  }),
  /** HQ asks about every seller, a distributor about itself. */
  check: route(endpoints.territory.check, {
    summary: 'May a seller send a SKU to an area on a day, and why.',
    access: 'seller',
    input: z.object({
      sellerId: Id.optional(),
      skuId: Id,
      regionCode: RegionCode,
      townCode: TownCode.optional(),
      latitudeE6: z.coerce.number().int().min(-90_000_000).max(90_000_000).optional(),
      longitudeE6: z.coerce.number().int().min(-180_000_000).max(180_000_000).optional(),
      channel: ChannelName,
      quantity: z.coerce.number().pipe(Quantity).default(1),
      on: Day.optional(),
    }),
    output: FindingView.extend({
      answer: z.enum(['pass', 'review', 'block']),
      also: z.array(FindingView),
      /** The grant that decided; null also where it is another's and not yours to see. */
      grant: z.object({ grantId: Id, name: z.string(), sellerId: Id, sellerName: z.string() }).nullable(),
    }),
    errors: ['territory.sellerUnknown', 'territory.skuUnknown', 'territory.areaUnknown'],
  }),
  /** HQ sees every seller's; a distributor its own. */
  blocked: route(endpoints.territory.blocked, {
    summary: 'Order lines that were stopped at a border, newest day first.',
    access: 'seller',
    input: PageQuery.extend(Period.shape),
    output: pageOf(BlockedView),
    errors: [],
  }),
  blockedCounts: route(endpoints.territory.blockedCounts, {
    summary: 'How many order lines were stopped, by seller, day and reason.',
    access: 'seller',
    input: Period,
    output: z.object({
      items: z.array(
        z.object({
          sellerId: Id,
          sellerName: z.string(),
          on: Day,
          reason: z.string(),
          title: z.string(),
          count: Count,
          quantity: Count,
        }),
      ),
    }),
    errors: [],
  }),
  capacities: route(endpoints.territory.capacities, {
    summary: 'What areas can absorb of a product line in 30 days.',
    access: 'headquarters',
    input: PageQuery,
    output: pageOf(CapacityView),
    errors: [],
  }),
  putCapacity: route(endpoints.territory.putCapacity, {
    summary: 'Set what an area can absorb.',
    access: 'hqManager',
    input: z.object({
      commandId: Id,
      areaCode: AreaCode,
      productLine: LineName.min(1),
      sellOutQuantity: Volume,
      stockTargetQuantity: Volume,
      expectedVersion: Version.describe('0 for a new one'),
    }),
    output: CapacityView,
    errors: ['territory.areaUnknown', 'territory.capacityChanged', 'command.idReused'],
  }),
  policies: route(endpoints.territory.policies, {
    summary: 'The border distance and absorption factor, by seller (`*`: everybody) and day they begin.',
    access: 'headquarters',
    input: z.object({ sellerId: SellerOrAll.default('*') }),
    output: z.object({ items: z.array(PolicyView) }),
    errors: [],
  }),
  putPolicy: route(endpoints.territory.putPolicy, {
    summary: 'Set the border distance and absorption factor from a day on.',
    access: 'hqManager',
    input: z.object({
      commandId: Id,
      sellerId: SellerOrAll.default('*'),
      startsOn: Day,
      borderMetres: z.int().min(0).max(10_000),
      absorptionBp: z.int().min(0).max(100_000),
    }),
    output: PolicyView,
    errors: ['command.idReused'],
  }),
  chainDeliveries: route(endpoints.territory.chainDeliveries, {
    summary: "Chains' delivery centres that may be served across regions.",
    access: 'headquarters',
    input: PageQuery,
    output: pageOf(ChainDeliveryView),
    errors: [],
  }),
  putChainDelivery: route(endpoints.territory.putChainDelivery, {
    summary: "Except a chain's delivery centre from the area test, or change or end an exception.",
    access: 'hqManager',
    input: z.object({
      commandId: Id,
      id: Id.describe('made by the caller; an existing one is changed'),
      chainId: Id,
      addressId: Id,
      sellerId: SellerOrAll.default('*'),
      startsOn: Day,
      endsOn: Day.nullable().default(null),
      note: z.string().trim().max(200).default(''),
      expectedVersion: Version.describe('0 for a new one'),
    }),
    output: ChainDeliveryView,
    errors: ['territory.chainDeliveryChanged', 'territory.daysReversed', 'command.idReused'],
  }),
};
