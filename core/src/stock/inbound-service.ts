import {
  addDays,
  type Caller,
  type Day,
  dayOf,
  daysBetween,
  pageOf,
  type Platform,
  readCursor,
  Refused,
  type Tx,
  commandsOver,
} from '../platform';
import { loadSkus } from '../catalog';
import { inboundStore } from './inbound-store';
import { ownerSeen } from './owner-seen';
import type { Inbound, InboundState } from './policy-model';
import { takeInMany } from './receive-service';
import { stockStore } from './store';

export interface PutInboundInput {
  readonly inboundId: string;
  readonly warehouseId: string;
  readonly skuId: string;
  readonly expectedOn: Day;
  readonly quantity: number;
  readonly note: string;
  /** True when the supplier has confirmed it: it may be promised from. */
  readonly isConfirmed: boolean;
}

export interface InboundCommand {
  readonly inboundId: string;
  readonly commandId: string;
}

export interface ReceiveInboundInput extends InboundCommand {
  readonly lotNo: string;
  readonly producedOn: Day;
  readonly quantity: number;
}

/** The receiving desk: what is expected, when, and what of it has come. */
export function inboundService({ database, newId }: Platform) {
  const once = commandsOver(database);
  const openLocked = async (tx: Tx, caller: Caller, inboundId: string) => {
    const inbound = await inboundStore(tx).locked(caller.partyId, inboundId);
    if (!inbound) throw new Refused('stock.inboundUnknown');
    if (inbound.state === 'received' || inbound.state === 'cancelled')
      throw new Refused('stock.inboundClosed');
    return inbound;
  };
  const change = async (tx: Tx, before: Inbound, after: Pick<Inbound, 'state' | 'received'>) => {
    await inboundStore(tx).change(before, after);
    return { ...before, ...after };
  };

  return {
    /** @throws stock.warehouseUnknown, catalog.skuUnknown, command.idReused */
    putInbound: (caller: Caller, input: PutInboundInput): Promise<Inbound> =>
      once(caller, 'stock.putInbound', input.inboundId, input, async (tx) => {
        const { inboundId, warehouseId, skuId, expectedOn, quantity, note, isConfirmed } = input;
        const [warehouse] = await stockStore(tx).warehouses([warehouseId]);
        if (warehouse?.ownerId !== caller.partyId) throw new Refused('stock.warehouseUnknown');
        if (!(await loadSkus(tx, [skuId])).has(skuId)) throw new Refused('catalog.skuUnknown');
        const inbound: Inbound = {
          id: inboundId,
          ownerId: caller.partyId,
          warehouseId,
          skuId,
          expectedOn,
          quantity,
          received: 0,
          state: isConfirmed ? 'confirmed' : 'planned',
          note,
          actorId: caller.userId,
          at: caller.at,
        };
        await inboundStore(tx).add(inbound);
        return inbound;
      }),

    /** @throws stock.inboundUnknown, stock.inboundClosed, command.idReused */
    confirmInbound: (caller: Caller, input: InboundCommand): Promise<Inbound> =>
      once(caller, 'stock.confirmInbound', input.commandId, input, async (tx) => {
        const inbound = await openLocked(tx, caller, input.inboundId);
        return change(tx, inbound, { state: 'confirmed', received: inbound.received });
      }),

    /** @throws stock.inboundUnknown, stock.inboundClosed, command.idReused */
    cancelInbound: (caller: Caller, input: InboundCommand): Promise<Inbound> =>
      once(caller, 'stock.cancelInbound', input.commandId, input, async (tx) => {
        const inbound = await openLocked(tx, caller, input.inboundId);
        return change(tx, inbound, { state: 'cancelled', received: inbound.received });
      }),

    /**
     * Takes in goods that were expected, whole or in part, as a lot.
     * @throws stock.inboundUnknown, stock.inboundClosed, stock.overReceived, stock.dateInFuture,
     *   stock.lotDiffers, command.idReused
     */
    receiveInbound: (caller: Caller, input: ReceiveInboundInput): Promise<Inbound> =>
      once(caller, 'stock.receiveInbound', input.commandId, input, async (tx) => {
        const inbound = await openLocked(tx, caller, input.inboundId);
        const { lotNo, producedOn, quantity } = input;
        const received = inbound.received + quantity;
        if (received > inbound.quantity) throw new Refused('stock.overReceived');
        if (daysBetween(dayOf(caller.at), producedOn) > 0) throw new Refused('stock.dateInFuture');
        const { ownerId, warehouseId, skuId } = inbound;
        const shelfLifeDays = (await loadSkus(tx, [skuId])).get(skuId)?.shelfLifeDays ?? 0;
        const expiresOn = addDays(producedOn, shelfLifeDays);
        await takeInMany(
          tx,
          newId,
          [{ ownerId, warehouseId, skuId, lotNo, producedOn, expiresOn, quality: 'available', quantity }],
          {
            kind: 'receive',
            documentKind: 'inbound',
            documentId: inbound.id,
            actorId: caller.userId,
            reason: inbound.note,
            at: caller.at,
          },
        );
        const state = received === inbound.quantity ? 'received' : inbound.state;
        return change(tx, inbound, { state, received });
      }),

    /** First expected first; HQ may ask for anybody's. */
    inbounds: (
      caller: Caller,
      query: {
        ownerId?: string | undefined;
        state?: InboundState | undefined;
        cursor?: string | undefined;
        limit: number;
      },
    ) =>
      database.read(async (tx) => {
        const after = query.cursor ? readCursor(query.cursor, 'string', 'string') : (['', ''] as const);
        const owner = ownerSeen(caller, query.ownerId);
        const found = await inboundStore(tx).page(owner, query.state ?? null, after, query.limit + 1);
        return pageOf(found, query.limit, ({ expectedOn, id }) => [expectedOn, id]);
      }),
  };
}
