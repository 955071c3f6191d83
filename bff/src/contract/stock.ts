import { z } from 'zod';
import { endpoints } from './endpoints';
import { Day, Id, PageQuery, Quantity, pageOf } from './fields';
import { route } from './route';

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
  quality: z.enum(['available', 'inspection', 'damaged', 'blocked', 'expired']),
  onHand: z.int(),
  reserved: z.int(),
  mixedUnits: z.string(),
});

export const stockRoutes = {
  warehouses: route(endpoints.stock.warehouses, {
    summary: 'My warehouses.',
    access: 'seller',
    input: z.object({}),
    output: z.object({ items: z.array(z.object({ warehouseId: Id, name: z.string() })) }),
    errors: [],
  }),
  lots: route(endpoints.stock.lots, {
    summary: 'My lots, first to expire first.',
    access: 'seller',
    input: PageQuery.extend({ skuId: Id.optional() }),
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
      lotNo: z.string().trim().min(1).max(40),
      producedOn: Day,
      quantity: Quantity,
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
};
