import fc from 'fast-check';
import { yuanToFeeE5, yuanToFen } from './yuan-to-fen';

it.each([
  ['9.90', 990],
  ['9.9', 990],
  ['10', 1_000],
  ['0.01', 1],
  ['0.00', 0],
  ['-0.60', -60],
  ['-0.00', 0],
  ['1.10000', 110],
  // 1.005 * 100 and 19.99 * 100 are no whole numbers in binary.
  ['19.99', 1_999],
  ['90071992547409.91', 9_007_199_254_740_991],
])('reads %s yuan digit by digit', (text, amountFen) => {
  expect(yuanToFen(text)).toBe(amountFen);
});

it.each(['', ' ', '.5', '5.', '1,000.00', '1.005', '1e3', '0x10', '¥1', '--1', '99999999999999'])(
  'takes "%s" for no amount of whole fen',
  (text) => {
    expect(yuanToFen(text)).toBeNull();
  },
);

it('reads five places of a fee', () => {
  expect(yuanToFeeE5('0.06000')).toBe(6_000);
  expect(yuanToFeeE5('-1.23456')).toBe(-123_456);
  expect(yuanToFeeE5('0.000001')).toBeNull();
});

it('reads every amount as it was written', () => {
  fc.assert(
    fc.property(fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }), (amountFen) => {
      const sign = amountFen < 0 ? '-' : '';
      const digits = Math.abs(amountFen).toString().padStart(3, '0');
      expect(yuanToFen(`${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`)).toBe(amountFen);
    }),
  );
});
