import { usageOf } from './usage';

it('divides the limit among receivable, shipped and held', () => {
  const { parts, usedFen, overFen } = usageOf({
    limitFen: 10000,
    heldFen: 1000,
    shippedFen: 2000,
    receivableFen: 5000,
  });

  expect(parts.map((part) => part.shareBp)).toEqual([5000, 2000, 1000]);
  expect(usedFen).toBe(8000);
  expect(overFen).toBe(0);
});

it('fills the bar and names the excess when more is used than allowed', () => {
  const { parts, overFen } = usageOf({ limitFen: 5000, heldFen: 0, shippedFen: 0, receivableFen: 10000 });

  expect(parts[0]?.shareBp).toBe(10000);
  expect(overFen).toBe(5000);
});

it('draws an empty bar for an account without limit or use', () => {
  expect(
    usageOf({ limitFen: 0, heldFen: 0, shippedFen: 0, receivableFen: 0 }).parts.map((part) => part.shareBp),
  ).toEqual([0, 0, 0]);
});
