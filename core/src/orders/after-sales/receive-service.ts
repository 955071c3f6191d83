import {
  type Caller,
  dayOf,
  emit,
  type Instant,
  type JobDefinition,
  keyBy,
  type NewId,
  type Platform,
  Refused,
  sum,
  type Tx,
} from '../../platform';
import { loadLots, type Lot, takeInMany, takeOut } from '../../stock';
import { bookReturn } from '../book-costs-service';
import { giveMoneyBack } from '../give-money-back-service';
import type { MoneyParts } from '../send-back-service';
import { system } from '../locked-order-service';
import { afterSalesEvent, told } from './events';
import {
  type Actor,
  type AfterSalesCommand,
  countOnly,
  lockRequest,
  type LockedRequest,
  onceOnRequest,
  writeSteps,
} from './locked-request-service';
import { type AfterSalesLine, sendsGoods, settledUnits } from './model';
import { loadMoney } from './money-service';
import { applyOutcomes, type Outcome, planReturning } from './plan-receipt';
import { isReplacementOrder } from './replacement';
import { sendAgain } from './send-again-service';
import { afterSalesStore } from './store';

export interface ReceiveInput extends AfterSalesCommand {
  readonly outcomes: readonly Outcome[];
  readonly words: string;
  /** True pays for what was to be exchanged, because it cannot be sent again. */
  readonly inMoney: boolean;
}

/** Requests that are looked at in one round of the closing job. */
const lapsedTogether = 100;

/** The seller's warehouse: what came back, what became of it, and what follows from that. */
export function receiveService(platform: Platform) {
  const { database, newId, outbox, clock } = platform;

  return {
    /**
     * Records what came of what was approved, unit by unit. Stock takes it in, and the request is settled: money is
     * given, or goods go out again by a linked order.
     * @throws afterSales.unknown, afterSales.stateForbids, afterSales.outcomesWrong, afterSales.replacementRejected,
     * afterSales.nothingPaid, command.idReused
     */
    receive: (caller: Caller, input: ReceiveInput) =>
      onceOnRequest(platform, caller, 'receive', input, async (tx, locked) => {
        const { request } = locked;
        const lines = applyOutcomes(locked.lines, input.outcomes);
        if (!lines) throw new Refused('afterSales.outcomesWrong');
        const came = (line: AfterSalesLine) => settledUnits(request.kind, line);
        const cameByNo = new Map(lines.map((line) => [line.lineNo, came(line)]));
        const quotaFen = await countOnly(
          tx,
          request,
          locked.lines,
          ({ lineNo }) => cameByNo.get(lineNo) ?? 0,
        );
        await afterSalesStore(tx).replaceLines(request.id, lines);
        const settled = await settle(tx, platform, caller, { ...locked, lines }, input.inMoney);
        await takeBackIn(tx, newId, caller, caller.at, locked, lines);
        const { grantedFen, replacementId } = settled;
        const units = sum(lines.map(came));
        const change = { ...settled, state: 'closed' as const, quotaFen, closedAt: caller.at };
        await writeSteps(tx, caller, caller.at, request, change, [
          { kind: 'received', detail: { units, words: input.words } },
          { kind: 'closed', detail: { grantedFen, replacementId } },
        ]);
        if (settled.money !== null) await bookReturn(tx, newId, request, caller.at);
        const payload = told(request);
        await emit(tx, [
          afterSalesEvent(newId(), 'afterSales.received', caller.at, {
            ...payload,
            units: lines.map((line) => ({
              orderLineNo: line.orderLineNo,
              skuId: line.skuId,
              lotNo: line.lotNo,
              quantity: came(line),
            })),
          }),
          afterSalesEvent(newId(), 'afterSales.closed', caller.at, {
            ...payload,
            state: 'closed',
            grantedFen,
            replacementId,
          }),
        ]);
      }),

    /** 超时未寄: closes what was approved and has not come in time. Answers how many. */
    async closeLapsed(at: Instant): Promise<number> {
      let count = 0;
      for (;;) {
        const due = await database.read((tx) => afterSalesStore(tx).overdue(at, lapsedTogether));
        if (due.length === 0) return count;
        for (const { id } of due) await database.transaction((tx) => lapse(tx, newId, at, id));
        count += due.length;
        outbox.poke();
      }
    },

    /** Every day, before the desks open. */
    closeLapsedJob(): JobDefinition {
      return {
        name: 'afterSales.closeLapsed',
        every: { dailyAt: '04:20' },
        run: async () => {
          await this.closeLapsed(clock.now());
        },
      };
    },
  };
}

