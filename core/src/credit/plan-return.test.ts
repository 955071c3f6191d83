import fc from 'fast-check';
import type { Application } from './model';
import { planReturn, type ReturnableReceipt, returnableFen } from './plan-return';

const anApplication = (billId: string, amountFen: number): Application => ({
  id: `${billId}-taken`,
  receiptId: 'receipt',
  billId,
  amountFen,
  reversesId: null,
  actorId: 'system',
  at: 0,
});
const aReceipt = (id: string, openFen: number, ...applied: Application[]): ReturnableReceipt => ({
  id,
  openFen,
  applied,
});

describe('a payment of bills that goes back', () => {
  it('gives what no bill has taken before any bill is open again', () => {
    const parts = planReturn([aReceipt('first', 0, anApplication('bill', 50)), aReceipt('second', 30)], 30);

    expect(parts).toEqual([{ receiptId: 'second', amountFen: 30, takenBack: [], kept: [] }]);
  });

  it('opens a bill for just as much as goes back', () => {
    const taken = anApplication('bill', 50);

    expect(planReturn([aReceipt('only', 0, taken)], 20)).toEqual([
      { receiptId: 'only', amountFen: 20, takenBack: [taken], kept: [{ billId: 'bill', amountFen: 30 }] },
    ]);
  });

  it('takes what was paid last off first', () => {
    const [early, late] = [anApplication('early', 50), anApplication('late', 50)];

    const [part] = planReturn([aReceipt('only', 10, early, late)], 70);

    expect(part).toEqual({
      receiptId: 'only',
      amountFen: 70,
      takenBack: [late, early],
      kept: [{ billId: 'early', amountFen: 40 }],
    });
  });

  it('adds up to what is asked, or to all there is, and takes no more off bills than that', () => {
    const anyReceipt = fc.record({
      openFen: fc.nat(100),
      applied: fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(anyReceipt, { maxLength: 4 }), fc.nat(900), (given, amountFen) => {
        const receipts = given.map(({ openFen, applied }, at) =>
          aReceipt(`r${at}`, openFen, ...applied.map((fen, no) => anApplication(`b${at}${no}`, fen))),
        );
        const parts = planReturn(receipts, amountFen);

        const total = parts.reduce((sum, part) => sum + part.amountFen, 0);
        expect(total).toBe(Math.min(amountFen, returnableFen(receipts)));
        for (const { receiptId, amountFen: partFen, takenBack, kept } of parts) {
          const openFen = receipts.find(({ id }) => id === receiptId)?.openFen ?? 0;
          const freedFen =
            takenBack.reduce((sum, one) => sum + one.amountFen, 0) -
            kept.reduce((sum, one) => sum + one.amountFen, 0);
          expect(partFen).toBeLessThanOrEqual(openFen + freedFen);
          expect(kept.every((one) => one.amountFen > 0)).toBe(true);
        }
      }),
    );
  });
});
