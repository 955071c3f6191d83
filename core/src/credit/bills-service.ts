import { type Day, dayOf, type Fen, type Instant, Refused, sum, type Tx } from '../platform';
import { type Posting, postCredit } from './accounts-service';
import { applyReceipt } from './apply-receipt';
import { limitStore } from './limit-store';
import type { Application, Bill, CreditAccount, EntryKind, Receipt, ReceiptBond, ReceiptKind } from './model';
import { receiptStore } from './receipt-store';
import { creditStore } from './store';
import { countsFrom, dueOn, termsOn } from './terms';

export interface NewBill {
  readonly account: CreditAccount;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly amountFen: Fen;
  /** When it was signed for. */
  readonly issuedAt: Instant;
  /** The day of the shipment; the day of the sign-off unless said otherwise. */
  readonly shippedOn?: Day;
  readonly invoicedOn?: Day | null;
}

/** Who does something with money, and when. */
export interface Actor {
  readonly actorId: string;
  readonly at: Instant;
}

const system = 'system';

/**
 * Bills what was signed for; it falls due by the terms valid on the day of the sign-off and keeps them. Money
 * that waits on the account pays it at once, oldest receipt first. The account is locked, and the posting
 * that made it owe this has been written.
 */
export async function issueBill(tx: Tx, newId: () => string, billed: NewBill): Promise<Bill> {
  const { account, issuedAt } = billed;
  const signedOn = dayOf(issuedAt);
  const terms = termsOn(await limitStore(tx).terms([account.id]), account.termDays, signedOn);
  const dates = {
    shippedOn: billed.shippedOn ?? signedOn,
    signedOn,
    invoicedOn: billed.invoicedOn ?? null,
  };
  const issued: Bill = {
    id: newId(),
    accountId: account.id,
    sellerId: account.sellerId,
    buyerId: account.buyerId,
    orderId: billed.orderId,
    orderNumber: billed.orderNumber,
    amountFen: billed.amountFen,
    issuedAt,
    paidFen: 0,
    dueOn: dueOn(terms, dates),
    settled: false,
    termsKind: terms.kind,
    termsVersion: terms.version,
    countsFromOn: countsFrom(terms, dates),
  };
  await creditStore(tx).addBills([issued]);
  if (account.unappliedFen === 0) return issued;
  return payFromOpen(tx, newId, issued, { actorId: system, at: issuedAt });
}

/** How many customers of a seller are overdue on a day, and with how much. */
export const countOverdue = (tx: Tx, sellerId: string, on: Day) =>
  creditStore(tx).overdueOfSeller(sellerId, on);

/** Lets money that waits pay a new bill: what came with its order first, then the oldest receipt. */
async function payFromOpen(tx: Tx, newId: () => string, bill: Bill, actor: Actor): Promise<Bill> {
  const shares: Share[] = [];
  let openFen = bill.amountFen;
  for (const receipt of await receiptStore(tx).openReceiptsLocked(bill.accountId, bill.orderId)) {
    const amountFen = Math.min(openFen, receipt.openFen);
    if (amountFen > 0) shares.push({ receiptId: receipt.id, billId: bill.id, amountFen });
    openFen -= amountFen;
  }
  await applyShares(tx, newId, bill.accountId, shares, actor);
  return { ...bill, paidFen: bill.amountFen - openFen, settled: openFen === 0 };
}

export interface Share {
  readonly receiptId: string;
  readonly billId: string;
  readonly amountFen: Fen;
}

/** Lets open money pay bills: receivable and unapplied fall alike. One entry per receipt. */
export async function applyShares(
  tx: Tx,
  newId: () => string,
  accountId: string,
  shares: readonly Share[],
  actor: Actor,
): Promise<void> {
  const applications = shares.map((share): Application => ({
    id: newId(),
    reversesId: null,
    ...share,
    ...actor,
  }));
  await receiptStore(tx).apply(applications);
  await postApplied(tx, newId, 'apply', accountId, applications, actor);
}

/** Takes applications back: bills are open again, the money waits again. Answers how much. */
export async function takeBack(
  tx: Tx,
  newId: () => string,
  accountId: string,
  applications: readonly Application[],
  actor: Actor,
): Promise<Fen> {
  const reversals = applications.map((application): Application => ({
    id: newId(),
    receiptId: application.receiptId,
    billId: application.billId,
    amountFen: -application.amountFen,
    reversesId: application.id,
    ...actor,
  }));
  await receiptStore(tx).apply(reversals);
  await postApplied(tx, newId, 'unapply', accountId, reversals, actor);
  return sum(applications.map(({ amountFen }) => amountFen));
}

