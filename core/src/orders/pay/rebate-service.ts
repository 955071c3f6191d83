import { answerOnce, type Caller, type Fen, type Platform, Refused } from '../../platform';
import { lockOrder, type LockedOrder, readOrder } from '../locked-order-service';
import { moneyNow } from './money-now-service';
import { type RebateRoom, rebateRoomOf, spendRebate } from './spend-rebate-service';

export interface UseRebateInput {
  readonly commandId: string;
  readonly orderId: string;
  readonly amountFen: Fen;
}

/** 返利抵付: a payment, not a discount. What of an order may be paid by rebate, and paying it so. */
export function useRebateService(platform: Platform) {
  const { database, outbox } = platform;

  return {
    /** @throws orders.unknown */
    rebateRoom: (caller: Caller, orderId: string): Promise<RebateRoom> =>
      database.read(async (tx) => rebateRoomOf(tx, await readOrder(tx, caller, orderId), caller)),

    /**
     * Pays a part of an order from the rebate balance; a held order is decided again without it.
     * @throws orders.unknown, payments.notPayable, rebates.overRoom, rebates.short, rebates.frozen, command.idReused
     */
    async useRebate(caller: Caller, input: UseRebateInput): Promise<void> {
      await database.transaction(async (tx) => {
        const locked = await lockOrder(tx, caller, input.orderId);
        if (locked.order.buyerId !== caller.partyId) throw new Refused('orders.unknown');
        const { partyId, at } = caller;
        const command = { commandId: input.commandId, partyId, kind: 'payments.useRebate', input, at };
        await answerOnce(tx, command, async () => {
          const { payableNowFen } = await moneyNow(tx, locked, at);
          if (payableNowFen === 0 || hasShipped(locked)) throw new Refused('payments.notPayable');
          const { roomFen } = await rebateRoomOf(tx, locked, caller);
          if (input.amountFen > Math.min(roomFen, payableNowFen)) throw new Refused('rebates.overRoom');
          await spendRebate(tx, platform, caller, locked, input.amountFen);
          return {};
        });
      });
      outbox.poke();
    },
  };
}

const hasShipped = ({ shipmentLines }: LockedOrder) => shipmentLines.length > 0;
