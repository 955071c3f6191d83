import {
  answerOnce,
  type Caller,
  type Fen,
  pageOf,
  type Platform,
  readCursor,
  Refused,
  type Tx,
} from '../platform';
import { accountBetween, accountFor, describeAccount, postCredit } from './accounts-service';
import { applyShares, bookReceipt, takeBack } from './bills-service';
import { commandOf, type PageWanted, type PairWanted } from './desk';
import type { DecisionInput } from './limits-service';
import type { CreditAccount, Receipt, ReceiptBond, ReceiptKind } from './model';
import { receiptStore } from './receipt-store';
import { creditStore } from './store';
import type { WriteOff, WriteOffOfBill } from './write-off';

export interface ReceiveInput {
  readonly receiptId: string;
  readonly buyerId: string;
  readonly amountFen: Fen;
  readonly billId?: string | undefined;
}

export interface CreditNoteInput extends ReceiveInput {
  readonly reason: string;
}

export interface ApplyInput {
  readonly commandId: string;
  readonly billId: string;
  /** As much as both can bear unless said otherwise. */
  readonly amountFen?: Fen | undefined;
}

export interface WriteOffInput {
  readonly writeOffId: string;
  readonly billId: string;
  readonly amountFen: Fen;
  readonly reason: string;
}

/** What a person may take back by hand; what a channel of payment brought goes back the way it came. */
const reversible: ReadonlySet<ReceiptKind> = new Set(['money', 'creditNote', 'writeOff']);

const boundCodes: Readonly<Record<ReceiptBond, string>> = {
  payment: 'credit.receiptBoundToPayment',
  afterSales: 'credit.receiptBoundToReturn',
};

