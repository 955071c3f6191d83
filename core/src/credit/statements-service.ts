import {
  addDays,
  answerOnce,
  type Caller,
  type Day,
  dayOf,
  daysBetween,
  pageOf,
  type Platform,
  readCursor,
  Refused,
  startOfDay,
  type Tx,
} from '../platform';
import { accountBetween, accountFor } from './accounts-service';
import { commandOf, type CustomersWanted, type PageWanted, type PairWanted } from './desk';
import { receiptStore } from './receipt-store';
import { composeStatement, type Statement, type StatementPaper } from './statement';
import { statementStore } from './statement-store';
import { creditStore } from './store';

export interface PeriodWanted {
  readonly startsOn: Day;
  /** The last day. */
  readonly untilOn: Day;
}

/** Longer papers are asked for in parts. */
const linesLimit = 2_000;
const daysLimit = 366;

/** The statement of an account for a period, from its documents. @throws credit.periodTooLong, credit.inThePast */
export async function loadStatement(
  tx: Tx,
  accountId: string,
  { startsOn, untilOn }: PeriodWanted,
): Promise<StatementPaper> {
  const days = daysBetween(startsOn, untilOn) + 1;
  if (days < 1 || days > daysLimit) throw new Refused('credit.periodTooLong');
  const from = startOfDay(startsOn);
  const before = startOfDay(addDays(untilOn, 1));
  const store = creditStore(tx);
  const bills = await store.billsBetween(accountId, from, before, linesLimit + 1);
  const receipts = await receiptStore(tx).receiptsBetween(accountId, from, before, linesLimit + 1);
  if (bills.length + receipts.length > linesLimit) throw new Refused('credit.periodTooLong');
  return composeStatement(await store.owedBefore(accountId, from), bills, receipts);
}

export function statementsService({ database }: Platform) {
  return {
    /** 对账单 for any period, for either side. @throws credit.accountUnknown, credit.periodTooLong */
    statement: (caller: Caller, query: PairWanted & PeriodWanted) =>
      database.snapshot(async (tx) => {
        const account = await accountFor(tx, caller, query);
        return loadStatement(tx, account.id, query);
      }),

    /**
     * Sends the statement of a period that is over; its sums stay as they are.
     * @throws credit.accountUnknown, credit.periodOpen, credit.periodTooLong, credit.statementExists
     */
    issueStatement: (caller: Caller, input: PeriodWanted & { statementId: string; buyerId: string }) =>
      database.transaction(async (tx) => {
        const command = commandOf(caller, 'credit.issueStatement', input.statementId, input);
        await answerOnce(tx, command, async () => {
          const account = await accountBetween(tx, input.buyerId, caller.partyId, true);
          if (input.untilOn >= dayOf(caller.at)) throw new Refused('credit.periodOpen');
          const { lines: _, ...sums } = await loadStatement(tx, account.id, input);
          const added = await statementStore(tx).addStatement({
            id: input.statementId,
            accountId: account.id,
            sellerId: account.sellerId,
            buyerId: account.buyerId,
            startsOn: input.startsOn,
            untilOn: input.untilOn,
            ...sums,
            state: 'issued',
            issuedBy: caller.userId,
            issuedAt: caller.at,
            answeredBy: null,
            answeredAt: null,
            note: '',
          });
          if (added === 0) throw new Refused('credit.statementExists');
          return {};
        });
        return (await statementStore(tx).statement(input.statementId)) as Statement;
      }),

    /**
     * The buyer confirms a statement or disputes it with a note; what was disputed may be confirmed later.
     * @throws credit.statementUnknown, credit.decided
     */
    answerStatement: (
      caller: Caller,
      statementId: string,
      input: { commandId: string; agree: boolean; note: string },
    ) =>
      database.transaction(async (tx) => {
        const store = statementStore(tx);
        const found = await store.statement(statementId);
        if (found?.buyerId !== caller.partyId) throw new Refused('credit.statementUnknown');
        const command = commandOf(caller, 'credit.answerStatement', input.commandId, {
          statementId,
          ...input,
        });
        await answerOnce(tx, command, async () => {
          if (found.state === 'confirmed') throw new Refused('credit.decided');
          const state = input.agree ? 'confirmed' : 'disputed';
          await store.answer(
            { ...found, state, answeredBy: caller.userId, answeredAt: caller.at, note: input.note },
            found.state,
          );
          return {};
        });
        return (await store.statement(statementId)) as Statement;
      }),

    /** Statements sent to the caller's customers, or to the caller; newest first. */
    statements: (caller: Caller, query: PageWanted & { readonly side: 'buyer' | 'seller' }) =>
      database.read(async (tx) => {
        const before = query.cursor ? readCursor(query.cursor, 'string')[0] : null;
        const side = query.side === 'seller' ? 'sellerId' : 'buyerId';
        const found = await statementStore(tx).statements(side, caller.partyId, before, query.limit + 1);
        return pageOf(found, query.limit, ({ id }) => [id]);
      }),

    /** What customers owe by age, and the caller's total; accounts that owe nothing are left out. */
    ageing: (caller: Caller, page: CustomersWanted) =>
      database.snapshot(async (tx) => {
        const store = statementStore(tx);
        const on = dayOf(caller.at);
        const after = page.cursor ? readCursor(page.cursor, 'string')[0] : '';
        const found = await store.ageing(caller.partyId, page.partyId, on, after, page.limit + 1);
        const total = await store.ageingTotal(caller.partyId, on);
        return { ...pageOf(found, page.limit, ({ accountId }) => [accountId]), total };
      }),

    /** Every seller of the channel with its totals; no customer of anybody is named. */
    channel: (caller: Caller, page: PageWanted) =>
      database.read(async (tx) => {
        const after = page.cursor ? readCursor(page.cursor, 'string')[0] : '';
        const found = await statementStore(tx).sellerTotals(dayOf(caller.at), after, page.limit + 1);
        return pageOf(found, page.limit, ({ sellerId }) => [sellerId]);
      }),
  };
}
