import { z } from 'zod';
import { endpoints } from './endpoints';
import { At, Count, Day, Id, PageQuery, Quantity, pageOf } from './fields';
import { route } from './route';
import { alertRoutes } from './stock-alerts';
import { countRoutes } from './stock-counts';
import { CountingUnits, ExpiryLevel, LotNo, MovementKind, OwnerQuery, Quality } from './stock-fields';
import { inboundRoutes } from './stock-inbounds';
import { operationRoutes } from './stock-operations';
import { policyRoutes } from './stock-policies';
import { recallRoutes } from './stock-recalls';

export * from './stock-alerts';
export * from './stock-counts';
export { Channel, ExpiryLevel, MovementKind, Quality } from './stock-fields';
export * from './stock-inbounds';
export * from './stock-operations';
export * from './stock-policies';
export * from './stock-recalls';

export const LotView = z.object({
  lotId: Id,
  warehouseId: Id,
  warehouseName: z.string(),
  skuId: Id,
  skuName: z.string(),
  lotNo: z.string(),
  producedOn: Day,
  expiresOn: Day,
  remainingDays: z.int(),
  level: ExpiryLevel,
  quality: Quality,
  /** True when a recall stops it. */
  recalled: z.boolean(),
  onHand: z.int(),
  reserved: z.int(),
  mixedUnits: z.string(),
  units: CountingUnits,
  /** What its goods may be made by a person's decision. */
  mayBecome: z.array(Quality),
});

export const MovementView = z.object({
  movementId: Id,
  lotId: Id,
  lotNo: z.string(),
  quality: Quality,
  warehouseId: Id,
  warehouseName: z.string(),
  skuId: Id,
  skuName: z.string(),
  quantity: z.int().describe('positive comes in, negative goes out'),
  kind: MovementKind,
  title: z.string(),
  documentKind: z.string(),
  documentId: z.string(),
  actorId: z.string(),
  reason: z.string(),
  at: At,
});

export const StockSummaryView = z.object({
  skuId: Id,
  skuName: z.string(),
  onHand: z.int(),
  available: z.int(),
  inspection: z.int(),
  damaged: z.int(),
  blocked: z.int(),
  expired: z.int(),
  recalled: z.int(),
  stopSale: z.int(),
  reserved: z.int(),
  softReserved: z.int(),
  buffer: z.int(),
  sellable: z.int(),
  inTransit: z.int(),
  availableToPromise: z.int(),
  /** What can be promised from each day on that changes it. */
  timeline: z.array(z.object({ on: Day, quantity: z.int() })),
});

const lotRoutes = {
  warehouses: route(endpoints.stock.warehouses, {
    summary: 'My warehouses.',
    access: 'seller',
    input: z.object({}),
    output: z.object({ items: z.array(z.object({ warehouseId: Id, name: z.string() })) }),
    errors: [],
  }),
  lots: route(endpoints.stock.lots, {
    summary: 'My lots, first to expire first; HQ sees an owner’s by `ownerId`.',
    access: 'seller',
    input: PageQuery.extend({
      ...OwnerQuery,
      skuId: Id.optional(),
      warehouseId: Id.optional(),
      quality: Quality.optional(),
      level: ExpiryLevel.optional(),
    }),
    output: pageOf(LotView),
    errors: [],
  }),
  receive: route(endpoints.stock.receive, {
    summary: 'Receive a lot into one of my warehouses.',
    access: 'warehouse',
    input: z.object({
      receiptId: Id.describe('made by the caller; repeating it gets the first answer'),
      warehouseId: Id,
      skuId: Id,
      lotNo: LotNo,
      producedOn: Day,
      quantity: Quantity,
      quality: z.enum(['available', 'inspection']).optional().describe('`inspection`: to be checked first'),
    }),
    output: LotView,
    errors: [
      'stock.warehouseUnknown',
      'catalog.skuUnknown',
      'stock.dateInFuture',
      'stock.lotDiffers',
      'command.idReused',
    ],
  }),
  summary: route(endpoints.stock.summary, {
    summary: 'What there is of each SKU by quality, what may be promised, and what will be.',
    access: 'seller',
    input: PageQuery.extend({ ...OwnerQuery, skuId: Id.optional() }),
    output: pageOf(StockSummaryView),
    errors: [],
  }),
  levels: route(endpoints.stock.levels, {
    summary: 'What there is at each expiry level, by warehouse or of the SKUs that age most.',
    access: 'seller',
    input: z.object({ ...OwnerQuery, by: z.enum(['warehouse', 'sku']).default('warehouse') }),
    output: z.object({
      items: z.array(
        z.object({
          /** Of the warehouse or the SKU. */
          id: Id,
          name: z.string(),
          level: ExpiryLevel,
          lotCount: Count,
          onHand: Count,
        }),
      ),
    }),
    errors: [],
  }),
  movements: route(endpoints.stock.movements, {
    summary: 'The ledger of stock, newest entry first.',
    access: 'seller',
    input: PageQuery.extend({
      ...OwnerQuery,
      lotId: Id.optional(),
      skuId: Id.optional(),
      warehouseId: Id.optional(),
      kind: MovementKind.optional(),
    }),
    output: pageOf(MovementView),
    errors: [],
  }),
};

export const stockRoutes = {
  ...lotRoutes,
  ...operationRoutes,
  ...countRoutes,
  ...inboundRoutes,
  ...policyRoutes,
  ...alertRoutes,
  ...recallRoutes,
};
