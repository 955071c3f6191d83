import fc from 'fast-check';
import { sum } from '../platform';
import { applyShortage } from './shortage-policy';

const anyTerms = fc.record({
  kind: fc.constantFrom(
    'shipAndBackOrder' as const,
    'waitForFull' as const,
    'cancelRest' as const,
    'substitute' as const,
    'review' as const,
  ),
  closeAfterDays: fc.option(fc.integer({ min: 1, max: 365 })),
  rest: fc.constantFrom('review' as const, 'cancel' as const, 'backOrder' as const),
});
const anyLine = fc.record({
  quantity: fc.nat(500),
  available: fc.nat(600),
  unitPriceE4: fc.nat(1_000_000),
  on: fc.constant('2026-01-05'),
  substitutes: fc.array(
    fc.record({
      skuId: fc.constantFrom('a', 'b', 'c'),
      available: fc.nat(200),
      unitPriceE4: fc.option(fc.nat(1_000_000)),
    }),
    { maxLength: 4 },
  ),
});

describe('applyShortage', () => {
  it('neither invents nor loses a unit, and ships no more than there is', () => {
    fc.assert(
      fc.property(anyTerms, anyLine, (terms, line) => {
        const { ship, substitutes, backOrder, wait, cancel, review } = applyShortage(terms, line);

        const replaced = sum(substitutes.map(({ quantity }) => quantity));
        expect(ship + replaced + backOrder + wait + cancel + review).toBe(line.quantity);
        expect(ship).toBeLessThanOrEqual(line.available);
      }),
    );
  });

  it('never lets a buyer pay more for a substitute, nor gives more of it than there is', () => {
    fc.assert(
      fc.property(anyTerms, anyLine, (terms, line) => {
        for (const { skuId, quantity, unitPriceE4 } of applyShortage(terms, line).substitutes) {
          const offers = line.substitutes.filter((offer) => offer.skuId === skuId);
          expect(unitPriceE4).toBeLessThanOrEqual(line.unitPriceE4);
          expect(quantity).toBeLessThanOrEqual(Math.max(...offers.map(({ available }) => available)));
        }
      }),
    );
  });
});
