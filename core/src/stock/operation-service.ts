import {
  type Caller,
  dayOf,
  pageOf,
  type Platform,
  readCursor,
  Refused,
  type Tx,
  commandsOver,
} from '../platform';
import type { Lot, Quality } from './model';
import { takeOut } from './move-service';
import type { StockOperation } from './operation-model';
import { fromTheEnd, operationStore } from './operation-store';
import { ownerSeen } from './owner-seen';
import { mayBecomeQuality, operationOf } from './quality-moves';
import { takeInMany } from './receive-service';
import { stockStore } from './store';

interface LotCommand {
  readonly commandId: string;
  readonly lotId: string;
  readonly reason: string;
}

export interface QualityMove extends LotCommand {
  readonly to: Quality;
  /** Left out: all that is there. */
  readonly quantity?: number | undefined;
}

export interface Destruction extends LotCommand {
  readonly quantity: number;
  readonly proof: string;
}

export interface Adjustment extends LotCommand {
  /** Negative when goods are missing. */
  readonly change: number;
}

/** Locks a lot of the caller's own. @throws stock.lotUnknown */
export async function ownLot(tx: Tx, caller: Caller, lotId: string): Promise<Lot> {
  const [lot] = await stockStore(tx).lotsLocked([lotId]);
  if (lot?.ownerId !== caller.partyId) throw new Refused('stock.lotUnknown');
  return lot;
}

/** The desk in the warehouse: what is done to a lot where it stands. */
export function operationService({ database, newId }: Platform) {
  const once = commandsOver(database);
  const record = (
    tx: Tx,
    caller: Caller,
    lot: Lot,
    done: Pick<StockOperation, 'id' | 'kind' | 'toQuality' | 'quantity' | 'reason' | 'proof'>,
  ) =>
    operationStore(tx).addOperations([
      {
        ...done,
        ownerId: lot.ownerId,
        warehouseId: lot.warehouseId,
        lotId: lot.id,
        skuId: lot.skuId,
        lotNo: lot.lotNo,
        fromQuality: lot.quality,
        actorId: caller.userId,
        actorName: caller.userName,
        at: caller.at,
      },
    ]);
  const moversOf = (caller: Caller, operationId: string, reason: string) =>
    ({
      documentKind: 'operation',
      documentId: operationId,
      actorId: caller.userId,
      reason,
      at: caller.at,
    }) as const;

  return {
    /**
     * Moves goods of a lot to another quality: 检验放行, 判废, 冻结, 解冻.
     * @throws stock.lotUnknown, stock.qualityForbids, stock.expired, stock.reserved, stock.tooFew, command.idReused
     */
    moveQuality: (caller: Caller, input: QualityMove) =>
      once(caller, 'stock.moveQuality', input.commandId, input, async (tx) => {
        const lot = await ownLot(tx, caller, input.lotId);
        const { to, reason } = input;
        if (!mayBecomeQuality(lot.quality, to)) throw new Refused('stock.qualityForbids');
        if (to === 'available' && lot.expiresOn <= dayOf(caller.at))
          throw new Refused('stock.expired', lot.lotNo);
        const quantity = input.quantity ?? lot.onHand;
        if (quantity === 0) throw new Refused('stock.tooFew', lot.lotNo);
        const id = newId();
        const movers = { kind: 'quality', ...moversOf(caller, id, reason) } as const;
        await takeOut(tx, newId, [{ lotId: lot.id, quantity }], movers);
        const { ownerId, warehouseId, skuId, lotNo, producedOn, expiresOn } = lot;
        const place = { ownerId, warehouseId, skuId, lotNo, producedOn, expiresOn };
        const [moved] = await takeInMany(tx, newId, [{ ...place, quality: to, quantity }], movers);
        const kind = operationOf(lot.quality, to);
        await record(tx, caller, lot, { id, kind, toQuality: to, quantity, reason, proof: '' });
        return { operationId: id, lotId: (moved as Lot).id };
      }),

    /**
     * Destroys goods of a lot, with a record of who saw it.
     * @throws stock.lotUnknown, stock.reserved, stock.tooFew, command.idReused
     */
    destroy: (caller: Caller, input: Destruction) =>
      once(caller, 'stock.destroy', input.commandId, input, async (tx) => {
        const lot = await ownLot(tx, caller, input.lotId);
        const { quantity, reason, proof } = input;
        const id = newId();
        await takeOut(tx, newId, [{ lotId: lot.id, quantity }], {
          kind: 'destroy',
          ...moversOf(caller, id, reason),
        });
        await record(tx, caller, lot, { id, kind: 'destroy', toQuality: null, quantity, reason, proof });
        return { operationId: id, lotId: lot.id };
      }),

    /**
     * Corrects what the books say of a lot.
     * @throws stock.lotUnknown, stock.reserved, stock.tooFew, command.idReused
     */
    adjust: (caller: Caller, input: Adjustment) =>
      once(caller, 'stock.adjust', input.commandId, input, async (tx) => {
        const lot = await ownLot(tx, caller, input.lotId);
        const { change, reason } = input;
        const id = newId();
        const movers = { kind: 'adjust', ...moversOf(caller, id, reason) } as const;
        await changeOnHand(tx, newId, lot, change, movers);
        await record(tx, caller, lot, {
          id,
          kind: 'adjust',
          toQuality: null,
          quantity: change,
          reason,
          proof: '',
        });
        return { operationId: id, lotId: lot.id };
      }),

    /** What was done to lots, newest first; HQ may ask for anybody's. */
    operations: (
      caller: Caller,
      query: { ownerId?: string | undefined; cursor?: string | undefined; limit: number },
    ) =>
      database.read(async (tx) => {
        const before = query.cursor ? readCursor(query.cursor, 'number', 'string') : fromTheEnd;
        const owner = ownerSeen(caller, query.ownerId);
        const found = await operationStore(tx).operationPage(owner, before, query.limit + 1);
        return pageOf(found, query.limit, ({ at, id }) => [at, id]);
      }),
  };
}

/** Changes what a lot holds, up or down, with its entry in the ledger. @throws stock.reserved, stock.tooFew */
export async function changeOnHand(
  tx: Tx,
  newId: () => string,
  lot: Lot,
  change: number,
  movers: Parameters<typeof takeInMany>[3],
): Promise<void> {
  if (change < 0) await takeOut(tx, newId, [{ lotId: lot.id, quantity: -change }], movers);
  if (change > 0) {
    const { ownerId, warehouseId, skuId, lotNo, producedOn, expiresOn, quality } = lot;
    const arrival = { ownerId, warehouseId, skuId, lotNo, producedOn, expiresOn, quality, quantity: change };
    await takeInMany(tx, newId, [arrival], movers);
  }
}
