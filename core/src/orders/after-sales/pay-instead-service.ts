import { type Caller, emit, type NewId, type Platform, Refused, type Tx } from '../../platform';
import { bookReturn } from '../book-costs-service';
import { orderEvent } from '../events';
import { giveMoneyBack } from '../give-money-back-service';
import { addTrail, decidedPayload } from '../locked-order-service';
import { giveBack } from '../redecide-service';
import { orderStore } from '../store';
import { afterSalesEvent, told } from './events';
import { type AfterSalesCommand, onceOnRequest, writeSteps } from './locked-request-service';
import { loadMoney } from './money-service';
import { isReplacementOrder } from './replacement';

export interface PayInsteadInput extends AfterSalesCommand {
  readonly words: string;
}

/** The way out where what was to be sent again never comes. */
export function payInsteadService(platform: Platform) {
  const { newId } = platform;

  return {
    /**
     * Ends a replacement of which nothing has been sent, and pays for what came back instead.
     * @throws afterSales.unknown, afterSales.stateForbids, afterSales.replacementSent, afterSales.nothingPaid,
     * command.idReused
     */
    payInstead: (caller: Caller, input: PayInsteadInput) =>
      onceOnRequest(platform, caller, 'payInstead', input, async (tx, { request, order, lines }) => {
        if (isReplacementOrder(order)) throw new Refused('afterSales.nothingPaid');
        await endReplacement(
          tx,
          newId,
          caller,
          request.replacementId ?? '',
          `售后 ${request.number} 改为退款`,
        );
        const money = await loadMoney(tx, order, request, lines, null);
        const { grantedFen } = money;
        const document = { kind: 'afterSales' as const, id: request.id };
        const given = { order, amountFen: grantedFen, document, actorId: caller.userId, at: caller.at };
        await giveMoneyBack(tx, platform, given);
        const { words } = input;
        await writeSteps(tx, caller, caller.at, request, { money, grantedFen }, [
          { kind: 'paidInstead', detail: { words, grantedFen } },
        ]);
        await bookReturn(tx, newId, request, caller.at);
        await emit(tx, [
          afterSalesEvent(newId(), 'afterSales.paidInstead', caller.at, { ...told(request), grantedFen }),
        ]);
      }),
  };
}

/** What was promised is free again. @throws afterSales.replacementSent when some of it has gone */
async function endReplacement(tx: Tx, newId: NewId, caller: Caller, orderId: string, reason: string) {
  const store = orderStore(tx);
  const order = await store.orderLocked(orderId);
  const lines = await store.lines([orderId]);
  if (order?.state !== 'approved' || lines.some(({ shipped }) => shipped > 0)) {
    throw new Refused('afterSales.replacementSent');
  }
  await giveBack(tx, newId, order, lines, caller.userId, caller.at);
  await store.changeOrder(order, { state: 'cancelled', heldFen: 0, backOrderedAt: null });
  await addTrail(tx, caller, orderId, 'cancelled', caller.at, { reason });
  await emit(tx, [orderEvent(newId(), 'order.cancelled', caller.at, decidedPayload(order, reason))]);
}
