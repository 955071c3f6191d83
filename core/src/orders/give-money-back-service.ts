import {
  bookReceipt,
  type CreditAccount,
  type CreditReceipt,
  loadOpenBillsOfOrder,
  moneyOfOrders,
  payOut,
} from '../credit';
import { loadPayment, refundableFen } from '../payments';
import { type Fen, type Instant, sum, type Tx } from '../platform';
import { rebateOfOrders } from '../promotions';
import { accountFor } from './fulfil-service';
import { type MoneyBack, type MoneyBackDocument, type PaidBy, planMoneyBack } from './give-money-back';
import { moneyBackStore } from './give-money-back-store';
import type { Order } from './model';
import { type MoneyParts, sendBack } from './send-back-service';

export interface MoneyBackInput {
  readonly order: Order;
  readonly amountFen: Fen;
  readonly document: MoneyBackDocument;
  readonly actorId: string;
  readonly at: Instant;
}

/**
 * Gives money of an order back, at most what was paid for it, and answers by which instruments. The order's row is
 * locked; this locks its account. The caller sees to it that a document asks once.
 * @throws credit.accountUnknown
 */
export async function giveMoneyBack(
  tx: Tx,
  parts: MoneyParts,
  { order, amountFen, document, actorId, at }: MoneyBackInput,
): Promise<readonly MoneyBack[]> {
  if (amountFen === 0) return [];
  const account = await accountFor(tx, order);
  const given: MoneyBack[] = [];
  for (const part of planMoneyBack(await paidBy(tx, account, order.id), amountFen)) {
    const receiptId = parts.newId();
    const reason = `售后退款 ${order.number}`;
    const booked = { kind: 'creditNote' as const, amountFen: part.amountFen, billId: part.billId, reason };
    // What goes back another way must not pay other bills on its way out.
    const of = part.instrument === 'creditNote' ? {} : { orderId: order.id };
    const bond = { to: document.kind, id: document.id };
    await bookReceipt(tx, parts.newId, { id: receiptId, account, ...booked, ...of, bond, actorId, at });
    if (part.instrument !== 'creditNote') {
      await payOut(tx, parts.newId, { account, receiptId, amountFen: part.amountFen, reason, actorId, at });
      const { paymentId, amountFen: partFen } = part;
      await sendBack(tx, parts, { order, paymentId, amountFen: partFen, reason, actorId, at });
    }
    const { instrument, billId, amountFen: partFen } = part;
    const ofDocument = { documentKind: document.kind, documentId: document.id };
    const kept = { instrument, billId, amountFen: partFen, ...ofDocument };
    given.push({ ...kept, id: parts.newId(), orderId: order.id, receiptId, actorId, at });
  }
  await moneyBackStore(tx).add(given);
  return given;
}

/** How an order was paid: what came with it and waits for bills to come is not part of it. */
async function paidBy(tx: Tx, account: CreditAccount, orderId: string): Promise<PaidBy> {
  const money = (await moneyOfOrders(tx, [orderId])).get(orderId) ?? [];
  const isPayment = ({ kind }: CreditReceipt) => kind === 'payment';
  const payments: { id: string; returnableFen: Fen }[] = [];
  for (const { id, openFen } of money.filter(isPayment)) {
    const payment = await loadPayment(tx, id);
    payments.push({ id, returnableFen: payment ? refundableFen(payment) - openFen : 0 });
  }
  const waitingRebateFen = sum(money.filter((one) => !isPayment(one)).map(({ openFen }) => openFen));
  const spentFen = (await rebateOfOrders(tx, [orderId])).get(orderId)?.spentFen ?? 0;
  return {
    bills: await loadOpenBillsOfOrder(tx, account.id, orderId, { locked: true }),
    payments,
    rebateFen: Math.max(0, spentFen - waitingRebateFen),
  };
}
