import { depositWord, type PaySteps, payWord } from './pay-steps';

const aStep = (stage: PaySteps['stage'], isRefundable = false): PaySteps => ({
  stage,
  depositFen: 2_000,
  depositWorthFen: 3_000,
  balanceFen: 15_000,
  depositBy: '2026-11-22T02:30:00.000Z',
  balanceFrom: '2026-11-24T16:00:00.000Z',
  balanceUntil: '2026-11-27T16:00:00.000Z',
  isRefundable,
  forfeitedFen: 0,
});

it('names the step that is to be paid, and what is kept apart from what goes back', () => {
  expect([payWord(aStep('deposit')), payWord(aStep('deposit', true)), payWord(aStep('balance'))]).toEqual([
    '去付定金',
    '去付订金',
    '去付尾款',
  ]);
  expect([payWord(aStep('waiting')), payWord(aStep('paid')), payWord(aStep('ended')), payWord(null)]).toEqual(
    [null, null, null, null],
  );
  expect(depositWord({ isRefundable: true })).toBe('订金');
});
