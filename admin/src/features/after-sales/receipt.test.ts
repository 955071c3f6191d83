import { allWell, outcomesOf } from './receipt';
import type { RequestLine } from './model';

const line = (lineNo: number, approved: number): RequestLine => ({
  lineNo,
  orderLineNo: lineNo,
  shipmentId: 's1',
  shipmentLineNo: lineNo,
  skuId: 'tea',
  skuName: '乌龙茶',
  baseUnit: '瓶',
  lotNo: 'L1',
  expiresOn: '2027-01-01',
  isGift: false,
  quantity: 10,
  worthFen: 1_000,
  approved,
  restocked: 0,
  nearExpiry: 0,
  quarantined: 0,
  destroyed: 0,
  notReceived: 0,
});

describe('what a warehouse records', () => {
  const lines = [line(1, 4), line(2, 0), line(3, 2)];

  it('begins with everything well, line by line of what was approved', () => {
    const { outcomes, faults } = outcomesOf(lines, allWell(lines));

    expect(outcomes.map(({ lineNo, restocked }) => [lineNo, restocked])).toEqual([
      [1, 4],
      [3, 2],
    ]);
    expect(faults).toEqual([]);
  });

  it('names every unit', () => {
    const { faults } = outcomesOf(lines, {
      1: { restocked: 1, destroyed: 2 },
      3: { restocked: 2, notReceived: 1 },
    });

    expect(faults).toEqual(['第 1 行 乌龙茶 还差 1瓶', '第 3 行 乌龙茶 多了 1瓶']);
  });
});
