import { fenOf, unitYuan, yuan } from './money';

describe('money', () => {
  it.each([
    [0, '¥0.00'],
    [5, '¥0.05'],
    [123450, '¥1,234.50'],
    [100000000, '¥1,000,000.00'],
    [-120005, '-¥1,200.05'],
  ])('writes %i fen as %s', (fen, written) => {
    expect(yuan(fen)).toBe(written);
  });

  it.each([
    [32500, '¥3.25'],
    [30000, '¥3.00'],
    [12345, '¥1.2345'],
    [12340, '¥1.234'],
    [12345678, '¥1,234.5678'],
  ])('writes a unit price of %i ten-thousandths as %s', (unitPriceE4, written) => {
    expect(unitYuan(unitPriceE4)).toBe(written);
  });

  it.each([
    ['1000', 100_000],
    ['1,000.5', 100_050],
    [' 0.01 ', 1],
    ['19.99', 1_999],
    ['', null],
    ['1.234', null],
    ['-5', null],
    ['5元', null],
  ])('reads %j as %p fen', (text, fen) => {
    expect(fenOf(text)).toBe(fen);
  });
});
