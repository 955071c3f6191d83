import fc from 'fast-check';
import { checkQuantity } from '../catalog';
import { demoGoods, withCheckDigit } from './goods';

/** The total of an EAN-13 with weights 1 and 3: a multiple of ten when its check digit is right. */
const weighed = (barcode: string) =>
  [...barcode].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);

describe('a barcode', () => {
  it.each([
    ['690123456789', '6901234567892'],
    ['400638133393', '4006381333931'],
    ['000000000000', '0000000000000'],
  ])('%s gets its check digit', (twelve, thirteen) => {
    expect(withCheckDigit(twelve)).toBe(thirteen);
  });

  it('with any digit mistyped no longer adds up', () => {
    const twelveDigits = fc.stringMatching(/^\d{12}$/);
    fc.assert(
      fc.property(twelveDigits, fc.nat(12), fc.integer({ min: 1, max: 9 }), (twelve, place, slip) => {
        const barcode = withCheckDigit(twelve);
        const typed = [...barcode];
        typed[place] = String((Number(typed[place]) + slip) % 10);

        expect(weighed(barcode) % 10).toBe(0);
        expect(weighed(typed.join('')) % 10).not.toBe(0);
      }),
    );
  });
});

describe('the goods of the demo', () => {
  const goods = demoGoods();
  const skus = goods.map(({ sku }) => sku);

  it('are told apart by id, by barcode and by name with spec', () => {
    for (const tell of [
      skus.map(({ id }) => id),
      skus.map(({ barcode }) => barcode),
      skus.map(({ name, spec }) => `${name} ${spec}`),
    ]) {
      expect(new Set(tell).size).toBe(skus.length);
    }
  });

  it.each(skus.map(({ barcode, name }) => [name, barcode]))(
    '%s bears an in-store barcode that scans',
    (_name, barcode) => {
      expect(barcode).toMatch(/^2\d{12}$/);
      expect(weighed(barcode) % 10).toBe(0);
    },
  );

  it('can be bought by the case', () => {
    for (const sku of skus) {
      const perCase = sku.units.at(-1)?.factor ?? 0;
      expect(perCase).toBeGreaterThan(1);
      expect(checkQuantity(perCase, sku).faults).toEqual([]);
    }
  });

  it('cost something and last at least a day', () => {
    for (const { sku, storePriceE4 } of goods) {
      expect(Number.isSafeInteger(storePriceE4) && storePriceE4 > 0).toBe(true);
      expect(sku.shelfLifeDays).toBeGreaterThan(0);
    }
  });

  it('are the same whenever they are made', () => {
    expect(demoGoods()).toEqual(goods);
  });
});
