import { addDays, type Day, type Fen, hashOf, type Instant, startOfDay, sum, type Tx } from '../platform';
import type { BillDay, BillDifference } from './bill-day';
import { billDayStore } from './bill-day-store';
import { compareFlows, flowSums, type OurFlow } from './bills/compare-flows';
import {
  type Difference,
  type FlowDifference,
  judgements,
  type OurBook,
  type OurRefund,
} from './bills/difference';
import type { FundFlowBill, TradeBill } from './bills/model';
import { reconcile } from './bills/reconcile';
import { numberOf, sidesOf } from './describe-difference';
import type { Payment, Refund } from './model';

/** One merchant's day. */
export interface MerchantDay {
  readonly merchantId: string;
  readonly day: Day;
}

/** A difference as it was found, and as it is kept. */
export interface FoundDifference {
  readonly kept: BillDifference;
  readonly difference: Difference;
}

const refundStates = {
  asked: 'processing',
  processing: 'processing',
  succeeded: 'succeeded',
  abnormal: 'abnormal',
  closed: 'closed',
} as const satisfies Record<Refund['state'], OurRefund['state']>;

/** What the channel says of a day. `flows` is null where it gives no fund-flow bill: then only trades are compared. */
export interface DayBills {
  readonly trades: TradeBill;
  readonly flows: FundFlowBill | null;
}

/** Our clock and the channel's part a day not in the same instant: a refund near midnight counts where the bill has it. */
const aroundMidnightMs = 10 * 60_000;

/**
 * Holds a merchant's day against its bill and keeps what differs, open. A difference that was found before stays as it
 * stands, and an open one that is gone meanwhile is settled. Answers the day, and what is open of it.
 */
export async function compareDay(
  tx: Tx,
  { merchantId, day }: MerchantDay,
  { trades: bill, flows }: DayBills,
  at: Instant,
): Promise<{ readonly kept: BillDay; readonly open: readonly FoundDifference[] }> {
  const store = billDayStore(tx);
  const from = startOfDay(day);
  const before = startOfDay(addDays(day, 1));
  const trades = bill.payments.map(({ outTradeNo }) => outTradeNo);
  const payments = await store.payments(merchantId, from, before, trades);
  const named = bill.refunds.map(({ outRefundNo }) => outRefundNo);
  const [since, until] = [from + aroundMidnightMs, before - aroundMidnightMs];
  const refunds = await store.refunds(merchantId, since, until, named);
  const sellers = new Map<string, string>([
    ...payments.map(({ id, sellerId }) => [id, sellerId] as const),
    ...refunds.map(({ id, sellerId }) => [id, sellerId] as const),
  ]);
  const inTrades = reconcile(bill, ourBook(payments, refunds));
  const moved = flows ? await ourFlows(tx, { merchantId, day }, flows) : { ours: [], sellers: [] };
  for (const [number, sellerId] of moved.sellers) sellers.set(number, sellerId);
  const told = new Set(inTrades.map(numberOf));
  const ledger = await store.ledgerOf(merchantId, day);
  const found = [
    ...inTrades,
    ...(flows ? compareFlows(flows, bill, moved.ours, told) : []),
    ...compareLedger(bill, ledger.paidFen, inTrades),
  ].map((difference) => ({
    difference,
    id: hashOf([merchantId, day, difference.kind, numberOf(difference)]).slice(0, 40),
  }));
  await store.keepDifferences(
    found.map(({ difference, id }): BillDifference => ({
      ...newDifference,
      ...sidesOf(difference),
      id,
      merchantId,
      day,
      sellerId: sellers.get(numberOf(difference)) ?? null,
      kind: difference.kind,
      severity: difference.severity,
      remedy: difference.remedy,
      number: numberOf(difference),
      foundAt: at,
    })),
  );
  const ofDay = await store.differencesOfDay(merchantId, day);
  const byId = new Map(found.map(({ difference, id }) => [id, difference]));
  const open: FoundDifference[] = [];
  for (const kept of ofDay.filter(({ state }) => state === 'open')) {
    const difference = byId.get(kept.id);
    if (difference) open.push({ kept, difference });
    else await settleByHouse(tx, kept.id, '双方已一致', at);
  }
  const kept: BillDay = {
    merchantId,
    day,
    payments: bill.payments.length,
    paidFen: sum(bill.payments.map(({ amountFen }) => amountFen)),
    refunds: bill.refunds.length,
    refundedFen: sum(bill.refunds.map(({ refundFen }) => refundFen)),
    ...(flows ? flowSums(flows) : noFlows),
    ledgerPaidFen: ledger.paidFen,
    ledgerRefundedFen: ledger.backFen,
    differences: ofDay.length,
    comparedAt: at,
  };
  await store.keepDay(kept);
  return { kept, open };
}

