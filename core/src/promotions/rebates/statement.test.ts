import { composeRebateStatement } from './statement';

it('opens, adds up what came and went, and closes with what is there', () => {
  const total = (
    action: Parameters<typeof composeRebateStatement>[2][number]['action'],
    balanceFen: number,
  ) => ({
    action,
    balanceFen,
  });

  expect(
    composeRebateStatement({ startsOn: '2026-03-01', untilOn: '2026-03-31' }, 100, [
      total('adjust', -5),
      total('capture', -60),
      total('earn', 300),
      total('expire', -40),
      total('hold', 0),
      total('restore', 20),
      total('reverse', -15),
    ]),
  ).toEqual({
    startsOn: '2026-03-01',
    untilOn: '2026-03-31',
    openingFen: 100,
    earnedFen: 300,
    spentFen: 40,
    reversedFen: 15,
    adjustedFen: -5,
    expiredFen: 40,
    closingFen: 300,
  });
});
