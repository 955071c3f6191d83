import { type Caller, groupBy, type Tx } from '../platform';
import {
  type FlashBook,
  flashBuyerId,
  type FlashClaim,
  type FlashSale,
  loadFlashBook,
  recordFlashSales,
  saleKey,
} from '../promotions';
import { refuseSale } from '../promotions/rules';
import { loadSetAside, type Lot, passOnSetAside, type Reservation, type SetAside } from '../stock';
import type { Balances } from './balances';
import type { Decision } from './decision';
import type { OrderRequest } from './facts';
import {
  flashBalances,
  flashDocument,
  type FlashLine,
  type FlashRefusal,
  flashRequest,
  lessTaken,
  refuseFlashOrder,
} from './flash-line';

/** Who orders, and what the flash lines of the order claim. */
export interface FlashOrder {
  readonly caller: Caller;
  readonly flash?: readonly FlashClaim[] | undefined;
}

/** An order with flash lines, as it is to be decided. */
export interface FlashTurn {
  readonly request: OrderRequest;
  readonly balances: Balances;
  /** What it takes once it is decided, or why it may not. */
  end(decision: Decision): FlashTaking | FlashRefusal;
}

/** What a decided order takes of activities. */
export interface FlashTaking {
  readonly code: null;
  readonly sales: readonly FlashSale[];
  /** Which of its reservations come from what is set aside, by activity. */
  readonly reservations: ReadonlyMap<string, readonly Reservation[]>;
}

/** The flash lines of a batch: what they are decided by, running down from order to order. */
export interface FlashBatch {
  readonly lots: ReadonlyMap<string, Lot>;
  turn(command: FlashOrder, request: OrderRequest, own: Balances): FlashTurn | FlashRefusal;
  /** Writes what orders take of activities. */
  write(tx: Tx, takings: readonly FlashTaking[]): Promise<void>;
}

/** Reads and locks what the flash lines of a batch are decided by; null when it has none. */
export async function openFlashBatch(tx: Tx, commands: readonly FlashOrder[]): Promise<FlashBatch | null> {
  const claims = commands.flatMap(({ caller, flash = [] }) =>
    flash.map((claim) => ({ ...claim, buyerId: caller.partyId })),
  );
  if (claims.length === 0) return null;
  const book = await loadFlashBook(tx, claims);
  const found = await loadSetAside(
    tx,
    [...new Set(claims.map(({ activityId }) => activityId))].sort().map(flashDocument),
    true,
  );
  const goods = new Map<string, readonly SetAside[]>(found);
  return {
    lots: new Map([...found.values()].flat().map(({ lot }) => [lot.id, lot])),
    turn: runningBook(book, goods),
    async write(writeTx, takings) {
      await recordFlashSales(
        writeTx,
        takings.flatMap(({ sales }) => sales),
        book,
      );
      const passed = takings.flatMap(({ reservations }) => [...reservations]);
      for (const [activityId, parts] of groupBy(passed, ([id]) => id)) {
        await passOnSetAside(
          writeTx,
          flashDocument(activityId),
          parts.flatMap(([, reservations]) => reservations),
        );
      }
    },
  };
}

/** Decides by the book, and by what the orders before have taken. */
function runningBook(book: FlashBook, goods: Map<string, readonly SetAside[]>): FlashBatch['turn'] {
  const sold = new Map<string, number>();
  const bought = new Map(book.bought);
  const used = new Set<string>();
  const soldOf = (activityId: string) =>
    (book.activities.get(activityId)?.sold ?? 0) + (sold.get(activityId) ?? 0);

  return ({ caller, flash = [] }, request, own) => {
    const lines: FlashLine[] = [];
    for (const claim of flash) {
      const { activityId, token, skuId, quantity } = claim;
      const line = request.lines.find((one) => one.skuId === skuId && one.quantity === quantity);
      const activity = book.activities.get(activityId);
      const key = saleKey(activityId, token);
      const refusal = refuseSale(claim, request.seller.id, {
        activity,
        sale: used.has(key) ? { state: 'sold' } : book.sales.get(key),
        bought: bought.get(flashBuyerId(activityId, caller.partyId)) ?? 0,
        sold: soldOf(activityId),
      });
      if (refusal) return { code: refusal, detail: '' };
      if (!activity || !line) return { code: 'flash.tokenMismatch', detail: '' };
      const setAside = goods.get(flashDocument(activityId)) ?? [];
      lines.push({ lineNo: line.lineNo, claim, activity, goods: setAside });
    }
    return {
      request: flashRequest(request, lines),
      balances: flashBalances(own, request.seller.id, lines),
      end(decision) {
        const refusal = refuseFlashOrder(decision, lines);
        if (refusal) return refusal;
        for (const { activity, lineNo, claim, goods: before } of lines) {
          goods.set(flashDocument(activity.id), lessTaken(before, decision, lineNo));
          sold.set(activity.id, (sold.get(activity.id) ?? 0) + claim.quantity);
          const buyer = flashBuyerId(activity.id, caller.partyId);
          bought.set(buyer, (bought.get(buyer) ?? 0) + claim.quantity);
          used.add(saleKey(activity.id, claim.token));
        }
        return {
          code: null,
          sales: lines.map(({ lineNo, claim }) => saleOf(claim, lineNo, request, caller)),
          reservations: new Map(
            lines.map(({ activity, lineNo }) => [
              activity.id,
              decision.reservations.filter((one) => one.lineNo === lineNo),
            ]),
          ),
        };
      },
    };
  };
}

/** An order's reservations without those that come from what is set aside. */
export function withoutSetAside(decision: Decision, flash: FlashTaking | null): Decision {
  if (!flash) return decision;
  const passed = new Set([...flash.reservations.values()].flat());
  return { ...decision, reservations: decision.reservations.filter((one) => !passed.has(one)) };
}

const saleOf = (
  { activityId, token, quantity, grabbedAt, attempts }: FlashClaim,
  lineNo: number,
  { orderId, at }: OrderRequest,
  { partyId, deviceId, ip }: Caller,
): FlashSale => ({
  activityId,
  token,
  buyerId: partyId,
  state: 'sold',
  orderId,
  lineNo,
  quantity,
  returned: 0,
  grabbedAt,
  attempts,
  deviceId,
  ip,
  at,
});
