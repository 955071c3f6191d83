import {
  type Caller,
  groupBy,
  pageOf,
  type Platform,
  readCursor,
  Refused,
  type Tx,
  commandsOver,
} from '../platform';
import type { Lot } from './model';
import { takeOut } from './move-service';
import type { Transfer, TransferLine, TransferState } from './operation-model';
import { fromTheEnd, operationStore } from './operation-store';
import { ownerSeen } from './owner-seen';
import { type Arrival, takeInMany } from './receive-service';
import { receiveLines, type TransferDifference } from './receive-transfer';
import { stockStore } from './store';

export interface DispatchInput {
  readonly transferId: string;
  readonly fromWarehouseId: string;
  readonly toWarehouseId: string;
  readonly reason: string;
  readonly lines: readonly { readonly lotId: string; readonly quantity: number }[];
}

export interface ReceiveTransferInput {
  readonly transferId: string;
  readonly commandId: string;
  readonly differences: readonly TransferDifference[];
}

export interface TransferDetail {
  readonly transfer: Transfer;
  readonly lines: readonly TransferLine[];
}

/** The desk that moves goods between an owner's own warehouses. */
export function transferService({ database, newId }: Platform) {
  const once = commandsOver(database);

  const load = async (tx: Tx, ownerId: string, transferId: string): Promise<TransferDetail> => {
    const transfer = await operationStore(tx).transfer(ownerId, transferId);
    if (!transfer) throw new Refused('stock.transferUnknown');
    return { transfer, lines: await operationStore(tx).transferLines([transferId]) };
  };

  return {
    /**
     * Sends lots on their way to another warehouse of the same owner.
     * @throws stock.warehouseUnknown, stock.lotUnknown, stock.reserved, stock.tooFew, command.idReused
     */
    dispatchTransfer: (caller: Caller, input: DispatchInput): Promise<TransferDetail> =>
      once(caller, 'stock.dispatchTransfer', input.transferId, input, async (tx) => {
        const { transferId, fromWarehouseId, toWarehouseId, reason, lines } = input;
        const own = (await stockStore(tx).warehousesOf([caller.partyId])).map(({ id }) => id);
        const isOwn = own.includes(fromWarehouseId) && own.includes(toWarehouseId);
        if (!isOwn || fromWarehouseId === toWarehouseId) throw new Refused('stock.warehouseUnknown');
        const found = await stockStore(tx).lots(lines.map(({ lotId }) => lotId));
        const there = new Set(found.filter((lot) => lot.warehouseId === fromWarehouseId).map(({ id }) => id));
        if (lines.some(({ lotId }) => !there.has(lotId))) throw new Refused('stock.lotUnknown');
        const lots = await takeOut(tx, newId, lines, {
          kind: 'transferOut',
          documentKind: 'transfer',
          documentId: transferId,
          actorId: caller.userId,
          reason,
          at: caller.at,
        });
        const sent = [...groupBy(lines, ({ lotId }) => lotId)].map(([lotId, ofLot], at): TransferLine => {
          const { skuId, lotNo, producedOn, expiresOn, quality } = lots.get(lotId) as Lot;
          const quantity = ofLot.reduce((total, line) => total + line.quantity, 0);
          const goods = { lotId, skuId, lotNo, producedOn, expiresOn, quality, quantity };
          return { transferId, lineNo: at + 1, ...goods, arrived: null, damaged: 0, missing: 0 };
        });
        await operationStore(tx).addTransfer({
          id: transferId,
          ownerId: caller.partyId,
          fromWarehouseId,
          toWarehouseId,
          state: 'inTransit',
          reason,
          dispatchedBy: caller.userName,
          dispatchedAt: caller.at,
          receivedBy: null,
          receivedAt: null,
        });
        await operationStore(tx).addTransferLines(sent);
        return load(tx, caller.partyId, transferId);
      }),

    /**
     * Takes a transfer in; what came damaged is taken in as damaged, what is missing stays on its papers.
     * @throws stock.transferUnknown, stock.transferReceived, stock.overReceived, stock.lotDiffers, command.idReused
     */
    receiveTransfer: (caller: Caller, input: ReceiveTransferInput): Promise<TransferDetail> =>
      once(caller, 'stock.receiveTransfer', input.commandId, input, async (tx) => {
        const store = operationStore(tx);
        const transfer = await store.transferLocked(caller.partyId, input.transferId);
        if (!transfer) throw new Refused('stock.transferUnknown');
        if (transfer.state !== 'inTransit') throw new Refused('stock.transferReceived');
        const lines = receiveLines(await store.transferLines([transfer.id]), input.differences);
        if (!lines) throw new Refused('stock.overReceived');
        const arrivals = lines.flatMap(
          ({ skuId, lotNo, producedOn, expiresOn, quality, arrived, damaged }) => {
            const goods = { skuId, lotNo, producedOn, expiresOn };
            const place = { ownerId: transfer.ownerId, warehouseId: transfer.toWarehouseId, ...goods };
            return [
              { ...place, quality, quantity: arrived ?? 0 },
              { ...place, quality: 'damaged', quantity: damaged } as const,
            ].filter((arrival: Arrival) => arrival.quantity > 0);
          },
        );
        await takeInMany(tx, newId, arrivals, {
          kind: 'transferIn',
          documentKind: 'transfer',
          documentId: transfer.id,
          actorId: caller.userId,
          reason: transfer.reason,
          at: caller.at,
        });
        await store.receiveTransfer(transfer.id, caller.userName, caller.at, lines);
        return load(tx, caller.partyId, transfer.id);
      }),

    /** @throws stock.transferUnknown */
    transfer: (caller: Caller, transferId: string) =>
      database.read((tx) => load(tx, caller.partyId, transferId)),

    /** Newest first; HQ may ask for anybody's. */
    transfers: (
      caller: Caller,
      query: {
        ownerId?: string | undefined;
        state?: TransferState | undefined;
        cursor?: string | undefined;
        limit: number;
      },
    ) =>
      database.read(async (tx) => {
        const store = operationStore(tx);
        const before = query.cursor ? readCursor(query.cursor, 'number', 'string') : fromTheEnd;
        const owner = ownerSeen(caller, query.ownerId);
        const found = await store.transferPage(owner, query.state ?? null, before, query.limit + 1);
        const page = pageOf(found, query.limit, ({ dispatchedAt, id }) => [dispatchedAt, id]);
        const lines = groupBy(
          await store.transferLines(page.items.map(({ id }) => id)),
          ({ transferId }) => transferId,
        );
        const items = page.items.map((transfer): TransferDetail => ({
          transfer,
          lines: lines.get(transfer.id) ?? [],
        }));
        return { items, nextCursor: page.nextCursor };
      }),
  };
}
