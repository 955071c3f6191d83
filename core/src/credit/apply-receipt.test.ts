import fc from 'fast-check';
import { sum } from '../platform/money';
import { applyReceipt } from './apply-receipt';
import { aBill, anyBill } from './testing';

describe('a receipt', () => {
  const old = aBill({ id: 'old', dueOn: '2026-01-01', amountFen: 10_000 });
  const young = aBill({ id: 'young', dueOn: '2026-02-01', amountFen: 10_000 });

  it.each([
    ['pays the oldest due first', 4_000, null, [{ billId: 'old', amountFen: 4_000 }], 0],
    [
      'goes on to the next when that is paid',
      14_000,
      null,
      [
        { billId: 'old', amountFen: 10_000 },
        { billId: 'young', amountFen: 4_000 },
      ],
      0,
    ],
    ['pays the named bill first', 4_000, 'young', [{ billId: 'young', amountFen: 4_000 }], 0],
    [
      'gives what the named bill leaves to the oldest due',
      14_000,
      'young',
      [
        { billId: 'young', amountFen: 10_000 },
        { billId: 'old', amountFen: 4_000 },
      ],
      0,
    ],
    [
      'keeps what no bill takes',
      25_000,
      null,
      [
        { billId: 'old', amountFen: 10_000 },
        { billId: 'young', amountFen: 10_000 },
      ],
      5_000,
    ],
    [
      'asks the oldest due when the named bill is not open',
      4_000,
      'gone',
      [{ billId: 'old', amountFen: 4_000 }],
      0,
    ],
  ])('%s', (_rule, amountFen, namedBillId, shares, leftFen) => {
    expect(applyReceipt([young, old], amountFen, namedBillId)).toEqual({ shares, leftFen });
  });

  it('pays only what a bill is still open for', () => {
    const part = aBill({ id: 'part', amountFen: 10_000, paidFen: 9_000 });

    expect(applyReceipt([part], 5_000, null)).toEqual({
      shares: [{ billId: 'part', amountFen: 1_000 }],
      leftFen: 4_000,
    });
  });

  it('stays whole without any bill', () => {
    expect(applyReceipt([], 5_000, null)).toEqual({ shares: [], leftFen: 5_000 });
  });

  it('is shared out to the fen: shares and rest add up, and no bill is paid beyond its amount', () => {
    fc.assert(
      fc.property(fc.array(anyBill), fc.nat(200_000), (bills, amountFen) => {
        const { shares, leftFen } = applyReceipt(bills, amountFen, bills[0]?.id ?? null);
        const openFen = new Map(bills.map((bill) => [bill.id, bill.amountFen - bill.paidFen]));

        expect(sum(shares.map((share) => share.amountFen)) + leftFen).toBe(amountFen);
        expect(new Set(shares.map(({ billId }) => billId)).size).toBe(shares.length);
        for (const share of shares) {
          expect(share.amountFen).toBeGreaterThan(0);
          expect(share.amountFen).toBeLessThanOrEqual(openFen.get(share.billId)!);
        }
      }),
    );
  });

  it('leaves money over only when every bill is paid', () => {
    fc.assert(
      fc.property(fc.array(anyBill), fc.nat(200_000), (bills, amountFen) => {
        const openFen = sum(bills.map((bill) => bill.amountFen - bill.paidFen));

        expect(applyReceipt(bills, amountFen, null).leftFen).toBe(Math.max(0, amountFen - openFen));
      }),
    );
  });

  it('is shared the same whatever order the bills come in', () => {
    fc.assert(
      fc.property(fc.array(anyBill), fc.nat(200_000), (bills, amountFen) => {
        const named = bills.at(-1)?.id ?? null;

        expect(applyReceipt([...bills].reverse(), amountFen, named)).toEqual(
          applyReceipt(bills, amountFen, named),
        );
      }),
    );
  });
});
