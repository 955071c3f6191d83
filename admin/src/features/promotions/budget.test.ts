import { budgetOf } from './budget';

it.each([
  [0, 0, 'calm'],
  [7_999, 7_999, 'calm'],
  [8_000, 8_000, 'warning'],
  [9_999, 9_999, 'warning'],
  [10_000, 10_000, 'danger'],
  [12_000, 12_000, 'danger'],
] as const)('after %i fen of 10,000 shows %i bp, %s', (costFen, shareBp, tone) => {
  expect(budgetOf({ budgetFen: 10_000, costFen })).toMatchObject({ shareBp, tone });
});

it('has no meter without a budget', () => {
  expect(budgetOf({ budgetFen: null, costFen: 5 })).toBeNull();
});

it('calls a budget of nothing spent', () => {
  expect(budgetOf({ budgetFen: 0, costFen: 0 })).toMatchObject({ tone: 'danger', leftFen: 0 });
});
