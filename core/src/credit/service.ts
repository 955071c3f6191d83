import {
  addDays,
  answerOnce,
  type Caller,
  type Day,
  dayOf,
  type Fen,
  type Instant,
  keyBy,
  pageOf,
  type Platform,
  readCursor,
  Refused,
  type Tx,
} from '../platform';
import { applyReceipt } from './apply-receipt';
import { assessOverdue, availableFen, exposureFen } from './assess-credit';
import {
  accountKey,
  type Bill,
  type Buckets,
  type CreditAccount,
  type CreditEntry,
  type EntryKind,
  type Overdue,
} from './model';
import { creditStore } from './store';

/** A change of one account, with what made it. */
export interface Posting {
  readonly accountId: string;
  readonly kind: EntryKind;
  readonly change: Partial<Buckets>;
  readonly documentKind: CreditEntry['documentKind'];
  readonly documentId: string;
  readonly actorId: string;
  readonly at: Instant;
}

/** The accounts between these buyers and sellers, by both; locked when amounts are to be held. */
export async function loadAccounts(
  tx: Tx,
  buyerIds: readonly string[],
  sellerIds: readonly string[],
  locked: boolean,
): Promise<ReadonlyMap<string, CreditAccount>> {
  const accounts = await creditStore(tx).accounts(buyerIds, sellerIds, locked);
  return keyBy(accounts, (account) => accountKey(account.buyerId, account.sellerId));
}

/** What was past due on these accounts on a day, by account. */
export async function loadOverdue(
  tx: Tx,
  accountIds: readonly string[],
  on: Day,
): Promise<ReadonlyMap<string, Overdue>> {
  return keyBy(await creditStore(tx).overdue(accountIds, on), (overdue) => overdue.accountId);
}

/**
 * Writes credit entries and moves their accounts. With `withinLimit` an account that would go over its
 * limit replays the work; without it (goods already promised, money coming in) the limit is not asked.
 */
export async function postCredit(
  tx: Tx,
  newId: () => string,
  postings: readonly Posting[],
  { withinLimit }: { withinLimit: boolean },
): Promise<void> {
  const entries = postings.map(({ change, ...posting }): CreditEntry => ({
    id: newId(),
    heldFen: 0,
    shippedFen: 0,
    receivableFen: 0,
    unappliedFen: 0,
    ...change,
    ...posting,
  }));
  if (entries.length > 0) await creditStore(tx).post(entries, withinLimit);
}

export interface NewBill {
  readonly account: CreditAccount;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly amountFen: Fen;
  readonly issuedAt: Instant;
}

/** Bills what was signed for; it falls due after the account's terms. */
export async function issueBill(tx: Tx, newId: () => string, { account, ...bill }: NewBill): Promise<Bill> {
  const issued: Bill = {
    id: newId(),
    accountId: account.id,
    sellerId: account.sellerId,
    buyerId: account.buyerId,
    ...bill,
    paidFen: 0,
    dueOn: addDays(dayOf(bill.issuedAt), account.termDays),
    settled: false,
  };
  await creditStore(tx).addBills([issued]);
  return issued;
}

/** Adds accounts that are not there yet. */
export async function addAccounts(tx: Tx, accounts: readonly CreditAccount[]): Promise<void> {
  await creditStore(tx).addAccounts(accounts);
}

/** An account as people read it: what is used, what is left, what is late. */
export interface AccountStatement {
  readonly account: CreditAccount;
  readonly exposureFen: Fen;
  readonly availableFen: Fen;
  readonly overdueFen: Fen;
  readonly overdueDays: number;
}

export interface ReceiveInput {
  readonly receiptId: string;
  readonly buyerId: string;
  readonly amountFen: Fen;
  readonly billId?: string | undefined;
}

export interface LimitInput {
  readonly commandId: string;
  readonly buyerId: string;
  readonly limitFen: Fen;
  readonly termDays: number;
}