export function receiptsService({ database, newId }: Platform) {
  /** An account the caller's party gives, locked. */
  const ownAccountLocked = async (tx: Tx, caller: Caller, accountId: string | undefined, unknown: string) => {
    const account = accountId === undefined ? undefined : await creditStore(tx).accountLocked(accountId);
    if (account?.sellerId !== caller.partyId) throw new Refused(unknown);
    return account;
  };

  /** A receipt of the caller's customers, its account locked first. @throws credit.receiptUnknown */
  const receiptLocked = async (tx: Tx, caller: Caller, receiptId: string) => {
    const store = receiptStore(tx);
    const found = await store.receipt(receiptId);
    const account = await ownAccountLocked(tx, caller, found?.accountId, 'credit.receiptUnknown');
    return { account, receipt: (await store.receiptLocked(receiptId)) as Receipt };
  };

  /** Does something to a receipt once, and answers its account. */
  const onReceipt = (
    caller: Caller,
    kind: string,
    receiptId: string,
    input: { readonly commandId: string },
    work: (tx: Tx, account: CreditAccount, receipt: Receipt) => Promise<void>,
  ) =>
    database.transaction(async (tx) => {
      // Whose it is is asked first, so that a repeat tells no stranger anything.
      const { account, receipt } = await receiptLocked(tx, caller, receiptId);
      const command = commandOf(caller, kind, input.commandId, { receiptId, ...input });
      await answerOnce(tx, command, async () => {
        await work(tx, account, receipt);
        return {};
      });
      return describeAccount(tx, account.buyerId, account.sellerId, caller.at);
    });

  const book = (
    caller: Caller,
    kind: 'money' | 'creditNote',
    input: ReceiveInput & { readonly reason?: string },
  ) =>
    database.transaction(async (tx) => {
      const name = kind === 'money' ? 'credit.receive' : 'credit.creditNote';
      await answerOnce(tx, commandOf(caller, name, input.receiptId, input), async () => {
        const account = await accountBetween(tx, input.buyerId, caller.partyId, true);
        await bookReceipt(tx, newId, {
          id: input.receiptId,
          account,
          kind,
          amountFen: input.amountFen,
          billId: input.billId ?? null,
          reason: input.reason ?? '',
          actorId: caller.userId,
          at: caller.at,
        });
        return {};
      });
      return describeAccount(tx, input.buyerId, caller.partyId, caller.at);
    });

  return {
    /**
     * Books money from a buyer: the named bill first, then the oldest due; the rest stays unapplied.
     * @throws credit.accountUnknown, credit.billUnknown, command.idReused
     */
    receive: (caller: Caller, input: ReceiveInput) => book(caller, 'money', input),

    /** Lowers what a buyer owes; applies like money. @throws credit.accountUnknown, credit.billUnknown */
    creditNote: (caller: Caller, input: CreditNoteInput) => book(caller, 'creditNote', input),

    /** What paid an account's bills, newest first, for either side. @throws credit.accountUnknown */
    receipts: (caller: Caller, query: PageWanted & PairWanted) =>
      database.read(async (tx) => {
        const account = await accountFor(tx, caller, query);
        const before = query.cursor ? readCursor(query.cursor, 'string')[0] : null;
        const found = await receiptStore(tx).receiptsOf(account.id, before, query.limit + 1);
        return pageOf(found, query.limit, ({ id }) => [id]);
      }),

    /**
     * Lets waiting money pay a bill by hand.
     * @throws credit.receiptUnknown, credit.billUnknown, credit.overApplied
     */
    applyReceipt: (caller: Caller, receiptId: string, input: ApplyInput) =>
      onReceipt(caller, 'credit.applyReceipt', receiptId, input, async (tx, account, receipt) => {
        const bill = await creditStore(tx).bill(input.billId);
        const isOther = receipt.orderId !== null && receipt.orderId !== bill?.orderId;
        if (bill?.accountId !== account.id || isOther) throw new Refused('credit.billUnknown');
        const mostFen = Math.min(receipt.openFen, bill.amountFen - bill.paidFen);
        const amountFen = input.amountFen ?? mostFen;
        if (amountFen <= 0 || amountFen > mostFen) throw new Refused('credit.overApplied');
        await applyShares(tx, newId, account.id, [{ receiptId, billId: bill.id, amountFen }], {
          actorId: caller.userId,
          at: caller.at,
        });
      }),

    /** Takes a receipt off its bills; the money waits again. @throws credit.receiptUnknown */
    unapplyReceipt: (caller: Caller, receiptId: string, input: { commandId: string }) =>
      onReceipt(caller, 'credit.unapplyReceipt', receiptId, input, async (tx, account) => {
        const live = await receiptStore(tx).liveApplications(receiptId);
        if (live.length === 0) return;
        await takeBack(tx, newId, account.id, live, { actorId: caller.userId, at: caller.at });
      }),

    /**
     * Takes a receipt back altogether: a bounced cheque, a typing error. Its bills are open again and an
     * entry of the same amount with the sign turned stands beside it.
     * What came by a channel of payment, or settled an after-sales request, is undone there and not here.
     * @throws credit.receiptUnknown, credit.notReversible, credit.receiptBoundToPayment, credit.receiptBoundToReturn
     */
    reverseReceipt: (caller: Caller, receiptId: string, input: { commandId: string; reason: string }) =>
      onReceipt(caller, 'credit.reverseReceipt', receiptId, input, async (tx, account, receipt) => {
        const store = receiptStore(tx);
        const isOver = (await store.reversalOf(receiptId)) || (await store.hasPaidOut(receiptId));
        if (!reversible.has(receipt.kind) || isOver) throw new Refused('credit.notReversible');
        if (receipt.boundTo) throw new Refused(boundCodes[receipt.boundTo]);
        const actor = { actorId: caller.userId, at: caller.at };
        const live = await store.liveApplications(receiptId);
        if (live.length > 0) await takeBack(tx, newId, account.id, live, actor);
        await store.closeReceipt(receipt);
        const reversal: Receipt = {
          id: newId(),
          accountId: account.id,
          kind: 'reversal',
          amountFen: -receipt.amountFen,
          openFen: 0,
          billId: receipt.billId,
          reversesId: receipt.id,
          orderId: null,
          paysOutId: null,
          boundTo: null,
          boundId: '',
          reason: input.reason,
          ...actor,
        };
        await store.addReceipts([reversal]);
        const posting = {
          accountId: account.id,
          kind: 'reverse' as const,
          change: { unappliedFen: -receipt.amountFen },
          documentKind: 'receipt' as const,
          documentId: reversal.id,
          ...actor,
        };
        await postCredit(tx, newId, [posting], { withinLimit: false });
      }),

    /** Asks to give a debt up. @throws credit.billUnknown, credit.overPaid */
    requestWriteOff: (caller: Caller, input: WriteOffInput) =>
      database.transaction(async (tx) => {
        const command = commandOf(caller, 'credit.requestWriteOff', input.writeOffId, input);
        await answerOnce(tx, command, async () => {
          const bill = await creditStore(tx).bill(input.billId);
          if (bill?.sellerId !== caller.partyId) throw new Refused('credit.billUnknown');
          if (input.amountFen > bill.amountFen - bill.paidFen) throw new Refused('credit.overPaid');
          await receiptStore(tx).addWriteOff({
            id: input.writeOffId,
            accountId: bill.accountId,
            billId: bill.id,
            amountFen: input.amountFen,
            reason: input.reason,
            state: 'requested',
            requestedBy: caller.userId,
            requestedAt: caller.at,
            decidedBy: null,
            decidedAt: null,
            decisionNote: '',
          });
          return {};
        });
        return oneWithBill(tx, input.writeOffId);
      }),

    /**
     * Somebody else gives the debt up, or does not.
     * @throws credit.writeOffUnknown, credit.sameHand, credit.decided, credit.overPaid
     */
    decideWriteOff: (caller: Caller, writeOffId: string, input: DecisionInput) =>
      database.transaction(async (tx) => {
        const store = receiptStore(tx);
        const found = await store.writeOff(writeOffId);
        const account = await ownAccountLocked(tx, caller, found?.accountId, 'credit.writeOffUnknown');
        const command = commandOf(caller, 'credit.decideWriteOff', input.commandId, { writeOffId, ...input });
        await answerOnce(tx, command, async () => {
          const asked = (await store.writeOff(writeOffId)) as WriteOff;
          if (asked.state !== 'requested') throw new Refused('credit.decided');
          if (input.approve && asked.requestedBy === caller.userId) throw new Refused('credit.sameHand');
          await store.decideWriteOff({
            ...asked,
            state: input.approve ? 'approved' : 'rejected',
            decidedBy: caller.userId,
            decidedAt: caller.at,
            decisionNote: input.note,
          });
          if (!input.approve) return {};
          const { billId, amountFen, reason } = asked;
          const booked = { id: newId(), account, kind: 'writeOff' as const, billId, amountFen, reason };
          await bookReceipt(tx, newId, { ...booked, actorId: caller.userId, at: caller.at });
          return {};
        });
        return oneWithBill(tx, writeOffId);
      }),

    /** Debts the caller's party gave up or was asked to, newest first. */
    writeOffs: (caller: Caller, page: PageWanted) =>
      database.read(async (tx) => {
        const before = page.cursor ? readCursor(page.cursor, 'string')[0] : null;
        const found = await receiptStore(tx).writeOffsOf(caller.partyId, before, page.limit + 1);
        return pageOf(await withBills(tx, found), page.limit, ({ id }) => [id]);
      }),
  };
}

/** Says of each whose debt it is. */
async function withBills(tx: Tx, writeOffs: readonly WriteOff[]): Promise<readonly WriteOffOfBill[]> {
  const bills = await creditStore(tx).bills([...new Set(writeOffs.map(({ billId }) => billId))]);
  const byId = new Map(bills.map((bill) => [bill.id, bill]));
  return writeOffs.flatMap((writeOff) => {
    const bill = byId.get(writeOff.billId);
    return bill ? [{ ...writeOff, buyerId: bill.buyerId, orderNumber: bill.orderNumber }] : [];
  });
}

async function oneWithBill(tx: Tx, writeOffId: string): Promise<WriteOffOfBill> {
  const writeOff = (await receiptStore(tx).writeOff(writeOffId)) as WriteOff;
  const [found] = await withBills(tx, [writeOff]);
  if (!found) throw new Error(`write-off ${writeOffId} speaks of a bill that is not there`);
  return found;
}
