import fc from 'fast-check';
import { aSku, aUnit } from './testing';
import { caseOf, mixedUnits } from './units';

describe('the case of a SKU', () => {
  const bottle = aUnit({ unit: '瓶', factor: 1 });
  const box = aUnit({ unit: '提', factor: 6 });
  const carton = aUnit({ unit: '箱', factor: 24 });
  const pallet = aUnit({ unit: '托', factor: 960, sellable: false });

  it.each([
    ['is the largest unit it is sold in', [box, carton], carton],
    ['is no unit it is only handled in', [box, carton, pallet], carton],
    ['is the base unit where there is no larger one', [], bottle],
    ['is the base unit where no larger one is sold', [pallet], bottle],
  ])('%s', (_rule, units, expected) => {
    expect(caseOf(aSku({ units, baseUnit: '瓶', barcode: '' }))).toEqual(expected);
  });
});

describe('a quantity as the warehouse says it', () => {
  it.each([
    [29, 12, '2箱5瓶'],
    [24, 12, '2箱'],
    [12, 12, '1箱'],
    [11, 12, '11瓶'],
    [0, 12, '0瓶'],
    [29, 1, '29瓶'],
    [29, 15, '1箱14瓶'],
  ])('of %i at %i a case is %s', (quantity, factor, words) => {
    expect(mixedUnits(quantity, '箱', factor, '瓶')).toBe(words);
  });

  it('counts every base unit once', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 2, max: 96 }), (quantity, factor) => {
        const words = mixedUnits(quantity, '箱', factor, '瓶');
        const cases = Number(/(\d+)箱/.exec(words)?.[1] ?? 0);
        const rest = Number(/(\d+)瓶/.exec(words)?.[1] ?? 0);

        expect(cases * factor + rest).toBe(quantity);
        expect(rest).toBeLessThan(factor);
      }),
    );
  });
});
