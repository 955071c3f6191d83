import { dayMs, emit, type Caller, type NewId, type Platform, Refused, type Tx } from '../../platform';
import { bookReturn } from '../book-costs-service';
import { giveMoneyBack } from '../give-money-back-service';
import type { MoneyParts } from '../send-back-service';
import { approveLines, type Granted } from './approve-lines';
import { afterSalesEvent, told } from './events';
import {
  type AfterSalesCommand,
  countOnly,
  type LockedRequest,
  onceOnRequest,
  writeSteps,
} from './locked-request-service';
import { type AfterSalesLine, bringsGoods } from './model';
import { loadMoney } from './money-service';
import { usualPolicy } from './policy';
import { afterSalesStore } from './store';

export interface ApproveInput extends AfterSalesCommand {
  /** Units of each line; left out, all that was asked for. */
  readonly lines?: readonly Granted[] | undefined;
  readonly words: string;
  /** 索赔: the most that is given; left out, all that is due. */
  readonly limitFen?: number | undefined;
}

export interface RefuseInput extends AfterSalesCommand {
  readonly words: string;
}

/** The seller's desk for what buyers ask after they signed, and the buyer's way out. */
export function reviewService(platform: Platform) {
  const { newId } = platform;

  return {
    /**
     * Agrees to a request, whole or in part. Where no goods are to come its money is given at once.
     * @throws afterSales.unknown, afterSales.stateForbids, afterSales.linesWrong, afterSales.limitWrong, command.idReused
     */
    approve: (caller: Caller, input: ApproveInput) =>
      onceOnRequest(platform, caller, 'approve', input, async (tx, locked) => {
        const lines = approveLines(locked.lines, input.lines);
        if (!lines) throw new Refused('afterSales.linesWrong');
        const limitFen = input.limitFen ?? null;
        if (limitFen !== null && locked.request.kind !== 'claim') throw new Refused('afterSales.limitWrong');
        const quotaFen = await countOnly(tx, locked.request, locked.lines, approvedOf(lines));
        await afterSalesStore(tx).replaceLines(locked.request.id, lines);
        if (bringsGoods(locked.request.kind)) await awaitGoods(tx, newId, caller, locked, input, quotaFen);
        else await pay(tx, platform, caller, { ...locked, lines }, input, { quotaFen, limitFen });
      }),

    /** Says no, and why. @throws afterSales.unknown, afterSales.stateForbids, command.idReused */
    refuse: (caller: Caller, input: RefuseInput) =>
      onceOnRequest(platform, caller, 'refuse', input, async (tx, { request, lines }) => {
        const { words } = input;
        const quotaFen = await countOnly(tx, request, lines, none);
        const decided = { ...decidedBy(caller, words), state: 'refused' as const, quotaFen };
        const change = { ...decided, closedAt: caller.at };
        await writeSteps(tx, caller, caller.at, request, change, [{ kind: 'refused', detail: { words } }]);
        const payload = { ...told(request), words };
        await emit(tx, [afterSalesEvent(newId(), 'afterSales.refused', caller.at, payload)]);
      }),

    /** The buyer takes it back, as long as nothing has come. @throws afterSales.unknown, afterSales.stateForbids, command.idReused */
    withdraw: (caller: Caller, input: AfterSalesCommand) =>
      onceOnRequest(platform, caller, 'withdraw', input, async (tx, { request, lines }) => {
        const quotaFen = await countOnly(tx, request, lines, none);
        const change = { state: 'withdrawn' as const, quotaFen, closedAt: caller.at };
        await writeSteps(tx, caller, caller.at, request, change, [{ kind: 'withdrawn', detail: {} }]);
        await emit(tx, [
          afterSalesEvent(newId(), 'afterSales.closed', caller.at, {
            ...told(request),
            state: 'withdrawn',
            grantedFen: 0,
            replacementId: null,
          }),
        ]);
      }),
  };
}

const none = () => 0;
const approvedOf = (lines: readonly AfterSalesLine[]) => {
  const units = new Map(lines.map(({ lineNo, approved }) => [lineNo, approved]));
  return ({ lineNo }: AfterSalesLine) => units.get(lineNo) ?? 0;
};

const decidedBy = (caller: Caller, decisionWords: string) => ({
  decidedBy: caller.userName,
  decidedAt: caller.at,
  decisionWords,
});

/** Approved, and waiting for the goods until a day. */
async function awaitGoods(
  tx: Tx,
  newId: NewId,
  caller: Caller,
  { request }: LockedRequest,
  { words }: ApproveInput,
  quotaFen: number,
) {
  const { sellerId, policyVersion } = request;
  const policy = (await afterSalesStore(tx).policyAt(sellerId, policyVersion)) ?? usualPolicy(sellerId);
  const sendBy = caller.at + policy.terms.sendDays * dayMs;
  const change = { ...decidedBy(caller, words), state: 'approved' as const, sendBy, quotaFen };
  await writeSteps(tx, caller, caller.at, request, change, [{ kind: 'approved', detail: { words, sendBy } }]);
  await emit(tx, [afterSalesEvent(newId(), 'afterSales.approved', caller.at, told(request))]);
}

/** Approved and settled in one go. */
async function pay(
  tx: Tx,
  parts: MoneyParts,
  caller: Caller,
  { request, lines, order }: LockedRequest,
  { words }: ApproveInput,
  { quotaFen, limitFen }: { readonly quotaFen: number; readonly limitFen: number | null },
) {
  const money = await loadMoney(tx, order, request, lines, limitFen);
  const { grantedFen } = money;
  const document = { kind: 'afterSales' as const, id: request.id };
  const given = { order, amountFen: grantedFen, document, actorId: caller.userId, at: caller.at };
  await giveMoneyBack(tx, parts, given);
  const change = {
    ...decidedBy(caller, words),
    state: 'closed' as const,
    quotaFen,
    limitFen,
    money,
    grantedFen,
    closedAt: caller.at,
  };
  await writeSteps(tx, caller, caller.at, request, change, [
    { kind: 'approved', detail: { words } },
    { kind: 'closed', detail: { grantedFen } },
  ]);
  await bookReturn(tx, parts.newId, request, caller.at);
  const payload = told(request);
  await emit(tx, [
    afterSalesEvent(parts.newId(), 'afterSales.approved', caller.at, payload),
    afterSalesEvent(parts.newId(), 'afterSales.closed', caller.at, {
      ...payload,
      state: 'closed',
      grantedFen,
      replacementId: null,
    }),
  ]);
}
