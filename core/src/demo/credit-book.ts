import {
  accountKey,
  type BillApplication,
  applyReceipt,
  type Bill,
  type Buckets,
  countsFrom,
  type CreditAccount,
  type CreditEntry,
  type CreditFacts,
  type CreditReceipt,
  dueOn,
  plainTerms,
} from '../credit';
import { dayOf, type Fen, type Instant } from '../platform';

type Writable<Row> = { -readonly [Name in keyof Row]: Row[Name] };

/** What an entry is made for. */
export type Posting = Pick<CreditEntry, 'kind' | 'documentKind' | 'documentId' | 'actorId' | 'at'>;

const none: Buckets = { heldFen: 0, shippedFen: 0, receivableFen: 0, unappliedFen: 0 };

/** Accounts, bills and money as they stand on a day of the past; rows leave it once nothing changes them. */
export function openCreditBook(newIdAt: (at: Instant) => string, opened: readonly CreditAccount[]) {
  const accounts = new Map<string, Writable<CreditAccount>>(
    opened.map((account) => [accountKey(account.buyerId, account.sellerId), { ...account }]),
  );
  const openBills = new Map<string, Writable<Bill>[]>();
  const openReceipts = new Map<string, Writable<CreditReceipt>[]>();
  let entries: CreditEntry[] = [];
  let bills: Bill[] = [];
  let receipts: CreditReceipt[] = [];
  let applications: BillApplication[] = [];

  const post = (account: Writable<CreditAccount>, change: Partial<Buckets>, posting: Posting) => {
    const moved = { ...none, ...change };
    account.heldFen += moved.heldFen;
    account.shippedFen += moved.shippedFen;
    account.receivableFen += moved.receivableFen;
    account.unappliedFen += moved.unappliedFen;
    entries.push({ id: newIdAt(posting.at), accountId: account.id, ...moved, ...posting });
  };

  const pay = (
    bill: Writable<Bill>,
    receipt: Writable<CreditReceipt>,
    amountFen: Fen,
    at: Instant,
    by: string,
  ) => {
    bill.paidFen += amountFen;
    bill.settled = bill.paidFen === bill.amountFen;
    receipt.openFen -= amountFen;
    const row = { receiptId: receipt.id, billId: bill.id, amountFen, reversesId: null, actorId: by, at };
    applications.push({ id: newIdAt(at), ...row });
  };

  const accountOf = (buyerId: string, sellerId: string) => {
    const account = accounts.get(accountKey(buyerId, sellerId));
    if (!account) throw new Error('an account nobody opened');
    return account;
  };

  /** Bills and money that are used up leave. */
  const sweep = (accountId: string) => {
    const billed = openBills.get(accountId) ?? [];
    bills.push(...billed.filter(({ settled }) => settled));
    openBills.set(
      accountId,
      billed.filter(({ settled }) => !settled),
    );
    const paid = openReceipts.get(accountId) ?? [];
    receipts.push(...paid.filter(({ openFen }) => openFen === 0));
    openReceipts.set(
      accountId,
      paid.filter(({ openFen }) => openFen > 0),
    );
  };

  return {
    /** As decisions read it; it moves with the book. */
    facts: {
      accounts,
      openBills,
      temporaryLimits: new Map(),
      releases: new Map(),
      releaseUses: new Map(),
      terms: new Map(),
      lastBilledOrderIds: new Map(),
      prepaidFen: new Map(),
      prepaidHeldFen: new Map(),
      ladders: new Map(),
    } satisfies CreditFacts as CreditFacts,

    post: (buyerId: string, sellerId: string, change: Partial<Buckets>, posting: Posting) =>
      post(accountOf(buyerId, sellerId), change, posting),

    /** Bills what was accepted; money that waits pays it at once, oldest first. Answers its last day. */
    bill(
      order: { id: string; number: string; buyerId: string; sellerId: string },
      amountFen: Fen,
      at: Instant,
    ) {
      const account = accountOf(order.buyerId, order.sellerId);
      const terms = plainTerms(account.termDays);
      const signedOn = dayOf(at);
      const dates = { shippedOn: signedOn, signedOn, invoicedOn: null };
      const bill: Writable<Bill> = {
        id: newIdAt(at),
        accountId: account.id,
        sellerId: account.sellerId,
        buyerId: account.buyerId,
        orderId: order.id,
        orderNumber: order.number,
        amountFen,
        paidFen: 0,
        issuedAt: at,
        dueOn: dueOn(terms, dates),
        settled: false,
        termsKind: terms.kind,
        termsVersion: terms.version,
        countsFromOn: countsFrom(terms, dates),
      };
      openBills.set(account.id, [...(openBills.get(account.id) ?? []), bill]);
      for (const receipt of openReceipts.get(account.id) ?? []) {
        const share = Math.min(bill.amountFen - bill.paidFen, receipt.openFen);
        if (share <= 0) continue;
        pay(bill, receipt, share, at, 'system');
        const change = { receivableFen: -share, unappliedFen: -share };
        const posting = { documentKind: 'receipt', documentId: receipt.id, actorId: 'system', at } as const;
        post(account, change, { kind: 'apply', ...posting });
      }
      sweep(account.id);
      return bill.dueOn;
    },

    /** What the bills of an account are open for. */
    owedFen: (buyerId: string, sellerId: string): Fen =>
      (openBills.get(accountOf(buyerId, sellerId).id) ?? []).reduce(
        (total, { amountFen, paidFen }) => total + amountFen - paidFen,
        0,
      ),

    /** Money comes in and pays the oldest due; the rest waits. */
    receive(buyerId: string, sellerId: string, amountFen: Fen, actorId: string, at: Instant): void {
      const account = accountOf(buyerId, sellerId);
      const receipt: Writable<CreditReceipt> = {
        id: newIdAt(at),
        accountId: account.id,
        kind: 'money',
        amountFen,
        openFen: amountFen,
        billId: null,
        reversesId: null,
        orderId: null,
        paysOutId: null,
        boundTo: null,
        boundId: '',
        reason: '',
        actorId,
        at,
      };
      const billed = openBills.get(account.id) ?? [];
      const { shares, leftFen } = applyReceipt(billed, amountFen, null);
      for (const share of shares) {
        const bill = billed.find(({ id }) => id === share.billId);
        if (bill) pay(bill, receipt, share.amountFen, at, actorId);
      }
      openReceipts.set(account.id, [...(openReceipts.get(account.id) ?? []), receipt]);
      const document = { documentKind: 'receipt', documentId: receipt.id, actorId, at } as const;
      post(
        account,
        { receivableFen: leftFen - amountFen, unappliedFen: leftFen },
        { kind: 'receive', ...document },
      );
      sweep(account.id);
    },

    /** Rows that nothing changes any more, each handed out once. */
    drain() {
      const done = { entries, bills, receipts, applications };
      entries = [];
      bills = [];
      receipts = [];
      applications = [];
      return done;
    },
    /** Rows as they stand today. */
    close: () => ({
      accounts: [...accounts.values()],
      bills: [...openBills.values()].flat(),
      receipts: [...openReceipts.values()].flat(),
    }),
  };
}

export type CreditBook = ReturnType<typeof openCreditBook>;
