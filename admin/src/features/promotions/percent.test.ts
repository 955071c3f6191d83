import * as fc from 'fast-check';
import { bpOf, discountText, percentText } from './percent';

it.each([
  ['10%', 1_000],
  ['10', 1_000],
  ['12.5 %', 1_250],
  ['１２.５％', 1_250],
  ['100%', 10_000],
  ['0.01%', 1],
])('reads %s as a percentage', (typed, bp) => {
  expect(bpOf(typed)).toBe(bp);
});

it.each([
  ['9折', 1_000],
  ['九折', 1_000],
  ['8.5折', 1_500],
  ['85折', 1_500],
  ['八五折', 1_500],
  ['10折', 0],
  ['0折', 10_000],
])('reads %s as what is taken off', (typed, offBp) => {
  expect(bpOf(typed, { isOff: true })).toBe(offBp);
});

it.each(['', '折', '-5%', '12.345%', '11.5折', '一百'])('does not guess what %j means', (typed) => {
  expect(bpOf(typed, { isOff: true })).toBeNull();
});

it('knows no 折 where nothing is taken off', () => {
  expect(bpOf('9折')).toBeNull();
});

it('reads back whatever it has written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999 }), (bp) => {
      expect(bpOf(percentText(bp))).toBe(bp);
      expect(bpOf(discountText(bp), { isOff: true })).toBe(bp);
    }),
  );
});

it('says that all is taken off', () => {
  expect(discountText(10_000)).toBe('免费');
});
