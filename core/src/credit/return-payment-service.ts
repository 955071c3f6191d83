import { type Fen, Refused, type Tx } from '../platform';
import { type Actor, applyShares, takeBack } from './bills-service';
import { depositChange } from './deposit';
import { depositStore } from './deposit-store';
import type { CreditAccount } from './model';
import { payOut } from './order-money-service';
import { planReturn, type ReturnableReceipt, returnableFen } from './plan-return';
import { receiptStore } from './receipt-store';

/** A part of an online payment that is given up, for it to go back the way it came. */
export interface PaymentGivenUp extends Actor {
  /** The document that asks for it, once. */
  readonly id: string;
  /** Locked. */
  readonly account: CreditAccount;
  readonly paymentId: string;
  readonly amountFen: Fen;
  readonly reason: string;
}

async function receiptsOfPayment(tx: Tx, paymentId: string): Promise<readonly ReturnableReceipt[]> {
  const store = receiptStore(tx);
  const receipts: ReturnableReceipt[] = [];
  for (const { id, openFen } of await store.receiptsOfPayment(paymentId)) {
    receipts.push({ id, openFen, applied: await store.liveApplications(id) });
  }
  return receipts;
}

/** What a payment of bills brought and has not gone back, in fen. */
export const heldOfBillPayment = async (tx: Tx, paymentId: string): Promise<Fen> =>
  returnableFen(await receiptsOfPayment(tx, paymentId));

/**
 * Gives up a part of a payment of bills: what waits first, then what bills took, which are open again for as much.
 * @throws credit.overApplied when there is less
 */
export async function giveUpBillPayment(tx: Tx, newId: () => string, given: PaymentGivenUp): Promise<void> {
  const { id, account, paymentId, amountFen, reason, actorId, at } = given;
  const receipts = await receiptsOfPayment(tx, paymentId);
  if (amountFen > returnableFen(receipts)) throw new Refused('credit.overApplied');
  const actor = { actorId, at };
  for (const { receiptId, amountFen: partFen, takenBack, kept } of planReturn(receipts, amountFen)) {
    if (takenBack.length > 0) await takeBack(tx, newId, account.id, takenBack, actor);
    await applyShares(
      tx,
      newId,
      account.id,
      kept.map((share) => ({ receiptId, ...share })),
      actor,
    );
    const bond = { to: 'payment' as const, id };
    await payOut(tx, newId, { account, receiptId, amountFen: partFen, reason, bond, ...actor });
  }
}

/** What of a prepaid balance no order holds, in fen. */
export async function freePrepaidFen(tx: Tx, accountId: string): Promise<Fen> {
  const [deposit] = await depositStore(tx).deposits([accountId], 'prepaid', false);
  return deposit ? deposit.balanceFen - deposit.heldFen : 0;
}

/** Takes a part of a top-up out of the prepaid balance, as far as no order holds it. @throws credit.depositShort */
export async function giveUpTopUp(tx: Tx, newId: () => string, given: PaymentGivenUp): Promise<void> {
  const { id: documentId, account, amountFen, reason, actorId, at } = given;
  const store = depositStore(tx);
  const [deposit] = await store.deposits([account.id], 'prepaid', true);
  const change = depositChange('prepaid', 'refund', amountFen);
  if (!deposit || !change || amountFen > deposit.balanceFen - deposit.heldFen) {
    throw new Refused('credit.depositShort');
  }
  const entry = { id: newId(), depositId: deposit.id, action: 'refund' as const, ...change };
  await store.post([{ ...entry, documentId, reversesId: null, reason, actorId, at }]);
}
