import { dayOf, emit, type Instant, lineAmountFen, sum, type Tx } from '../platform';
import {
  betweenTwo,
  type BorrowAnswered,
  borrowEvent,
  type BorrowReleased,
  type BorrowRequested,
} from './borrow-events';
import { borrowStore } from './borrow-store';
import { keepBackOf } from './keep-back';
import type { Lot } from './model';
import { policyStore } from './policy-store';
import { type BorrowSettlement, type Loan, loanKey } from './pool-model';
import { issueLots, releaseOrders, reserveLots } from './service';
import { loadQuotaLeft } from './sharing-service';
import { sharingStore } from './sharing-store';
import { covers, isInForce, periodStart } from './sharing-terms';
import { sourceOrder } from './source-order';
import { stockStore } from './store';

type NewId = () => string;

/**
 * The lender's side: reserves its own lots as far as quota and lots allow, and answers. A request that
 * comes again hears the same answer again.
 */
export async function answerBorrow(tx: Tx, newId: NewId, asked: BorrowRequested, at: Instant): Promise<void> {
  const store = borrowStore(tx);
  const known = await store.loanLocked(asked.borrowId);
  const loan = known ?? (await lend(tx, asked, at));
  const promised = loan.state === 'reserved' || loan.state === 'lent' ? loan.quantity : 0;
  const answer: BorrowAnswered = { ...betweenTwo(loan), promised, reason: loan.reason };
  await emit(tx, [borrowEvent(newId(), 'borrow.answered', at, answer)]);
}

async function lend(tx: Tx, asked: BorrowRequested, at: Instant): Promise<Loan> {
  const on = dayOf(at);
  const { borrowId, lenderId, borrowerId, agreementId, skuId, unitPriceE4, productLine } = asked;
  const agreement = await sharingStore(tx).agreementLocked(agreementId);
  const applies =
    agreement?.lenderId === lenderId &&
    agreement.borrowerId === borrowerId &&
    isInForce(agreement, on) &&
    covers(agreement, { skuId, productLine });
  const periodOn = agreement ? periodStart(agreement.period, on, agreement.startsOn) : on;
  const terms = { id: borrowId, lenderId, borrowerId, agreementId, skuId, unitPriceE4, periodOn };
  const declined = (reason: string): Loan => ({
    ...terms,
    quantity: 0,
    state: 'declined',
    reason,
    decidedAt: at,
    closedAt: at,
  });
  const write = async (loan: Loan) => {
    await borrowStore(tx).addLoan(loan);
    return loan;
  };
  if (!applies) return write(declined('agreementOver'));
  const quota = (await loadQuotaLeft(tx, [agreement], on)).get(agreementId) ?? 0;
  if (quota <= 0) return write(declined('quotaUsed'));
  const picks = await freeToLend(tx, asked, Math.min(asked.quantity, quota));
  const quantity = sum(picks.map((pick) => pick.quantity));
  if (quantity === 0) return write(declined('noStock'));
  await sharingStore(tx).use({ agreementId, periodOn, usedQuantity: quantity }, agreement.quotaQuantity);
  await reserveLots(
    tx,
    picks.map((pick) => ({ orderId: loanKey(borrowId), lineNo: 1, lotId: pick.lotId, open: pick.quantity })),
  );
  const reason = quantity < asked.quantity ? 'partly' : '';
  return write({ ...terms, quantity, state: 'reserved', reason, decidedAt: at, closedAt: null });
}

/** The lender's own lots, chosen as for an order of its own, with what it keeps back kept back. */
async function freeToLend(tx: Tx, asked: BorrowRequested, quantity: number) {
  const { lenderId, skuId, lastsUntil, temperatureZone, productLine, borrowId } = asked;
  const store = stockStore(tx);
  const lots = await store.freeLots([[lenderId, skuId]], true);
  const warehouses = await store.warehousesOf([lenderId]);
  const buffers = await policyStore(tx).buffers([lenderId], [skuId]);
  const keepBack = keepBackOf(buffers, lenderId, skuId);
  const want = { orderId: borrowId, lineNo: 1, sellerId: lenderId, skuId, quantity, lastsUntil, keepBack };
  const { lines } = sourceOrder({
    sellerId: lenderId,
    regionCode: '',
    on: lastsUntil,
    contract: null,
    // A borrower fetches its goods wherever they lie.
    warehouses: warehouses.map((warehouse) => ({ ...warehouse, servesRegions: [] })),
    wants: [{ want, temperatureZone, productLine }],
    lotsOf: () => lots,
    sharing: null,
  });
  return lines.flatMap(({ picks }) => picks);
}