async function postApplied(
  tx: Tx,
  newId: () => string,
  kind: EntryKind,
  accountId: string,
  applications: readonly Application[],
  actor: Actor,
) {
  const byReceipt = new Map<string, Fen>();
  for (const { receiptId, amountFen } of applications) {
    byReceipt.set(receiptId, (byReceipt.get(receiptId) ?? 0) + amountFen);
  }
  const postings = [...byReceipt].map(([documentId, amountFen]): Posting => ({
    accountId,
    kind,
    change: { receivableFen: -amountFen, unappliedFen: -amountFen },
    documentKind: 'receipt',
    documentId,
    ...actor,
  }));
  await postCredit(tx, newId, postings, { withinLimit: false });
}

/** What an order's bills are open for, oldest due first; locked where something is written by it. */
export async function loadOpenBillsOfOrder(
  tx: Tx,
  accountId: string,
  orderId: string,
  { locked }: { readonly locked: boolean },
): Promise<readonly { readonly id: string; readonly openFen: Fen }[]> {
  const bills = await creditStore(tx).openBillsOfOrder(accountId, orderId, locked);
  return bills.map(({ id, amountFen, paidFen }) => ({ id, openFen: amountFen - paidFen }));
}

/** What an account was billed from an instant up to another, exclusive. */
export const loadBilledFen = (tx: Tx, accountId: string, from: Instant, until: Instant): Promise<Fen> =>
  creditStore(tx).billedFen(accountId, from, until);

/** The document a receipt belongs to. */
export interface Bond {
  readonly to: ReceiptBond;
  readonly id: string;
}

export interface NewReceipt extends Actor {
  readonly id: string;
  readonly account: CreditAccount;
  readonly kind: Exclude<ReceiptKind, 'reversal' | 'payOut'>;
  readonly amountFen: Fen;
  readonly billId: string | null;
  /** The order it pays, and nothing else; left out, it pays whatever is due. */
  readonly orderId?: string | undefined;
  /** The document that alone may undo it; left out, finance may. */
  readonly bond?: Bond | undefined;
  readonly reason: string;
}

const entryKinds = {
  money: 'receive',
  prepaid: 'receive',
  payment: 'receive',
  rebate: 'receive',
  creditNote: 'creditNote',
  writeOff: 'writeOff',
} as const satisfies Record<NewReceipt['kind'], EntryKind>;

/**
 * Books what pays bills on a locked account: the named bill first, then the oldest due; the rest waits. A
 * write-off pays its own bill and nothing else, and what came with an order the bills of that order.
 * @throws credit.billUnknown, credit.overPaid
 */
export async function bookReceipt(tx: Tx, newId: () => string, receipt: NewReceipt): Promise<Receipt> {
  const { account, id, kind, amountFen, billId, orderId = null, bond, reason, actorId, at } = receipt;
  const store = creditStore(tx);
  const openBills = await store.openBillsLocked(account.id);
  if (billId !== null && (await store.bill(billId))?.accountId !== account.id) {
    throw new Refused('credit.billUnknown');
  }
  const payable = openBills.filter(
    (bill) => (kind !== 'writeOff' || bill.id === billId) && (orderId === null || bill.orderId === orderId),
  );
  const { shares, leftFen } = applyReceipt(payable, amountFen, billId);
  if (kind === 'writeOff' && leftFen > 0) throw new Refused('credit.overPaid');
  const booked: Receipt = {
    id,
    accountId: account.id,
    kind,
    amountFen,
    openFen: amountFen,
    billId,
    reversesId: null,
    orderId,
    paysOutId: null,
    boundTo: bond?.to ?? null,
    boundId: bond?.id ?? '',
    reason,
    actorId,
    at,
  };
  const receipts = receiptStore(tx);
  await receipts.addReceipts([booked]);
  await receipts.apply(
    shares.map((share) => ({ id: newId(), receiptId: id, reversesId: null, actorId, at, ...share })),
  );
  const posting: Posting = {
    accountId: account.id,
    kind: entryKinds[kind],
    change: { receivableFen: leftFen - amountFen, unappliedFen: leftFen },
    documentKind: 'receipt',
    documentId: id,
    actorId,
    at,
  };
  await postCredit(tx, newId, [posting], { withinLimit: false });
  return { ...booked, openFen: leftFen };
}
