import { answerOnce, type Caller, type Fen, type Platform, Refused, type Tx } from '../../platform';
import { payOrder } from '../../credit';
import { captureRebate, holdRebate, loadApplied, readRebateTerms, rebateFree } from '../../promotions';
import { rebateRoomFen, speciallyPricedLines } from '../../promotions/rules';
import { decideHeld } from '../decide-held-service';
import { accountFor } from '../fulfil-service';
import { isAgeingLine } from '../take-ageing';
import { addTrail, lockForSystem, lockOrder, type LockedOrder, readOrder } from '../locked-order-service';
import { worthFen } from '../line-worth';
import { moneyNow } from './money-now-service';
import { giveBackSurplus } from './surplus-service';

export interface UseRebateInput {
  readonly commandId: string;
  readonly orderId: string;
  readonly amountFen: Fen;
}

export interface RebateRoom {
  /** What the buyer has free with this seller. */
  readonly freeFen: Fen;
  /** What of this order may be paid by it now. */
  readonly roomFen: Fen;
}

/** 返利抵付: a payment, not a discount. What of an order may be paid by rebate, and paying it so. */
export function useRebateService(platform: Platform) {
  const { database, newId, outbox } = platform;

  return {
    /** @throws orders.unknown */
    rebateRoom: (caller: Caller, orderId: string): Promise<RebateRoom> =>
      database.read(async (tx) => roomOf(tx, await readOrder(tx, caller, orderId), caller)),

    /**
     * Pays a part of an order from the rebate balance; a held order is decided again without it.
     * @throws orders.unknown, payments.notPayable, rebates.overRoom, rebates.short, rebates.frozen, command.idReused
     */
    async useRebate(caller: Caller, input: UseRebateInput): Promise<void> {
      await database.transaction(async (tx) => {
        const locked = await lockOrder(tx, caller, input.orderId);
        const { order } = locked;
        if (order.buyerId !== caller.partyId) throw new Refused('orders.unknown');
        const { partyId, at, userId: actorId } = caller;
        const command = { commandId: input.commandId, partyId, kind: 'payments.useRebate', input, at };
        await answerOnce(tx, command, async () => {
          const { payableNowFen } = await moneyNow(tx, locked, at);
          if (payableNowFen === 0 || hasShipped(locked)) throw new Refused('payments.notPayable');
          const { amountFen } = input;
          const { roomFen } = await roomOf(tx, locked, caller);
          if (amountFen > Math.min(roomFen, payableNowFen)) throw new Refused('rebates.overRoom');
          const part = {
            sellerId: order.sellerId,
            buyerId: order.buyerId,
            orderId: order.id,
            amountFen,
            actorId,
            at,
          };
          await holdRebate(tx, newId, [part]);
          await captureRebate(tx, newId, [part]);
          const account = await accountFor(tx, order);
          const money = {
            id: newId(),
            account,
            orderId: order.id,
            kind: 'rebate' as const,
            amountFen,
            actorId,
            at,
          };
          await payOrder(tx, newId, money);
          await addTrail(tx, caller, order.id, 'paid', at, { amountFen, channel: 'rebate' });
          if (order.state === 'held')
            await decideHeld(tx, newId, caller, locked, { accepted: [], note: '返利抵付' });
          await giveBackSurplus(tx, platform, await lockForSystem(tx, order.id), '订单已付清', at);
          return {};
        });
      });
      outbox.poke();
    },
  };
}

const hasShipped = ({ shipmentLines }: LockedOrder) => shipmentLines.length > 0;

async function roomOf(tx: Tx, locked: LockedOrder, { at }: Pick<Caller, 'at'>): Promise<RebateRoom> {
  const { order, lines } = locked;
  const termsOf = await readRebateTerms(tx, [order.sellerId]);
  const special = speciallyPricedLines(await loadApplied(tx, [order.id]));
  const counted = lines.map((line) => ({
    amountFen: worthFen(line, 0, line.quantity - line.cancelled),
    isSpecialPrice: special.has(line.lineNo) || isAgeingLine(line),
  }));
  const usedFen = (await moneyNow(tx, locked, at)).rebateFen;
  return {
    freeFen: await rebateFree(tx, order.sellerId, order.buyerId, at),
    roomFen: Math.max(0, rebateRoomFen(counted, termsOf(order.sellerId)) - usedFen),
  };
}
