import {
  type AccountStatement,
  type Caller,
  type Core,
  dayOf,
  daysBetween,
  type LadderPolicy,
  type WriteOffOfBill,
} from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import {
  isSeller,
  type NameOf,
  viewAccount,
  viewAssessment,
  viewDeposit,
  viewDepositEntry,
  viewEntry,
  viewLimitChange,
  viewPaper,
  viewReceipt,
  viewRelease,
  viewStatement,
  viewTemporaryLimit,
  viewTerms,
  viewWriteOff,
} from './credit-views';
import { at, atOrNull } from './wire';

type CreditDesk = Core['credit'];

export const creditHandlers = ({ credit, partners }: Core): HandlersOf<'credit'> => {
  const namesOf = async (ids: Iterable<string>): Promise<NameOf> => {
    const parties = await partners.parties([...new Set(ids)]);
    return (id) => parties.get(id)?.name ?? '';
  };
  const namesOfSides = (sides: readonly { sellerId: string; buyerId: string }[]) =>
    namesOf(sides.flatMap(({ sellerId, buyerId }) => [sellerId, buyerId]));
  const viewAccounts = async (found: readonly AccountStatement[]) => {
    const nameOf = await namesOfSides(found.map(({ account }) => account));
    return found.map((one) => viewAccount(one, nameOf));
  };
  const viewOne = async (found: AccountStatement) => {
    const nameOf = await namesOfSides([found.account]);
    return viewAccount(found, nameOf);
  };
  const viewDebt = async (writeOff: WriteOffOfBill) =>
    viewWriteOff(writeOff, await namesOf([writeOff.buyerId]));

  return {
    mine: async (_, caller) => ({ items: await viewAccounts(await credit.mine(caller)) }),
    accounts: async (page, caller) => {
      const { items, nextCursor } = await credit.given(caller, page);
      return { items: await viewAccounts(items), nextCursor };
    },
    assess: async (input, caller) => viewAssessment(await credit.assess(caller, input)),
    bills: async (input, caller) => {
      const { items, nextCursor } = await credit.bills(caller, input);
      const nameOf = await namesOf(items.map(({ buyerId }) => buyerId));
      return {
        items: items.map((bill) => ({
          billId: bill.id,
          orderId: bill.orderId,
          orderNumber: bill.orderNumber,
          buyerId: bill.buyerId,
          buyerName: nameOf(bill.buyerId),
          amountFen: bill.amountFen,
          paidFen: bill.paidFen,
          issuedAt: at(bill.issuedAt),
          dueOn: bill.dueOn,
          overdueDays: overdueDays(bill.dueOn, caller),
          termsKind: bill.termsKind,
        })),
        nextCursor,
      };
    },
    entries: async (input, caller) => {
      const { items, nextCursor } = await credit.entries(caller, input);
      return { items: items.map(viewEntry), nextCursor };
    },

    receive: async (input, caller) => viewOne(await credit.receive(caller, input)),
    creditNote: async (input, caller) => viewOne(await credit.creditNote(caller, input)),
    receipts: async (input, caller) => {
      const { items, nextCursor } = await credit.receipts(caller, input);
      return { items: items.map((receipt) => viewReceipt(receipt, isSeller(caller, input))), nextCursor };
    },
    applyReceipt: async ({ receiptId, ...input }, caller) =>
      viewOne(await credit.applyReceipt(caller, receiptId, input)),
    unapplyReceipt: async ({ receiptId, ...input }, caller) =>
      viewOne(await credit.unapplyReceipt(caller, receiptId, input)),
    reverseReceipt: async ({ receiptId, ...input }, caller) =>
      viewOne(await credit.reverseReceipt(caller, receiptId, input)),
    writeOffs: async (page, caller) => {
      const { items, nextCursor } = await credit.writeOffs(caller, page);
      const nameOf = await namesOf(items.map(({ buyerId }) => buyerId));
      return { items: items.map((writeOff) => viewWriteOff(writeOff, nameOf)), nextCursor };
    },
    requestWriteOff: async (input, caller) => viewDebt(await credit.requestWriteOff(caller, input)),
    decideWriteOff: async ({ writeOffId, ...input }, caller) =>
      viewDebt(await credit.decideWriteOff(caller, writeOffId, input)),

    setLimit: async (input, caller) => viewOne(await credit.setLimit(caller, input)),
    limitHistory: async (input, caller) => {
      const { items, nextCursor } = await credit.limitHistory(caller, input);
      return { items: items.map(viewLimitChange), nextCursor };
    },
    terms: async (input, caller) => {
      const { now, versions } = await credit.terms(caller, input);
      return {
        now: viewTerms(now),
        versions: versions.map((one) => ({
          ...viewTerms(one),
          version: one.version,
          startsOn: one.startsOn,
          at: at(one.at),
        })),
      };
    },
    setTerms: async (input, caller) => viewOne(await credit.setTerms(caller, input)),
    temporaryLimits: async (input, caller) => {
      const { items, nextCursor } = await credit.temporaryLimits(caller, input);
      return { items: items.map((limit) => viewTemporaryLimit(limit, isSeller(caller, input))), nextCursor };
    },
    requestTemporaryLimit: async (input, caller) =>
      viewTemporaryLimit(await credit.requestTemporaryLimit(caller, input), true),
    decideTemporaryLimit: async ({ temporaryLimitId, ...input }, caller) =>
      viewTemporaryLimit(await credit.decideTemporaryLimit(caller, temporaryLimitId, input), true),
    voidTemporaryLimit: async ({ temporaryLimitId, ...input }, caller) =>
      viewTemporaryLimit(await credit.voidTemporaryLimit(caller, temporaryLimitId, input), true),

    ladder: async (_, caller) => viewLadders(await credit.ladder(caller)),
    setLadder: async (input, caller) => viewLadders(await credit.setLadder(caller, input)),
    releases: async (input, caller) => {
      const { items, nextCursor } = await credit.releases(caller, input);
      return { items: items.map((granted) => viewRelease(granted, isSeller(caller, input))), nextCursor };
    },
    grantRelease: async (input, caller) => viewRelease(await credit.grantRelease(caller, input), true),
    revokeRelease: async ({ releaseId, ...input }, caller) =>
      viewRelease(await credit.revokeRelease(caller, releaseId, input), true),
    stepChanges: async (page, caller) => {
      const { items, nextCursor } = await credit.stepChanges(caller, page);
      const nameOf = await namesOf(items.map(({ buyerId }) => buyerId));
      return {
        items: items.map((change) => ({
          buyerId: change.buyerId,
          buyerName: nameOf(change.buyerId),
          fromStep: change.fromStep,
          toStep: change.toStep,
          overdueDays: change.overdueDays,
          overdueFen: change.overdueFen,
          ladderVersion: change.ladderVersion,
          foundOn: change.foundOn,
        })),
        nextCursor,
      };
    },
    reminders: async (page, caller) => {
      const { items, nextCursor } = await credit.reminders(caller, page);
      const nameOf = await namesOf(items.map(({ buyerId }) => buyerId));
      return {
        items: items.map((reminder) => ({
          reminderId: reminder.id,
          buyerId: reminder.buyerId,
          buyerName: nameOf(reminder.buyerId),
          step: reminder.step,
          overdueDays: reminder.overdueDays,
          overdueFen: reminder.overdueFen,
          remindOn: reminder.remindOn,
          sentAt: atOrNull(reminder.sentAt),
        })),
        nextCursor,
      };
    },

    statement: async (input, caller) =>
      viewPaper(await credit.statement(caller, input), isSeller(caller, input)),
    statements: async (input, caller) => {
      const { items, nextCursor } = await credit.statements(caller, input);
      const nameOf = await namesOfSides(items);
      return { items: items.map((statement) => viewStatement(statement, nameOf)), nextCursor };
    },
    issueStatement: async (input, caller) => {
      const statement = await credit.issueStatement(caller, input);
      return viewStatement(statement, await namesOfSides([statement]));
    },
    answerStatement: async ({ statementId, ...input }, caller) => {
      const statement = await credit.answerStatement(caller, statementId, input);
      return viewStatement(statement, await namesOfSides([statement]));
    },
    ageing: async (page, caller) => {
      const { items, nextCursor, total } = await credit.ageing(caller, page);
      const nameOf = await namesOf(items.map(({ buyerId }) => buyerId));
      return {
        items: items.map(({ buyerId, ...owed }) => ({
          buyerId,
          buyerName: nameOf(buyerId),
          ...viewAgeing(owed),
        })),
        nextCursor,
        total: viewAgeing(total),
      };
    },
    channel: async (page, caller) => {
      const { items, nextCursor } = await credit.channel(caller, page);
      const nameOf = await namesOf(items.map(({ sellerId }) => sellerId));
      return {
        items: items.map((totals) => ({
          sellerId: totals.sellerId,
          sellerName: nameOf(totals.sellerId),
          accounts: totals.accounts,
          limitFen: totals.limitFen,
          exposureFen: totals.exposureFen,
          receivableFen: totals.receivableFen,
          overdueFen: totals.overdueFen,
        })),
        nextCursor,
      };
    },

    deposits: async (input, caller) => {
      const { items, nextCursor } = await credit.deposits(caller, input);
      const nameOf = await namesOfSides(items);
      return { items: items.map((deposit) => viewDeposit(deposit, nameOf)), nextCursor };
    },
    depositEntries: async (input, caller) => {
      const { items, nextCursor } = await credit.depositEntries(caller, input);
      return { items: items.map(viewDepositEntry), nextCursor };
    },
    moveDeposit: async (input, caller) => {
      const deposit = await credit.moveDeposit(caller, input);
      return viewDeposit(deposit, await namesOfSides([deposit]));
    },
    reverseDepositEntry: async ({ entryId, ...input }, caller) => {
      const deposit = await credit.reverseDepositEntry(caller, entryId, input);
      return viewDeposit(deposit, await namesOfSides([deposit]));
    },
  };
};

const overdueDays = (dueOn: string, caller: Caller) => Math.max(0, daysBetween(dueOn, dayOf(caller.at)));

type Ladders = Awaited<ReturnType<CreditDesk['ladder']>>;

const viewLadder = (ladder: Ladders['now']) => ({
  version: ladder.version,
  fromDays: ladder.fromDays,
  ignoredFen: ladder.ignoredFen,
  ignoredBp: ladder.ignoredBp,
  remindEveryDays: ladder.remindEveryDays,
});

const viewLadders = ({ now, versions }: Ladders) => ({
  now: viewLadder(now),
  versions: versions.map((policy: LadderPolicy) => ({
    ...viewLadder(policy),
    startsOn: policy.startsOn,
    at: at(policy.at),
  })),
});

const viewAgeing = (owed: Awaited<ReturnType<CreditDesk['ageing']>>['total']) => ({
  notDueFen: owed.notDueFen,
  days1To30Fen: owed.days1To30Fen,
  days31To60Fen: owed.days31To60Fen,
  days61To90Fen: owed.days61To90Fen,
  over90Fen: owed.over90Fen,
});
