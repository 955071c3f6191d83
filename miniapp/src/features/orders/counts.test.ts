import { differencesOf, noDifference, wholeCount } from './counts';

describe('typed counts', () => {
  it.each([
    ['12', 12],
    [' 3 ', 3],
    ['', 0],
    ['-1', 0],
    ['1.5', 0],
    ['一', 0],
  ])('reads %j as %i', (typed, count) => {
    expect(wholeCount(typed)).toBe(count);
  });
});

describe('differences of a shipment', () => {
  const lines = [
    { shipmentLineNo: 1, quantity: 24 },
    { shipmentLineNo: 2, quantity: 6 },
  ];

  it('name only the lines that did not arrive well', () => {
    const typed = { 1: { ...noDifference, short: '2', damaged: '1' }, 2: noDifference };

    expect(differencesOf(lines, typed)).toEqual({
      differences: [{ shipmentLineNo: 1, short: 2, damaged: 1, refused: 0 }],
      overLineNos: [],
    });
  });

  it('point at lines that name more than was shipped', () => {
    expect(differencesOf(lines, { 2: { short: '4', damaged: '2', refused: '1' } }).overLineNos).toEqual([2]);
  });
});
