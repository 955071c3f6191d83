import { z } from 'zod';
import { endpoints } from './endpoints';
import { At, Id, Note, PageQuery, pageOf } from './fields';
import { route } from './route';
import { CommandId, CountingUnits, OwnerQuery, Quality, StockQuantity } from './stock-fields';

export const CountSheetView = z.object({
  sheetId: Id,
  warehouseId: Id,
  warehouseName: z.string(),
  state: z.enum(['open', 'confirmed', 'cancelled']),
  note: z.string(),
  openedBy: z.string(),
  openedAt: At,
  closedBy: z.string().nullable(),
  closedAt: At.nullable(),
});

export const CountDetailView = CountSheetView.extend({
  lines: z.array(
    z.object({
      lineNo: z.int(),
      lotId: Id,
      skuId: Id,
      skuName: z.string(),
      lotNo: z.string(),
      units: CountingUnits,
      quality: Quality,
      booked: z.int(),
      counted: z.int().nullable(),
      countedBy: z.string().nullable(),
      difference: z.int().nullable(),
      /** The lot has moved since it was counted: count it again. */
      hasMoved: z.boolean(),
    }),
  ),
});

const sheetErrors = ['stock.countUnknown', 'stock.countClosed', 'command.idReused'];
const SheetCommand = z.object({ sheetId: Id, commandId: CommandId });

export const countRoutes = {
  counts: route(endpoints.stock.counts, {
    summary: 'Count sheets, newest first.',
    access: 'seller',
    input: PageQuery.extend(OwnerQuery),
    output: pageOf(CountSheetView),
    errors: [],
  }),
  count: route(endpoints.stock.count, {
    summary: 'One of my count sheets, with the lots that have moved since.',
    access: 'seller',
    input: z.object({ sheetId: Id }),
    output: CountDetailView,
    errors: ['stock.countUnknown'],
  }),
  openCount: route(endpoints.stock.openCount, {
    summary: 'Open a count sheet over what stands in one of my warehouses.',
    access: 'warehouse',
    input: z.object({
      sheetId: CommandId,
      warehouseId: Id,
      skuIds: z.array(Id).max(500).default([]).describe('none: everything that stands there'),
      note: Note.default(''),
    }),
    output: CountDetailView,
    errors: ['stock.warehouseUnknown', 'stock.countTooLarge', 'stock.nothingToCount', ...sheetErrors],
  }),
  enterCounts: route(endpoints.stock.enterCounts, {
    summary: 'Write down what was counted; a line may be counted again.',
    access: 'warehouse',
    input: SheetCommand.extend({
      counts: z
        .array(z.object({ lineNo: z.int().min(1), counted: StockQuantity }))
        .min(1)
        .max(2_000),
    }),
    output: CountDetailView,
    errors: ['stock.lineUnknown', ...sheetErrors],
  }),
  confirmCount: route(endpoints.stock.confirmCount, {
    summary: 'Post the differences of a count sheet to the books.',
    access: 'manager',
    input: SheetCommand,
    output: CountDetailView,
    errors: ['stock.countMoved', 'stock.reserved', 'stock.tooFew', ...sheetErrors],
  }),
  cancelCount: route(endpoints.stock.cancelCount, {
    summary: 'Drop a count sheet; nothing is posted.',
    access: 'warehouse',
    input: SheetCommand,
    output: CountDetailView,
    errors: sheetErrors,
  }),
};
