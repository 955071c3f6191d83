import { differenceOf, sheetTotals } from './differences';

const aLine = (booked: number, counted: number | null, hasMoved = false) => ({
  booked,
  counted,
  hasMoved,
  difference: null,
});

it('knows no difference of what nobody has counted', () => {
  expect(differenceOf(aLine(5, null))).toBeNull();
  expect(differenceOf(aLine(5, 3))).toBe(-2);
});

it('keeps the difference that was posted', () => {
  expect(differenceOf({ booked: 5, counted: 3, difference: -2 })).toBe(-2);
});

it('adds up what is too much and too little apart', () => {
  expect(sheetTotals([aLine(5, 7), aLine(5, 1), aLine(9, 9, true), aLine(4, null, true)])).toEqual({
    lineCount: 4,
    counted: 3,
    moved: 1,
    over: { lineCount: 1, quantity: 2 },
    short: { lineCount: 1, quantity: 4 },
  });
});
