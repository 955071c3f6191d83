import {
  type Core,
  expiresOn,
  type Lot,
  type SheetDetail,
  type Sku,
  type TransferDetail,
} from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import { policyHandlers } from './stock-policies';
import { recallHandlers } from './stock-recalls';
import { stockNames } from './stock-names';
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
  const seenTransfers = async (transfers: readonly TransferDetail[]) => {
    const names = await stockNames(
      core,
      transfers.flatMap(({ transfer, lines }) => [
        { warehouseId: transfer.fromWarehouseId },
        { warehouseId: transfer.toWarehouseId },
        ...lines.map(({ skuId }) => ({ skuId })),
      ]),
    );
    return transfers.map((one) => viewTransfer(one, names));
  };
  const seenTransfer = async (transfer: TransferDetail) => {
    const [seen] = await seenTransfers([transfer]);
    return seen as typeof seen & object;
  };
  const seenCount = async (count: SheetDetail) =>
    viewCount(count, await stockNames(core, [{ warehouseId: count.sheet.warehouseId }, ...count.lines]));
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
    levels: async (query, caller) => {
      const heaps = await stock.levels(caller, query);
      const key = query.by === 'warehouse' ? 'warehouseId' : 'skuId';
      const names = await stockNames(
        core,
        heaps.map(({ id }) => ({ [key]: id })),
      );
      const nameOf = query.by === 'warehouse' ? names.warehouse : names.sku;
      return {
        items: heaps.map(({ id, level, lotCount, onHand }) => ({
          id,
          name: nameOf(id),
          level,
          lotCount,
          onHand,
        })),
      };
    },
    movements: async (query, caller) => {
      const { items, nextCursor, lots } = await stock.movements(caller, query);
      const names = await stockNames(core, items);
      return {
        items: items.map((entry) => viewMovement(entry, lots.get(entry.lotId) as Lot, names)),
        nextCursor,
      };
    },

    moveQuality: (input, caller) => stock.moveQuality(caller, input),
    destroy: (input, caller) => stock.destroy(caller, input),
    adjust: (input, caller) => stock.adjust(caller, input),
    operations: async (query, caller) => {
      const { items, nextCursor } = await stock.operations(caller, query);
      const names = await stockNames(core, items);
      return { items: items.map((done) => viewOperation(done, names)), nextCursor };
    },

    transfers: async (query, caller) => {
      const { items, nextCursor } = await stock.transfers(caller, query);
      return { items: await seenTransfers(items), nextCursor };
    },
    transfer: async ({ transferId }, caller) => seenTransfer(await stock.transfer(caller, transferId)),
    dispatchTransfer: async (input, caller) => seenTransfer(await stock.dispatchTransfer(caller, input)),
    receiveTransfer: async (input, caller) => seenTransfer(await stock.receiveTransfer(caller, input)),

    counts: async (query, caller) => {
      const { items, nextCursor } = await stock.counts(caller, query);
      const names = await stockNames(core, items);
      return { items: items.map((sheet) => viewSheet(sheet, names)), nextCursor };
    },
    count: async ({ sheetId }, caller) => seenCount(await stock.count(caller, sheetId)),
    openCount: async (input, caller) => seenCount(await stock.openCount(caller, input)),
    enterCounts: async (input, caller) => seenCount(await stock.enterCounts(caller, input)),
    confirmCount: async (input, caller) => seenCount(await stock.confirmCount(caller, input)),
    cancelCount: async (input, caller) => seenCount(await stock.cancelCount(caller, input)),

    alerts: async (query, caller) => {
      const { items, nextCursor } = await stock.alerts(caller, query);
      const names = await stockNames(core, items);
      return { items: items.map((alert) => viewAlert(alert, caller.at, names)), nextCursor };
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
    handleAlert: async (input, caller) => {
      const alert = await stock.handleAlert(caller, input);
      return viewAlert(alert, caller.at, await stockNames(core, [alert]));
    },
  };
};
