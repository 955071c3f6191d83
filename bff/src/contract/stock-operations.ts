import { z } from 'zod';
import { endpoints } from './endpoints';
import { At, Day, Id, Note, PageQuery, Quantity, pageOf } from './fields';
import { route } from './route';
import { CommandId, CountingUnits, OwnerQuery, Quality, Reason } from './stock-fields';

const OperationKind = z.enum(['quality', 'freeze', 'unfreeze', 'destroy', 'adjust']);

export const OperationView = z.object({
  operationId: Id,
  kind: OperationKind,
  title: z.string(),
  warehouseId: Id,
  warehouseName: z.string(),
  lotId: Id,
  skuId: Id,
  skuName: z.string(),
  lotNo: z.string(),
  fromQuality: Quality,
  toQuality: Quality.nullable(),
  quantity: z.int(),
  reason: z.string(),
  proof: z.string(),
  actorName: z.string(),
  at: At,
});

const OperationDone = z.object({
  operationId: Id,
  lotId: Id.describe('the lot the goods are in now'),
});

export const TransferView = z.object({
  transferId: Id,
  fromWarehouseId: Id,
  fromWarehouseName: z.string(),
  toWarehouseId: Id,
  toWarehouseName: z.string(),
  state: z.enum(['inTransit', 'received']),
  reason: z.string(),
  dispatchedBy: z.string(),
  dispatchedAt: At,
  receivedBy: z.string().nullable(),
  receivedAt: At.nullable(),
  lines: z.array(
    z.object({
      lineNo: z.int(),
      lotId: Id,
      skuId: Id,
      skuName: z.string(),
      lotNo: z.string(),
      units: CountingUnits,
      producedOn: Day,
      expiresOn: Day,
      quality: Quality,
      quantity: z.int(),
      arrived: z.int().nullable(),
      damaged: z.int(),
      missing: z.int(),
    }),
  ),
});

const lotErrors = ['stock.lotUnknown', 'stock.reserved', 'stock.tooFew', 'command.idReused'];

export const operationRoutes = {
  moveQuality: route(endpoints.stock.moveQuality, {
    summary: 'Release, reject, freeze or unfreeze goods of a lot.',
    access: 'warehouse',
    input: z.object({
      lotId: Id,
      commandId: CommandId,
      to: z.enum(['available', 'inspection', 'damaged', 'blocked']),
      quantity: Quantity.optional().describe('left out: all that is there'),
      reason: Reason,
    }),
    output: OperationDone,
    errors: [...lotErrors, 'stock.qualityForbids', 'stock.expired'],
  }),
  destroy: route(endpoints.stock.destroy, {
    summary: 'Destroy goods of a lot, with a record of who saw it.',
    access: 'manager',
    input: z.object({
      lotId: Id,
      commandId: CommandId,
      quantity: Quantity,
      reason: Reason,
      proof: Reason.describe('who saw it, or which papers show it'),
    }),
    output: OperationDone,
    errors: lotErrors,
  }),
  adjust: route(endpoints.stock.adjust, {
    summary: 'Correct what the books say of a lot.',
    access: 'manager',
    input: z.object({
      lotId: Id,
      commandId: CommandId,
      change: z
        .int()
        .min(-1_000_000)
        .max(1_000_000)
        .refine((change) => change !== 0, 'must change something'),
      reason: Reason,
    }),
    output: OperationDone,
    errors: lotErrors,
  }),
  operations: route(endpoints.stock.operations, {
    summary: 'What was done to lots, by whom and why, newest first.',
    access: 'seller',
    input: PageQuery.extend(OwnerQuery),
    output: pageOf(OperationView),
    errors: [],
  }),
  transfers: route(endpoints.stock.transfers, {
    summary: 'Transfers between warehouses of one owner, newest first.',
    access: 'seller',
    input: PageQuery.extend({ ...OwnerQuery, state: z.enum(['inTransit', 'received']).optional() }),
    output: pageOf(TransferView),
    errors: [],
  }),
  transfer: route(endpoints.stock.transfer, {
    summary: 'One of my transfers.',
    access: 'seller',
    input: z.object({ transferId: Id }),
    output: TransferView,
    errors: ['stock.transferUnknown'],
  }),
  dispatchTransfer: route(endpoints.stock.dispatchTransfer, {
    summary: 'Send lots on their way to another of my warehouses.',
    access: 'warehouse',
    input: z.object({
      transferId: CommandId,
      fromWarehouseId: Id,
      toWarehouseId: Id,
      reason: Note,
      lines: z
        .array(z.object({ lotId: Id, quantity: Quantity }))
        .min(1)
        .max(200),
    }),
    output: TransferView,
    errors: ['stock.warehouseUnknown', ...lotErrors],
  }),
  receiveTransfer: route(endpoints.stock.receiveTransfer, {
    summary: 'Take a transfer in, with what came damaged or did not come.',
    access: 'warehouse',
    input: z.object({
      transferId: Id,
      commandId: CommandId,
      differences: z
        .array(
          z.object({
            lineNo: z.int().min(1),
            damaged: z.int().min(0).max(1_000_000).optional(),
            missing: z.int().min(0).max(1_000_000).optional(),
          }),
        )
        .max(200)
        .default([]),
    }),
    output: TransferView,
    errors: [
      'stock.transferUnknown',
      'stock.transferReceived',
      'stock.overReceived',
      'stock.lotDiffers',
      'command.idReused',
    ],
  }),
};
