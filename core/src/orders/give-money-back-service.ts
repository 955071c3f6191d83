import { bookReceipt, loadOpenBillsOfOrder } from '../credit';
import type { Fen, Instant, NewId, Tx } from '../platform';
import { accountFor } from './fulfil-service';
import { type MoneyBack, type MoneyBackDocument, planMoneyBack } from './give-money-back';
import { moneyBackStore } from './give-money-back-store';
import type { Order } from './model';

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
  newId: NewId,
  { order, amountFen, document, actorId, at }: MoneyBackInput,
): Promise<readonly MoneyBack[]> {
  if (amountFen === 0) return [];
  const account = await accountFor(tx, order);
  const bills = await loadOpenBillsOfOrder(tx, account.id, order.id);
  const given: MoneyBack[] = [];
  for (const part of planMoneyBack(bills, amountFen)) {
    const receiptId = newId();
    const booked = { kind: 'creditNote' as const, amountFen: part.amountFen, billId: part.billId };
    const reason = `售后退款 ${order.number}`;
    await bookReceipt(tx, newId, { id: receiptId, account, ...booked, reason, actorId, at });
    const ofDocument = { documentKind: document.kind, documentId: document.id };
    given.push({ ...part, ...ofDocument, id: newId(), orderId: order.id, receiptId, actorId, at });
  }
  await moneyBackStore(tx).add(given);
  return given;
}
