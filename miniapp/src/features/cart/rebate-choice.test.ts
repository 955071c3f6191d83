import { fitRebateFen, mostRebateFen } from './rebate-choice';

const quote = {
  verdict: 'approved' as const,
  payableFen: 20_000,
  rebate: { freeFen: 5_000, roomFen: 6_000 },
};

it('pays by rebate as far as there is any, the terms go, and the order comes to', () => {
  expect(mostRebateFen(quote)).toBe(5_000);
  expect(mostRebateFen({ ...quote, rebate: { freeFen: 9_000, roomFen: 6_000 } })).toBe(6_000);
  expect(mostRebateFen({ ...quote, payableFen: 100 })).toBe(100);
  expect(mostRebateFen({ ...quote, verdict: 'rejected' })).toBe(0);
  expect(mostRebateFen(undefined)).toBe(0);
});

it('keeps a choice within what there is when the basket changes', () => {
  expect(fitRebateFen(5_000, 3_000)).toBe(3_000);
  expect(fitRebateFen(2_000, 3_000)).toBe(2_000);
});
