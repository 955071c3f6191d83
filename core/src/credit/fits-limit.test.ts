import fc from 'fast-check';
import { availableFen, exposureFen } from './assess-credit';
import { assessOverdue, fitsLimit } from './fits-limit';
import { anAccount } from './testing';

describe('the exposure of an account', () => {
  it('is what is held, shipped and billed, less money no bill has taken', () => {
    const account = anAccount({
      limitFen: 10_000,
      heldFen: 1_000,
      shippedFen: 2_000,
      receivableFen: 3_000,
      unappliedFen: 500,
    });

    expect(exposureFen(account)).toBe(5_500);
    expect(availableFen(account)).toBe(4_500);
  });

  it('beyond the limit leaves less than nothing', () => {
    expect(availableFen(anAccount({ limitFen: 1_000, receivableFen: 1_500 }))).toBe(-500);
  });
});

describe('an amount on account', () => {
  const account = anAccount({ limitFen: 10_000, heldFen: 4_000 });

  it.each([
    ['fits when it is all that is available', account, 6_000, { answer: 'enough' }],
    ['is over by a fen', account, 6_001, { answer: 'over', availableFen: 6_000, missingFen: 1 }],
    [
      'is over from the first fen when the limit is exceeded',
      anAccount({ limitFen: 0, receivableFen: 700 }),
      300,
      { answer: 'over', availableFen: -700, missingFen: 1_000 },
    ],
    ['has no credit without an account', undefined, 1, { answer: 'none' }],
  ])('%s', (_rule, given, amountFen, expected) => {
    expect(fitsLimit(given, amountFen)).toEqual(expected);
  });

  it('fits exactly when the limit holds with it, and paying what is missing makes it fit', () => {
    const anyFen = fc.nat(1_000_000);
    fc.assert(
      fc.property(anyFen, anyFen, anyFen, anyFen, (limitFen, heldFen, receivableFen, amountFen) => {
        const given = anAccount({ limitFen, heldFen, receivableFen });
        const answer = fitsLimit(given, amountFen);

        expect(answer.answer === 'enough').toBe(exposureFen(given) + amountFen <= limitFen);
        if (answer.answer === 'over') {
          const paid = { ...given, unappliedFen: answer.missingFen };
          expect(fitsLimit(paid, amountFen).answer).toBe('enough');
        }
      }),
    );
  });
});

describe('an overdue account', () => {
  const on = '2026-03-01';
  const limitFen = 1_000_000;
  const late = (oldestDueOn: string, overdueFen: number) => ({
    accountId: 'account',
    oldestDueOn,
    overdueFen,
  });

  it.each([
    ['is not late without open bills', undefined],
    ['is not late on the due day', late(on, 900_000)],
    ['is not late before the due day', late('2026-03-02', 900_000)],
  ])('%s', (_rule, overdue) => {
    expect(assessOverdue(overdue, limitFen, on)).toBeNull();
  });

  it.each([
    ['is only reminded for seven days', '2026-02-22', 900_000, 7, false],
    ['is only told for fifteen days', '2026-02-14', 900_000, 15, false],
    ['waits for a person from the sixteenth, when only cash is taken', '2026-02-13', 900_000, 16, true],
    ['waits for a person when it is frozen', '2025-12-01', 900_000, 90, true],
    ['is not held for ¥500', '2025-12-01', 50_000, 90, false],
    ['is held for a fen more', '2025-12-01', 50_001, 90, true],
  ])('%s', (_rule, oldestDueOn, overdueFen, overdueDays, locks) => {
    expect(assessOverdue(late(oldestDueOn, overdueFen), limitFen, on)).toEqual({
      overdueDays,
      overdueFen,
      locks,
    });
  });

  it.each([
    ['is not held for one per cent of a large limit', 100_000, false],
    ['is held for a fen more than one per cent', 100_001, true],
  ])('%s', (_rule, overdueFen, locks) => {
    expect(assessOverdue(late('2025-12-01', overdueFen), 10_000_000, on)?.locks).toBe(locks);
  });
});
