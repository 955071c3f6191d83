import { lessReturned, type ReturnedLine } from './less-returned';

const signed = { buyerId: 'store', skuId: 'sku', quantity: 10, amountFen: 10_000 };
const aReturn = (given: Partial<ReturnedLine> = {}): ReturnedLine => ({
  buyerId: 'store',
  skuId: 'sku',
  quantity: 4,
  worthFen: 4_000,
  settled: 4,
  ...given,
});

describe('what a buyer signed for and kept', () => {
  it.each([
    ['nothing came back', [], [{ ...signed }]],
    ['all that was asked came back', [aReturn()], [{ ...signed, quantity: 6, amountFen: 6_000 }]],
    [
      'a part of what was asked came back',
      [aReturn({ settled: 1 })],
      [{ ...signed, quantity: 9, amountFen: 9_000 }],
    ],
    [
      'twice something came back',
      [aReturn(), aReturn({ quantity: 1, worthFen: 999, settled: 1 })],
      [{ ...signed, quantity: 5, amountFen: 5_001 }],
    ],
    ['everything came back', [aReturn({ quantity: 10, worthFen: 10_000, settled: 10 })], []],
    ['another buyer’s came back', [aReturn({ buyerId: 'other' })], [{ ...signed }]],
    ['other goods came back', [aReturn({ skuId: 'else' })], [{ ...signed }]],
    [
      'they were worth more than was paid in sum',
      [aReturn({ worthFen: 20_000 })],
      [{ ...signed, quantity: 6, amountFen: 0 }],
    ],
  ])('when %s', (_, returned, kept) => {
    expect(lessReturned([signed], returned)).toEqual(kept);
  });
});
