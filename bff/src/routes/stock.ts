import { type Core, expiresOn, type Lot, type Sku } from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import { policyHandlers } from './stock-policies';
import { recallHandlers } from './stock-recalls';
import {
  viewAlert,
  viewCount,
  viewLot,
  viewMovement,
  viewOperation,
  viewSheet,
  viewSummary,
  viewTransfer,
} from './stock-views';

export const stockHandlers = (core: Core): HandlersOf<'stock'> => {
  const { stock, catalog } = core;
  return {
    ...policyHandlers(core),
    ...recallHandlers(core),
    warehouses: async (_, caller) => ({
      items: (await stock.warehouses(caller)).map(({ id, name }) => ({ warehouseId: id, name })),
    }),
    lots: async (input, caller) => {
      const { items, nextCursor, warehouseNames } = await stock.lots(caller, input);
      const skus = await catalog.byIds(items.map(({ skuId }) => skuId));
      return {
        items: items.map((lot) =>
          viewLot(lot, skus.get(lot.skuId) as Sku, warehouseNames.get(lot.warehouseId) ?? '', caller.at),
        ),
        nextCursor,
      };
    },
    receive: async (input, caller) => {
      const sku = await catalog.get(input.skuId);
      const arrival = { ...input, expiresOn: expiresOn(sku, input.producedOn) };
      const { lot, warehouseName } = await stock.receive(caller, arrival);
      return viewLot(lot, sku, warehouseName, caller.at);
    },
    summary: async (query, caller) => {
      const { items, nextCursor } = await stock.summary(caller, query);
      const skus = await catalog.byIds(items.map(({ skuId }) => skuId));
      return {
        items: items.map((one) => viewSummary(one, skus.get(one.skuId)?.name ?? '')),
        nextCursor,
      };
    },
    movements: async (query, caller) => {
      const { items, nextCursor, lots } = await stock.movements(caller, query);
      return { items: items.map((entry) => viewMovement(entry, lots.get(entry.lotId) as Lot)), nextCursor };
    },

    moveQuality: (input, caller) => stock.moveQuality(caller, input),
    destroy: (input, caller) => stock.destroy(caller, input),
    adjust: (input, caller) => stock.adjust(caller, input),
    operations: async (query, caller) => {
      const { items, nextCursor } = await stock.operations(caller, query);
      return { items: items.map(viewOperation), nextCursor };
    },

    transfers: async (query, caller) => {
      const { items, nextCursor } = await stock.transfers(caller, query);
      return { items: items.map(viewTransfer), nextCursor };
    },
    transfer: async ({ transferId }, caller) => viewTransfer(await stock.transfer(caller, transferId)),
    dispatchTransfer: async (input, caller) => viewTransfer(await stock.dispatchTransfer(caller, input)),
    receiveTransfer: async (input, caller) => viewTransfer(await stock.receiveTransfer(caller, input)),

    counts: async (query, caller) => {
      const { items, nextCursor } = await stock.counts(caller, query);
      return { items: items.map(viewSheet), nextCursor };
    },
    count: async ({ sheetId }, caller) => viewCount(await stock.count(caller, sheetId)),
    openCount: async (input, caller) => viewCount(await stock.openCount(caller, input)),
    enterCounts: async (input, caller) => viewCount(await stock.enterCounts(caller, input)),
    confirmCount: async (input, caller) => viewCount(await stock.confirmCount(caller, input)),
    cancelCount: async (input, caller) => viewCount(await stock.cancelCount(caller, input)),

    alerts: async (query, caller) => {
      const { items, nextCursor } = await stock.alerts(caller, query);
      return { items: items.map((alert) => viewAlert(alert, caller.at)), nextCursor };
    },
    alertCounts: async ({ ownerId }, caller) => ({
      items: (await stock.alertCounts(caller, ownerId)).map(
        ({ level, open, overdue, handledInTime, handledLate }) => ({
          level,
          open,
          overdue,
          handledInTime,
          handledLate,
        }),
      ),
    }),
    handleAlert: async (input, caller) => viewAlert(await stock.handleAlert(caller, input), caller.at),
  };
};
