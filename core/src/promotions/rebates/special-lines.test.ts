import { speciallyPricedLines } from './special-lines';

const share = (lineNo: number) => ({ promotionId: 'promotion', lineNo, quantity: 1, offFen: 1 });

it('names the lines at special prices, and not those that are only cheaper', () => {
  const lines = speciallyPricedLines([
    { kind: 'specialPrice', shares: [share(1), share(3)] },
    { kind: 'nearExpiry', shares: [share(4)] },
    { kind: 'discount', shares: [share(2)] },
    { kind: 'thresholdOff', shares: [share(2), share(5)] },
    { kind: 'forgotten', shares: [share(6)] },
  ]);

  expect([...lines]).toEqual([1, 3, 4]);
});
