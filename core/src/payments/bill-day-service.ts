import { addDays, type Day, hashOf, type Instant, startOfDay, sum, type Tx } from '../platform';
import type { BillDay, BillDifference } from './bill-day';
import { billDayStore } from './bill-day-store';
import type { Difference, OurBook, OurRefund } from './bills/difference';
import type { TradeBill } from './bills/model';
import { reconcile } from './bills/reconcile';
import type { Payment, Refund } from './model';

/** A day's bill beside what we know of it. */
export interface ComparedDay {
  readonly bill: TradeBill;
  readonly payments: readonly Payment[];
  readonly differences: readonly Difference[];
}

const refundStates = {
  asked: 'processing',
  processing: 'processing',
  succeeded: 'succeeded',
  abnormal: 'abnormal',
  closed: 'closed',
} as const satisfies Record<Refund['state'], OurRefund['state']>;

/** Holds a merchant's day against its bill. A refund counts where the bill names it: when it was accepted is the channel's to say. */
export async function compareDay(
  tx: Tx,
  merchantId: string,
  day: Day,
  bill: TradeBill,
): Promise<ComparedDay> {
  const store = billDayStore(tx);
  const named = bill.payments.map(({ outTradeNo }) => outTradeNo);
  const payments = await store.payments(merchantId, startOfDay(day), startOfDay(addDays(day, 1)), named);
  const refunds = await store.refundsNamed(bill.refunds.map(({ outRefundNo }) => outRefundNo));
  const ours: OurBook = {
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
  return { bill, payments, differences: reconcile(bill, ours) };
}

/** Keeps what a day's comparison found. A difference that was found before stays as it stands. */
export async function keepComparedDay(
  tx: Tx,
  { merchantId, day, at }: { readonly merchantId: string; readonly day: Day; readonly at: Instant },
  { bill, payments, differences }: ComparedDay,
  mended: ReadonlySet<Difference>,
): Promise<BillDay> {
  const store = billDayStore(tx);
  const sellers = new Map(payments.map(({ id, sellerId }) => [id, sellerId]));
  await store.keepDifferences(
    differences.map((difference): BillDifference => {
      const { kind, severity, remedy } = difference;
      const isSum = difference.kind === 'sumsDiffer';
      const number = numberOf(difference);
      const isMended = mended.has(difference);
      return {
        id: hashOf([merchantId, day, kind, number]).slice(0, 40),
        merchantId,
        day,
        sellerId: isSum ? null : (sellers.get(difference.outTradeNo) ?? null),
        kind,
        severity,
        remedy,
        number,
        ...amountsOf(difference),
        state: isMended ? 'mended' : 'open',
        note: isMended ? '已按微信支付的结果更新' : '',
        resolvedBy: isMended ? '系统' : '',
        resolvedAt: isMended ? at : null,
        foundAt: at,
      };
    }),
  );
  const kept: BillDay = {
    merchantId,
    day,
    payments: bill.payments.length,
    paidFen: sum(bill.payments.map(({ amountFen }) => amountFen)),
    refunds: bill.refunds.length,
    refundedFen: sum(bill.refunds.map(({ refundFen }) => refundFen)),
    differences: await store.countOf(merchantId, day),
    comparedAt: at,
  };
  await store.keepDay(kept);
  return kept;
}

const numberOf = (difference: Difference): string => {
  if (difference.kind === 'sumsDiffer') return difference.column;
  return 'outRefundNo' in difference ? difference.outRefundNo : difference.outTradeNo;
};

function amountsOf(difference: Difference): Pick<BillDifference, 'hereFen' | 'thereFen'> {
  if (difference.kind === 'sumsDiffer') return { hereFen: difference.counted, thereFen: difference.stated };
  if ('outRefundNo' in difference) {
    return { hereFen: difference.here?.refundFen ?? null, thereFen: difference.there?.refundFen ?? null };
  }
  return { hereFen: difference.here?.amountFen ?? null, thereFen: difference.there?.amountFen ?? null };
}

/** The days since one that were compared, newest first. */
export const comparedDays = (tx: Tx, since: Day): Promise<readonly BillDay[]> => billDayStore(tx).days(since);

export const loadDifference = (tx: Tx, differenceId: string): Promise<BillDifference | undefined> =>
  billDayStore(tx).difference(differenceId);

export const resolveDifference = (tx: Tx, id: string, note: string, by: string, at: Instant): Promise<void> =>
  billDayStore(tx).resolve(id, note, by, at);

export const differencesOf = (
  tx: Tx,
  sellerId: string | null,
  state: BillDifference['state'] | null,
  after: readonly [Day, string] | null,
  limit: number,
): Promise<readonly BillDifference[]> => billDayStore(tx).differences(sellerId, state, after, limit);
