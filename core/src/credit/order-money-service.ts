import { type Fen, groupBy, type NewId, Refused, sum, type Tx } from '../platform';
import { postCredit } from './accounts-service';
import { type Actor, type Bond, bookReceipt } from './bills-service';
import type { Bill, CreditAccount, Receipt } from './model';
import { receiptStore } from './receipt-store';
import { creditStore } from './store';

/** What came with an order: it pays the order's bills as they are issued, and nothing else. */
export interface OrderMoney extends Actor {
  readonly id: string;
  /** Locked. */
  readonly account: CreditAccount;
  readonly orderId: string;
  /** `payment`: by a channel of payment, whose document has the same id; `rebate`: from the rebate balance. */
  readonly kind: 'payment' | 'rebate';
  readonly amountFen: Fen;
}

/** Books what came with an order; bills of it that are open take it at once. */
export const payOrder = (tx: Tx, newId: NewId, money: OrderMoney): Promise<Receipt> =>
  bookReceipt(tx, newId, { ...money, billId: null, reason: '' });

export interface BillPayments extends Actor {
  /** Locked. */
  readonly account: CreditAccount;
  readonly paymentId: string;
  /** What is meant for each bill; what one of them no longer needs pays the oldest due, or waits. */
  readonly shares: readonly { readonly billId: string; readonly amountFen: Fen }[];
  readonly reason: string;
}

/** Books one payment of several bills, a receipt for each. @throws credit.billUnknown */
export async function bookBillPayments(tx: Tx, newId: NewId, paid: BillPayments): Promise<void> {
  const { paymentId, shares, ...rest } = paid;
  for (const [at, { billId, amountFen }] of shares.entries()) {
    const id = `${paymentId}-${at + 1}`;
    const bond = { to: 'payment' as const, id: paymentId };
    await bookReceipt(tx, newId, { ...rest, id, kind: 'money', billId, amountFen, bond });
  }
}

/** What came with these orders, latest first, by order. `openFen` of each is what no bill has taken. */
export async function moneyOfOrders(
  tx: Tx,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Receipt[]>> {
  return groupBy(await receiptStore(tx).receiptsOfOrders(orderIds), ({ orderId }) => orderId ?? '');
}

/** What waits for bills of one order, in fen. */
export async function waitingForOrder(tx: Tx, orderId: string): Promise<Fen> {
  return sum((await receiptStore(tx).receiptsOfOrders([orderId])).map(({ openFen }) => openFen));
}

/** The bills of these ids that somebody may pay: all open, all of one buyer and one seller. @throws credit.billUnknown */
export async function billsToPay(
  tx: Tx,
  buyerId: string,
  billIds: readonly string[],
): Promise<readonly Bill[]> {
  const bills = await creditStore(tx).bills(billIds);
  const sellers = new Set(bills.map(({ sellerId }) => sellerId));
  const isTheirs = bills.every((bill) => bill.buyerId === buyerId && bill.amountFen > bill.paidFen);
  if (bills.length !== new Set(billIds).size || sellers.size !== 1 || !isTheirs) {
    throw new Refused('credit.billUnknown');
  }
  return bills;
}

export interface PayOut extends Actor {
  /** Locked. */
  readonly account: CreditAccount;
  /** The receipt it is taken from: what no bill took of it. */
  readonly receiptId: string;
  readonly amountFen: Fen;
  readonly reason: string;
  /** The document that asks for it; left out, what its receipt belongs to speaks for it. */
  readonly bond?: Bond | undefined;
}

/** Gives back to a buyer what no bill took of a receipt; how the money gets there is the channel's affair. */
export async function payOut(tx: Tx, newId: NewId, out: PayOut): Promise<Receipt> {
  const { account, receiptId, amountFen, reason, bond, actorId, at } = out;
  const store = receiptStore(tx);
  await store.takeOut(receiptId, amountFen);
  const receipt: Receipt = {
    id: newId(),
    accountId: account.id,
    kind: 'payOut',
    amountFen: -amountFen,
    openFen: 0,
    billId: null,
    reversesId: null,
    orderId: null,
    paysOutId: receiptId,
    boundTo: bond?.to ?? null,
    boundId: bond?.id ?? '',
    reason,
    actorId,
    at,
  };
  await store.addReceipts([receipt]);
  const posting = {
    accountId: account.id,
    kind: 'payOut' as const,
    change: { unappliedFen: -amountFen },
    documentKind: 'receipt' as const,
    documentId: receipt.id,
    actorId,
    at,
  };
  await postCredit(tx, newId, [posting], { withinLimit: false });
  return receipt;
}
