import fc from 'fast-check';
import type { TradeBill } from './model';
import { readTradeBill } from './read-trade-bill';
import { reconcile } from './reconcile';
import { aLine, type AgreedDay, anyAgreedDay, aRefundLine, type Line, writeTradeBill } from './testing';

const billOf = (lines: readonly Line[]): TradeBill => {
  const bill = readTradeBill(writeTradeBill(lines));
  if (!bill) throw new Error('a bill that cannot be read');
  return bill;
};
const differences = ({ lines, payments, refunds }: AgreedDay) =>
  reconcile(billOf(lines), { payments, refunds });
const kinds = (day: AgreedDay) => differences(day).map(({ kind }) => kind);

it('finds nothing where both sides agree', () => {
  fc.assert(
    fc.property(anyAgreedDay(), (day) => {
      expect(differences(day)).toEqual([]);
    }),
  );
});

/** Changes one entry and leaves its neighbours alone. */
const change = <Entry>(entries: readonly Entry[], chosen: Entry, to: readonly Entry[]) =>
  entries.flatMap((entry) => (entry === chosen ? to : [entry]));

interface Chosen {
  readonly day: AgreedDay;
  readonly line: Line;
}

const ofPayment = ({ day, line }: Chosen) =>
  day.payments.find(({ outTradeNo }) => outTradeNo === line.outTradeNo)!;
const ofRefund = ({ day, line }: Chosen) =>
  day.refunds.find(({ outRefundNo }) => outRefundNo === line.refund?.outRefundNo)!;

type Fault = readonly [kind: string, wants: (line: Line) => boolean, inject: (chosen: Chosen) => AgreedDay];
const isPayment = ({ state }: Line) => state === 'SUCCESS';
const isRefund = ({ state }: Line) => state === 'REFUND';
const hasEnded = ({ refund }: Line) => refund !== null && refund.state !== 'PROCESSING';

const faults: readonly Fault[] = [
  [
    'missingHere',
    isPayment,
    (chosen) => ({
      ...chosen.day,
      payments: change(chosen.day.payments, ofPayment(chosen), []),
    }),
  ],
  ['missingThere', isPayment, ({ day, line }) => ({ ...day, lines: change(day.lines, line, []) })],
  [
    'amountDiffers',
    isPayment,
    ({ day, line }) => ({
      ...day,
      lines: change(day.lines, line, [{ ...line, amountFen: line.amountFen + 1 }]),
    }),
  ],
  [
    'paidThereUnpaidHere',
    isPayment,
    (chosen) => {
      const here = ofPayment(chosen);
      const unpaid = { ...here, isPaid: false, transactionId: null };
      return { ...chosen.day, payments: change(chosen.day.payments, here, [unpaid]) };
    },
  ],
  [
    'paidHereNotThere',
    isPayment,
    ({ day, line }) => ({ ...day, lines: change(day.lines, line, [{ ...line, state: 'REVOKED' }]) }),
  ],
  [
    'transactionDiffers',
    isPayment,
    ({ day, line }) => ({ ...day, lines: change(day.lines, line, [{ ...line, transactionId: '43' }]) }),
  ],
  ['repeatedThere', isPayment, ({ day, line }) => ({ ...day, lines: change(day.lines, line, [line, line]) })],
  [
    'refundMissingHere',
    isRefund,
    (chosen) => ({ ...chosen.day, refunds: change(chosen.day.refunds, ofRefund(chosen), []) }),
  ],
  ['refundMissingThere', isRefund, ({ day, line }) => ({ ...day, lines: change(day.lines, line, []) })],
  [
    'refundAmountDiffers',
    isRefund,
    (chosen) => {
      const here = ofRefund(chosen);
      return {
        ...chosen.day,
        refunds: change(chosen.day.refunds, here, [{ ...here, refundFen: here.refundFen + 1 }]),
      };
    },
  ],
  [
    'refundStateDiffers',
    hasEnded,
    (chosen) => {
      const here = ofRefund(chosen);
      return {
        ...chosen.day,
        refunds: change(chosen.day.refunds, here, [{ ...here, state: 'processing' }]),
      };
    },
  ],
  [
    'refundTradeDiffers',
    isRefund,
    (chosen) => {
      const here = ofRefund(chosen);
      return {
        ...chosen.day,
        refunds: change(chosen.day.refunds, here, [{ ...here, outTradeNo: 'T2026-other' }]),
      };
    },
  ],
  [
    'refundRepeatedThere',
    isRefund,
    ({ day, line }) => ({ ...day, lines: change(day.lines, line, [line, line]) }),
  ],
];

it.each(faults)('finds one %s and nothing else', (kind, wants, inject) => {
  fc.assert(
    fc.property(anyAgreedDay(1), fc.nat(), (day, at) => {
      const fitting = day.lines.filter(wants);
      fc.pre(fitting.length > 0);
      const line = fitting[at % fitting.length]!;

      const [difference, ...others] = differences(inject({ day, line }));

      expect(difference).toMatchObject({
        kind,
        outTradeNo: kind === 'refundTradeDiffers' ? 'T2026-other' : line.outTradeNo,
        ...(line.refund ? { outRefundNo: line.refund.outRefundNo } : {}),
      });
      expect(others).toEqual([]);
    }),
  );
});

it('finds the one sum that was altered', () => {
  fc.assert(
    fc.property(
      anyAgreedDay(),
      fc.constantFrom('rows', 'settledFen', 'refundFen', 'feeE5', 'orderFen', 'refundAskedFen' as const),
      fc.integer({ min: 1, max: 1_000 }),
      (day, column, by) => {
        const bill = billOf(day.lines);
        const stated = { ...bill.stated, [column]: bill.stated[column as keyof TradeBill['stated']] + by };

        expect(reconcile({ ...bill, stated }, day)).toMatchObject([{ kind: 'sumsDiffer', column }]);
      },
    ),
  );
});

it('shows both sides, how bad it is and what to do', () => {
  const payment = { outTradeNo: 'T20260102-0001', transactionId: null, amountFen: 990, isPaid: false };

  const [difference] = differences({ lines: [aLine()], payments: [payment], refunds: [] });

  expect(difference).toMatchObject({
    kind: 'paidThereUnpaidHere',
    here: payment,
    there: { outTradeNo: 'T20260102-0001', amountFen: 990 },
    severity: 'warning',
    remedy: 'queryTrade',
  });
});

it('tells everything in which one number differs', () => {
  const payment = { outTradeNo: 'T20260102-0001', transactionId: null, amountFen: 991, isPaid: false };

  expect(kinds({ lines: [aLine()], payments: [payment], refunds: [] })).toEqual([
    'paidThereUnpaidHere',
    'amountDiffers',
  ]);
});

it('lets what the bill called processing end in any way since', () => {
  const line = aRefundLine({
    refund: { outRefundNo: 'R1', refundFen: 100, state: 'PROCESSING' },
  });
  for (const state of ['processing', 'succeeded', 'closed', 'abnormal'] as const)
    expect(
      kinds({
        lines: [line],
        payments: [],
        refunds: [{ outRefundNo: 'R1', outTradeNo: line.outTradeNo, refundFen: 100, state }],
      }),
    ).toEqual([]);
});