export function creditService({ database, newId }: Platform) {
  const statementsOf = async (tx: Tx, accounts: readonly CreditAccount[], on: Day) => {
    const overdue = await loadOverdue(
      tx,
      accounts.map(({ id }) => id),
      on,
    );
    return accounts.map((account): AccountStatement => {
      const late = assessOverdue(overdue.get(account.id), account.limitFen, on);
      return {
        account,
        exposureFen: exposureFen(account),
        availableFen: availableFen(account),
        overdueFen: late?.overdueFen ?? 0,
        overdueDays: late?.overdueDays ?? 0,
      };
    });
  };

  /** @throws credit.accountUnknown */
  const accountOf = async (tx: Tx, buyerId: string, sellerId: string, locked: boolean) => {
    const account = (await loadAccounts(tx, [buyerId], [sellerId], locked)).get(
      accountKey(buyerId, sellerId),
    );
    if (!account) throw new Refused('credit.accountUnknown');
    return account;
  };

  const statement = async (tx: Tx, caller: Caller, buyerId: string) => {
    const account = await accountOf(tx, buyerId, caller.partyId, false);
    const [found] = await statementsOf(tx, [account], dayOf(caller.at));
    return found as AccountStatement;
  };

  return {
    /** The caller's credit with each of its suppliers. */
    mine: (caller: Caller) =>
      database.read(async (tx) =>
        statementsOf(tx, await creditStore(tx).accountsOfBuyer(caller.partyId), dayOf(caller.at)),
      ),

    /** The credit the caller gives. */
    given: (caller: Caller, page: { cursor?: string | undefined; limit: number }) =>
      database.read(async (tx) => {
        const after = page.cursor ? readCursor(page.cursor, 'string')[0] : '';
        const found = await creditStore(tx).accountsOfSeller(caller.partyId, after, page.limit + 1);
        const { items, nextCursor } = pageOf(found, page.limit, ({ id }) => [id]);
        return { items: await statementsOf(tx, items, dayOf(caller.at)), nextCursor };
      }),

    /** Open bills, oldest due first. */
    bills: (
      caller: Caller,
      filter: {
        side: 'buyer' | 'seller';
        partyId?: string | undefined;
        cursor?: string | undefined;
        limit: number;
      },
    ) =>
      database.read(async (tx) => {
        const other = filter.partyId ?? null;
        const found = await creditStore(tx).openBills({
          sellerId: filter.side === 'seller' ? caller.partyId : other,
          buyerId: filter.side === 'buyer' ? caller.partyId : other,
          after: filter.cursor ? readCursor(filter.cursor, 'string', 'string') : null,
          limit: filter.limit + 1,
        });
        return pageOf(found, filter.limit, ({ dueOn, id }) => [dueOn, id]);
      }),

    /** The ledger of one account, newest first, for either of its sides. @throws credit.accountUnknown */
    entries: (
      caller: Caller,
      query: { sellerId: string; buyerId: string; cursor?: string | undefined; limit: number },
    ) =>
      database.read(async (tx) => {
        const concerns = caller.partyId === query.sellerId || caller.partyId === query.buyerId;
        if (!concerns) throw new Refused('credit.accountUnknown');
        const account = await accountOf(tx, query.buyerId, query.sellerId, false);
        const before = query.cursor ? readCursor(query.cursor, 'string')[0] : null;
        const found = await creditStore(tx).entries(account.id, before, query.limit + 1);
        return pageOf(found, query.limit, ({ id }) => [id]);
      }),

    /**
     * Books money from a buyer: the named bill first, then the oldest due; the rest stays unapplied.
     * @throws credit.accountUnknown, credit.billUnknown, command.idReused
     */
    receive: (caller: Caller, input: ReceiveInput) =>
      database.transaction(async (tx) => {
        const command = {
          commandId: input.receiptId,
          partyId: caller.partyId,
          kind: 'credit.receive',
          input,
          at: caller.at,
        };
        await answerOnce(tx, command, async () => {
          const account = await accountOf(tx, input.buyerId, caller.partyId, true);
          const store = creditStore(tx);
          const bills = await store.openBillsLocked(account.id);
          if (input.billId !== undefined && (await store.bill(input.billId))?.accountId !== account.id) {
            throw new Refused('credit.billUnknown');
          }
          const { receiptId, amountFen } = input;
          const { shares, leftFen } = applyReceipt(bills, amountFen, input.billId ?? null);
          await store.addReceipts([
            { id: receiptId, accountId: account.id, amountFen, actorId: caller.userId, at: caller.at },
          ]);
          await store.pay(shares.map((share) => ({ receiptId, ...share })));
          const posting: Posting = {
            accountId: account.id,
            kind: 'receive',
            change: { receivableFen: leftFen - amountFen, unappliedFen: leftFen },
            documentKind: 'receipt',
            documentId: receiptId,
            actorId: caller.userId,
            at: caller.at,
          };
          await postCredit(tx, newId, [posting], { withinLimit: false });
          return {};
        });
        return statement(tx, caller, input.buyerId);
      }),

    /** Sets limit and terms. @throws credit.accountUnknown, command.idReused */
    setLimit: (caller: Caller, input: LimitInput) =>
      database.transaction(async (tx) => {
        const command = {
          commandId: input.commandId,
          partyId: caller.partyId,
          kind: 'credit.setLimit',
          input,
          at: caller.at,
        };
        await answerOnce(tx, command, async () => {
          const account = await accountOf(tx, input.buyerId, caller.partyId, true);
          await creditStore(tx).setLimit(account.id, input.limitFen, input.termDays);
          return {};
        });
        return statement(tx, caller, input.buyerId);
      }),
  };
}
