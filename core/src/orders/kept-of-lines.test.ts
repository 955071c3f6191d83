import { keptOfLines } from './kept-of-lines';

const line = (lineNo: number, given: Partial<Parameters<typeof keptOfLines>[0][number]> = {}) => ({
  lineNo,
  skuId: `sku${lineNo}`,
  giftOf: null,
  substituteFor: null,
  quantity: 10,
  ...given,
});

describe('what of a line stays with the buyer', () => {
  it('is what is under way, what was accepted, less what came back', () => {
    const sent = [
      { lineNo: 1, quantity: 4, accepted: null },
      { lineNo: 1, quantity: 5, accepted: 3 },
      { lineNo: 2, quantity: 10, accepted: 10 },
    ];

    const kept = keptOfLines([line(1), line(2), line(3)], sent, [{ lineNo: 2, quantity: 4 }]);

    expect(kept.map((one) => one.kept)).toEqual([7, 6, 0]);
  });

  it('counts what was given in place of a gift as that gift', () => {
    const gift = line(2, { giftOf: 'p1', quantity: 3 });
    const instead = line(3, { giftOf: 'p1', substituteFor: 2, quantity: 2 });
    const sent = [
      { lineNo: 2, quantity: 1, accepted: 1 },
      { lineNo: 3, quantity: 2, accepted: 2 },
    ];

    const kept = keptOfLines([gift, instead], sent, []);

    expect(kept).toEqual([{ lineNo: 2, skuId: 'sku2', giftOf: 'p1', quantity: 3, kept: 3 }]);
  });
});