const noFlows = { inFen: null, outFen: null, feeFen: null, closingFen: null };

/** What our ledger says moved on a day, and whatever else the bill names; and whose each is. */
async function ourFlows(tx: Tx, { merchantId, day }: MerchantDay, { flows }: FundFlowBill) {
  const store = billDayStore(tx);
  const named = [...new Set(flows.map(({ voucherNo }) => voucherNo).filter(Boolean))];
  const since = startOfDay(day) + aroundMidnightMs;
  const until = startOfDay(addDays(day, 1)) - aroundMidnightMs;
  const payments = await store.payments(merchantId, since, until, named);
  const refunds = await store.refunds(merchantId, since, until, named);
  const paid = payments.filter(({ state }) => state === 'paid' || state === 'mismatched');
  const ours: readonly OurFlow[] = [
    ...paid.map(({ id, paidFen }) => ({
      number: id,
      kind: 'paid' as const,
      amountFen: paidFen,
      mayBeBack: false,
    })),
    ...refunds
      .filter(({ acceptedAt }) => acceptedAt !== null)
      .map(({ id, amountFen, state }) => ({
        number: id,
        kind: 'refunded' as const,
        amountFen,
        mayBeBack: state === 'abnormal' || state === 'closed',
      })),
  ];
  return { ours, sellers: [...payments, ...refunds].map(({ id, sellerId }) => [id, sellerId] as const) };
}

/** The sum our ledger booked as paid against the bill's, where no row of it tells already why they differ. */
function compareLedger(
  { payments }: TradeBill,
  ledgerFen: Fen,
  found: readonly Difference[],
): readonly FlowDifference[] {
  const billedFen = sum(payments.filter(({ isRevoked }) => !isRevoked).map(({ amountFen }) => amountFen));
  const isTold = found.some((difference) => !('outRefundNo' in difference));
  if (billedFen === ledgerFen || isTold) return [];
  const sides = { number: 'ledger.paid', hereFen: ledgerFen, thereFen: billedFen };
  return [{ kind: 'ledgerSumDiffers', ...sides, ...judgements.ledgerSumDiffers }];
}

const newDifference = { state: 'open', note: '', resolvedBy: '', resolvedAt: null } as const;

function ourBook(payments: readonly Payment[], refunds: readonly Refund[]): OurBook {
  return {
    payments: payments.map(({ id, transactionId, amountFen, paidFen, state }) => ({
      outTradeNo: id,
      transactionId,
      amountFen: state === 'mismatched' ? paidFen : amountFen,
      isPaid: state === 'paid' || state === 'mismatched',
    })),
    refunds: refunds.map(({ id, paymentId, amountFen, state }) => ({
      outRefundNo: id,
      outTradeNo: paymentId,
      refundFen: amountFen,
      state: refundStates[state],
    })),
  };
}

/** Settles a difference that the house has mended, in the transaction that mended it. */
export async function settleByHouse(tx: Tx, differenceId: string, note: string, at: Instant): Promise<void> {
  const by = { state: 'mended', note, resolvedBy: '系统', resolvedAt: at } as const;
  await billDayStore(tx).settle(differenceId, by);
}

/** Settles a difference as a person says; false when it is settled already. */
export const settleByPerson = (tx: Tx, id: string, note: string, by: string, at: Instant): Promise<boolean> =>
  billDayStore(tx).settle(id, { state: 'resolved', note, resolvedBy: by, resolvedAt: at });

/** The days of these merchants since one that were compared, newest first. */
export const comparedDays = async (
  tx: Tx,
  merchantIds: readonly string[],
  since: Day,
): Promise<readonly BillDay[]> => (merchantIds.length === 0 ? [] : billDayStore(tx).days(merchantIds, since));

/** When a merchant was paid first; null when it never was. */
export const firstPaidAt = (tx: Tx, merchantId: string): Promise<Instant | null> =>
  billDayStore(tx).firstPaidAt(merchantId);

export const loadDifference = (tx: Tx, differenceId: string): Promise<BillDifference | undefined> =>
  billDayStore(tx).difference(differenceId);

/** Differences, newest first; of one seller, or of all. */
export const differencesOf = (
  tx: Tx,
  sellerId: string | null,
  state: BillDifference['state'] | null,
  after: readonly [Day, string] | null,
  limit: number,
): Promise<readonly BillDifference[]> => billDayStore(tx).differences(sellerId, state, after, limit);
