import type { Day, Instant } from '../platform';
import {
  type Arrival,
  deliveredKey,
  type Lot,
  type Movement,
  type Release,
  type Reservation,
  type StockHistory,
} from '../stock';

type Writable<Row> = { -readonly [Name in keyof Row]: Row[Name] };
type LiveLot = Writable<Lot>;

/** What moves goods, and when. */
export type Moving = Pick<Movement, 'kind' | 'documentKind' | 'documentId' | 'actorId' | 'at'>;

/** Lots, their ledger and their promises as they stand on a day of the past; rows leave it once nothing changes them. */
export function openStockBook(newIdAt: (at: Instant) => string) {
  const lots = new Map<string, LiveLot>();
  const atPlace = new Map<string, LiveLot>();
  const ofGoods = new Map<string, LiveLot[]>();
  const promised = new Map<string, Writable<Reservation>[]>();
  const delivered = new Map<string, StockHistory['delivered'][number]>();
  /** As decisions read it: the freshest that went to a buyer. */
  const deliveredOn = new Map<string, Day>();
  let movements: Movement[] = [];
  let settled: Reservation[] = [];

  const move = (lot: LiveLot, quantity: number, moving: Moving) => {
    lot.onHand += quantity;
    const { id: lotId, ownerId, warehouseId, skuId } = lot;
    movements.push({
      id: newIdAt(moving.at),
      lotId,
      ownerId,
      warehouseId,
      skuId,
      quantity,
      reason: '',
      ...moving,
    });
  };

  const settle = (orderId: string) => {
    settled.push(...(promised.get(orderId) ?? []));
    promised.delete(orderId);
  };

  return {
    lots: lots as ReadonlyMap<string, Lot>,
    deliveredOn: deliveredOn as ReadonlyMap<string, Day>,

    /** What of these goods an owner could still promise on a day, in id order; by then the expired is locked. */
    freeLots: (ownerId: string, skuIds: Iterable<string>, on: Day): readonly Lot[] =>
      [...skuIds].flatMap((skuId) =>
        (ofGoods.get(`${ownerId} ${skuId}`) ?? []).filter(
          ({ quality, onHand, reserved, expiresOn }) =>
            quality === 'available' && onHand > reserved && expiresOn > on,
        ),
      ),

    /** Base units free that last until a day at least. */
    freeUntil(ownerId: string, skuId: string, until: Day): number {
      let free = 0;
      for (const { quality, expiresOn, onHand, reserved } of ofGoods.get(`${ownerId} ${skuId}`) ?? []) {
        if (quality === 'available' && expiresOn >= until) free += onHand - reserved;
      }
      return free;
    },

    /** Goods come in and join their lot. */
    receive(arrival: Arrival, moving: Moving): void {
      const { quantity, ...place } = arrival;
      const key = `${place.warehouseId} ${place.skuId} ${place.quality} ${place.lotNo}`;
      let lot = atPlace.get(key);
      if (!lot) {
        lot = {
          ...place,
          id: newIdAt(moving.at),
          onHand: 0,
          reserved: 0,
          receivedAt: moving.at,
          recallId: null,
        };
        lots.set(lot.id, lot);
        atPlace.set(key, lot);
        const goods = `${place.ownerId} ${place.skuId}`;
        const known = ofGoods.get(goods);
        if (known) known.push(lot);
        else ofGoods.set(goods, [lot]);
      }
      move(lot, quantity, moving);
    },

    promise(reservations: readonly Reservation[]): void {
      for (const reservation of reservations) {
        lotOf(lots, reservation.lotId).reserved += reservation.open;
        const known = promised.get(reservation.orderId);
        if (known) known.push({ ...reservation });
        else promised.set(reservation.orderId, [{ ...reservation }]);
      }
    },
    promisesOf: (orderId: string): readonly Reservation[] => promised.get(orderId) ?? [],

    /** Promised goods leave for a buyer; what nothing is promised of any more is settled. */
    issue(buyerId: string, releases: readonly Release[], moving: Moving): void {
      for (const { orderId, lineNo, lotId, quantity } of releases) {
        const lot = lotOf(lots, lotId);
        lot.reserved -= quantity;
        move(lot, -quantity, moving);
        const promise = promised.get(orderId)?.find((one) => one.lineNo === lineNo && one.lotId === lotId);
        if (promise) promise.open -= quantity;
        const key = deliveredKey(buyerId, lot.skuId);
        if ((deliveredOn.get(key) ?? '') <= lot.expiresOn) {
          const { skuId, expiresOn } = lot;
          deliveredOn.set(key, expiresOn);
          delivered.set(key, { buyerId, skuId, expiresOn, at: moving.at });
        }
      }
      const [first] = releases;
      const left = first && promised.get(first.orderId);
      if (first && left?.every(({ open }) => open === 0)) settle(first.orderId);
    },

    /** Rows that nothing changes any more, each handed out once. */
    drain() {
      const done = { movements, reservations: settled };
      movements = [];
      settled = [];
      return done;
    },
    /** Rows as they stand today. */
    close: () => ({
      lots: [...lots.values()],
      delivered: [...delivered.values()],
      reservations: [...promised.values()].flat(),
    }),
  };
}

export type StockBook = ReturnType<typeof openStockBook>;

function lotOf(lots: ReadonlyMap<string, LiveLot>, lotId: string): LiveLot {
  const lot = lots.get(lotId);
  if (!lot) throw new Error('a lot nobody received');
  return lot;
}
