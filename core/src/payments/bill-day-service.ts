import { addDays, type Day, hashOf, type Instant, startOfDay, sum, type Tx } from '../platform';
import type { BillDay, BillDifference } from './bill-day';
import { billDayStore } from './bill-day-store';
import type { Difference, OurBook, OurRefund } from './bills/difference';
import type { TradeBill } from './bills/model';
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

/** Our clock and the channel's part a day not in the same instant: a refund near midnight counts where the bill has it. */
const aroundMidnightMs = 10 * 60_000;

/**
 * Holds a merchant's day against its bill and keeps what differs, open. A difference that was found before stays as it
 * stands, and an open one that is gone meanwhile is settled. Answers the day, and what is open of it.
 */
export async function compareDay(
  tx: Tx,
  { merchantId, day }: MerchantDay,
  bill: TradeBill,
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
  const found = reconcile(bill, ourBook(payments, refunds)).map((difference) => ({
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
    differences: ofDay.length,
    comparedAt: at,
  };
  await store.keepDay(kept);
  return { kept, open };
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
