import fc from 'fast-check';
import { caseOf, mixedUnits } from '../catalog';
import { aSku } from '../catalog/testing';
import { readQuantity } from './read-quantity';

describe('reading quantities', () => {
  it('reads back every quantity the warehouse says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900_000 }), (quantity) => {
        const sku = aSku();
        const { unit, factor } = caseOf(sku);
        expect(readQuantity(mixedUnits(quantity, unit, factor, sku.baseUnit), sku)).toEqual({ quantity });
      }),
    );
  });

  it('answers any text, and only with quantities that can be ordered', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.string({ maxLength: 8 }), (text, unit) => {
        const read = readQuantity(text, aSku(), unit);
        if ('quantity' in read) {
          expect(Number.isInteger(read.quantity)).toBe(true);
          expect(read.quantity).toBeGreaterThan(0);
          expect(read.quantity).toBeLessThanOrEqual(1_000_000);
        }
      }),
    );
  });
});