/**
 * The lender's side: lots and quota come back. Goods that have left stay with the borrower; a release that
 * overtakes its request leaves a mark, and the request is then declined.
 */
export async function releaseLoan(tx: Tx, released: BorrowReleased, at: Instant): Promise<void> {
  const store = borrowStore(tx);
  const { borrowId, reason, ...between } = released;
  const loan = await store.loanLocked(borrowId);
  if (!loan) {
    const { lenderId, borrowerId, agreementId, skuId, unitPriceE4 } = between;
    await store.addLoan({
      ...{ id: borrowId, lenderId, borrowerId, agreementId, skuId, unitPriceE4 },
      quantity: 0,
      periodOn: dayOf(at),
      state: 'released',
      reason,
      decidedAt: at,
      closedAt: at,
    });
    return;
  }
  if (loan.state !== 'reserved') return;
  await sharingStore(tx).giveBack(loan.agreementId, loan.periodOn, loan.quantity);
  await releaseOrders(tx, [loanKey(loan.id)]);
  await store.closeLoan(loan, 'released', reason, at);
}

/** A loan, locked for what its lender does with it; undefined when there is none, or it is another's. */
export async function loadLoan(tx: Tx, lenderId: string, loanId: string): Promise<Loan | undefined> {
  const loan = await borrowStore(tx).loanLocked(loanId);
  return loan?.lenderId === lenderId ? loan : undefined;
}

export interface LentOut {
  readonly loan: Loan;
  readonly settlements: readonly Omit<BorrowSettlement, 'billId'>[];
}

/** The lender's side: the promised lots leave its ledger as lent, worth their transfer price. */
export async function lendOut(
  tx: Tx,
  newId: NewId,
  loan: Loan,
  actorId: string,
  at: Instant,
): Promise<LentOut> {
  const reservations = await stockStore(tx).reservations([loanKey(loan.id)]);
  const releases = reservations.map(({ open, ...rest }) => ({ ...rest, quantity: open }));
  const lots = await issueLots(tx, newId, releases, {
    kind: 'lend',
    documentKind: 'loan',
    documentId: loan.id,
    actorId,
    at,
  });
  await borrowStore(tx).closeLoan(loan, 'lent', loan.reason, at);
  const { id: loanId, lenderId, borrowerId, skuId, unitPriceE4 } = loan;
  return {
    loan,
    settlements: releases.map(({ lotId, quantity }) => {
      const { lotNo, producedOn, expiresOn } = lots.get(lotId) as Lot;
      const amountFen = lineAmountFen(unitPriceE4, quantity);
      const between = { loanId, lenderId, borrowerId, skuId };
      return {
        ...between,
        ...{ id: newId(), lotId, lotNo, producedOn, expiresOn, quantity, unitPriceE4, amountFen, at },
      };
    }),
  };
}

/** The lender's side: writes what the two owe each other, and tells the borrower that its goods are on the way. */
export async function settleLoan(
  tx: Tx,
  newId: NewId,
  { loan, settlements }: LentOut,
  billId: string | null,
  at: Instant,
): Promise<void> {
  await borrowStore(tx).addSettlements(settlements.map((settlement) => ({ ...settlement, billId })));
  const lots = settlements.map(({ lotNo, producedOn, expiresOn, quantity }) => ({
    ...{ lotNo, producedOn, expiresOn, quantity },
  }));
  await emit(tx, [borrowEvent(newId(), 'borrow.lent', at, { ...betweenTwo(loan), lots })]);
}