async function lapse(tx: Tx, newId: NewId, at: Instant, requestId: string) {
  const { request, lines } = await lockRequest(tx, requestId, () => true);
  // It came, or was withdrawn, since the job looked.
  if (request.state !== 'approved') return;
  const quotaFen = await countOnly(tx, request, lines, () => 0);
  const change = { state: 'lapsed' as const, quotaFen, closedAt: at };
  await writeSteps(tx, system, at, request, change, [{ kind: 'lapsed', detail: {} }]);
  const payload = { ...told(request), state: 'lapsed' as const, grantedFen: 0, replacementId: null };
  await emit(tx, [afterSalesEvent(newId(), 'afterSales.closed', at, payload)]);
}

/** Credit before lots, as every path locks. What is sent again is promised before what came back lies among it. */
async function settle(
  tx: Tx,
  parts: MoneyParts,
  caller: Caller,
  { request, order, lines }: LockedRequest,
  inMoney: boolean,
) {
  // What was sent again itself was never paid for, so nothing but goods can follow it.
  if (inMoney && isReplacementOrder(order)) throw new Refused('afterSales.nothingPaid');
  if (sendsGoods(request.kind) && !inMoney) {
    const replacementId = await sendAgain(tx, parts.newId, caller, { request, order, lines });
    return { money: null, grantedFen: 0, replacementId };
  }
  const money = await loadMoney(tx, order, request, lines, null);
  const { grantedFen } = money;
  const document = { kind: 'afterSales' as const, id: request.id };
  const given = { order, amountFen: grantedFen, document, actorId: caller.userId, at: caller.at };
  await giveMoneyBack(tx, parts, given);
  return { money, grantedFen, replacementId: null };
}

/** Goods join the lots they came from; what is destroyed comes in as damaged and leaves at once, both on record. */
async function takeBackIn(
  tx: Tx,
  newId: NewId,
  actor: Actor,
  at: Instant,
  { request, order }: LockedRequest,
  lines: readonly AfterSalesLine[],
) {
  const { lots } = await loadLots(tx, [...new Set(lines.map(({ lotId }) => lotId))]);
  const placeOf = ({ lotId }: AfterSalesLine) => {
    const lot = lots.get(lotId);
    if (!lot) throw new Error('a lot that was shipped is not there');
    return { ownerId: order.sellerId, warehouseId: lot.warehouseId };
  };
  const returning = planReturning(lines, placeOf, dayOf(at));
  if (returning.length === 0) return;
  const document = { documentKind: 'afterSales', documentId: request.id, actorId: actor.userId, at } as const;
  const movers = { ...document, reason: request.number };
  const arrivals = returning.map(({ isDestroyed: _, ...arrival }) => arrival);
  const taken = keyBy(
    (await takeInMany(tx, newId, arrivals, { kind: 'return', ...movers })).map((lot, index) => ({
      lot,
      index,
    })),
    ({ index }) => String(index),
  );
  const leaving = returning.flatMap(({ isDestroyed, quantity }, index) =>
    isDestroyed ? [{ lotId: (taken.get(String(index))?.lot as Lot).id, quantity }] : [],
  );
  if (leaving.length > 0) await takeOut(tx, newId, leaving, { kind: 'destroy', ...movers });
}
