import { z } from 'zod';
import { endpoints } from './endpoints';
import { Day, Id, Note, PageQuery, Quantity, pageOf } from './fields';
import { route } from './route';
import { CommandId, CountingUnits, LotNo, OwnerQuery } from './stock-fields';

const InboundState = z.enum(['planned', 'confirmed', 'received', 'cancelled']);

export const InboundView = z.object({
  inboundId: Id,
  warehouseId: Id,
  warehouseName: z.string(),
  skuId: Id,
  skuName: z.string(),
  units: CountingUnits,
  expectedOn: Day,
  quantity: z.int(),
  received: z.int(),
  state: InboundState,
  note: z.string(),
});

const closedErrors = ['stock.inboundUnknown', 'stock.inboundClosed', 'command.idReused'];
const InboundCommand = z.object({ inboundId: Id, commandId: CommandId });

export const inboundRoutes = {
  inbounds: route(endpoints.stock.inbounds, {
    summary: 'Expected receipts, first expected first.',
    access: 'seller',
    input: PageQuery.extend({ ...OwnerQuery, state: InboundState.optional() }),
    output: pageOf(InboundView),
    errors: [],
  }),
  putInbound: route(endpoints.stock.putInbound, {
    summary: 'Expect goods in one of my warehouses; confirmed ones may be promised from.',
    access: 'warehouse',
    input: z.object({
      inboundId: CommandId,
      warehouseId: Id,
      skuId: Id,
      expectedOn: Day,
      quantity: Quantity,
      note: Note.default(''),
      isConfirmed: z.boolean().default(false),
    }),
    output: InboundView,
    errors: ['stock.warehouseUnknown', 'catalog.skuUnknown', 'command.idReused'],
  }),
  confirmInbound: route(endpoints.stock.confirmInbound, {
    summary: 'Confirm an expected receipt.',
    access: 'warehouse',
    input: InboundCommand,
    output: InboundView,
    errors: closedErrors,
  }),
  cancelInbound: route(endpoints.stock.cancelInbound, {
    summary: 'Expect the rest of a receipt no longer.',
    access: 'warehouse',
    input: InboundCommand,
    output: InboundView,
    errors: closedErrors,
  }),
  receiveInbound: route(endpoints.stock.receiveInbound, {
    summary: 'Take in expected goods, whole or in part, as a lot.',
    access: 'warehouse',
    input: InboundCommand.extend({ lotNo: LotNo, producedOn: Day, quantity: Quantity }),
    output: InboundView,
    errors: ['stock.overReceived', 'stock.dateInFuture', 'stock.lotDiffers', ...closedErrors],
  }),
};
