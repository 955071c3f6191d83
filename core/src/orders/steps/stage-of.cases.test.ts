import fc from 'fast-check';
import type { OrderSteps, StepStage } from './model';
import { forfeitFen, stageOf, stepDueAt, stepDueFen } from './stage-of';

const hourMs = 3_600_000;
/** ¥50 of ¥300, which counts for ¥80; the balance from hour 10 to hour 20. */
const steps: OrderSteps = {
  depositFen: 5_000,
  depositWorthFen: 8_000,
  depositBy: hourMs,
  balanceFrom: 10 * hourMs,
  balanceUntil: 20 * hourMs,
  isRefundable: false,
};
const payableFen = 30_000;

describe('an order that is paid in steps', () => {
  it.each<[string, number, number, StepStage, number]>([
    ['nothing paid', 0, 0, 'deposit', 5_000],
    ['a part of the deposit paid by rebate', 0.5, 2_000, 'deposit', 3_000],
    ['the last moment of the deposit', 1 - 1 / hourMs, 0, 'deposit', 5_000],
    ['the deposit is late', 1, 0, 'depositLate', 0],
    ['the deposit is paid', 0.5, 5_000, 'waiting', 0],
    ['before the window', 10 - 1 / hourMs, 5_000, 'waiting', 0],
    ['the window opens', 10, 5_000, 'balance', 25_000],
    ['a part of the balance is paid', 15, 12_345, 'balance', 17_655],
    ['the last moment of the balance', 20 - 1 / hourMs, 5_000, 'balance', 25_000],
    ['the balance is late', 20, 5_000, 'balanceLate', 0],
    ['all is paid', 15, 30_000, 'paid', 0],
    ['all is paid at the last moment and heard of later', 21, 30_000, 'paid', 0],
    ['all is paid before the window', 5, 30_000, 'waiting', 0],
  ])('stands at %s', (_, hours, paidFen, stage, dueFen) => {
    const now = { steps, payableFen, paidFen, at: Math.round(hours * hourMs) };
    expect([stageOf(now), stepDueFen(now)]).toEqual([stage, dueFen]);
  });

  it.each<[StepStage, number | null]>([
    ['deposit', 1],
    ['depositLate', 1],
    ['waiting', 10],
    ['balance', 20],
    ['balanceLate', 20],
    ['paid', null],
  ])('is looked at again when %s is over', (stage, hours) => {
    expect(stepDueAt(steps, stage)).toBe(hours === null ? null : hours * hourMs);
  });

  it.each<[string, number, boolean, number]>([
    ['定金 is kept', 5_000, false, 5_000],
    ['定金 is kept, and no more than that', 12_000, false, 5_000],
    ['订金 goes back', 5_000, true, 0],
    ['a deposit that is not complete binds nobody', 4_999, false, 0],
    ['what is all paid has become the price', 30_000, false, 0],
    ['nothing was paid', 0, false, 0],
  ])('forfeits when its buyer gives it up: %s', (_, paidFen, isRefundable, fen) => {
    expect(forfeitFen({ steps: { ...steps, isRefundable }, payableFen, paidFen })).toBe(fen);
  });

  it('never asks for more than it comes to, and never keeps more than was paid', () => {
    fc.assert(
      fc.property(fc.nat(40_000), fc.nat(30 * hourMs), fc.nat(40_000), (paidFen, at, costFen) => {
        const now = { steps, payableFen: costFen, paidFen, at };
        const dueFen = stepDueFen(now);
        expect(dueFen).toBeGreaterThanOrEqual(0);
        expect(dueFen + paidFen).toBeLessThanOrEqual(Math.max(costFen, paidFen));
        expect(forfeitFen(now)).toBeLessThanOrEqual(paidFen);
      }),
    );
  });
});
