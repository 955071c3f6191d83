import fc from 'fast-check';
import { sum } from '../platform/money';
import { requestLines } from './request-lines';
import { anOrderLine } from './testing';

const short = anOrderLine({ quantity: 10, amountFen: 1_000, cancelled: 6, reserved: 4 });
const standIn = anOrderLine({ lineNo: 2, skuId: 'green', quantity: 6, substituteFor: 1, amountFen: 500 });

describe('the lines of a stored order, asked again', () => {
  it('keep what was agreed to the fen, whatever the rounded unit price says', () => {
    const line = anOrderLine({ quantity: 12, amountFen: 1_000, unitPriceE4: 8_333, unit: '箱' });

    expect(requestLines([line], [line], { repriced: false, repromoted: false })).toMatchObject([
      { quantity: 12, unit: '箱', agreed: { unitPriceE4: 8_333, amountFen: 1_000 } },
    ]);
  });

  it('are priced anew when asked to, and where nothing was agreed', () => {
    const { unitPriceE4: _, ...unpriced } = anOrderLine();

    expect(
      requestLines([anOrderLine()], [anOrderLine()], { repriced: true, repromoted: false }),
    ).toMatchObject([{ agreed: null }]);
    expect(requestLines([anOrderLine()], [unpriced], { repriced: false, repromoted: false })).toMatchObject([
      { agreed: null },
    ]);
  });

  it('never ask twice for what a substitute already fills', () => {
    const again = requestLines([short, standIn], [short, standIn], { repriced: false, repromoted: false });

    expect(again).toMatchObject([
      { lineNo: 1, quantity: 4, agreed: { amountFen: 400 } },
      { lineNo: 2, quantity: 6, substituteFor: 1, agreed: { amountFen: 500 } },
    ]);
    expect(requestLines([short, standIn], [short], { repriced: false, repromoted: false })).toMatchObject([
      { quantity: 10 },
    ]);
  });

  it('leave out a line that its substitutes fill whole', () => {
    const whole = { ...standIn, quantity: 10 };

    expect(
      requestLines([short, whole], [short, whole], { repriced: false, repromoted: false }),
    ).toMatchObject([{ lineNo: 2, quantity: 10 }]);
  });

  it('never cost more than was agreed for fewer units', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.nat(100_000),
        fc.nat(500),
        (quantity, amountFen, less) => {
          const line = anOrderLine({ quantity, amountFen });
          const asked = { ...line, quantity: Math.max(1, quantity - less) };
          const costs = requestLines([line], [asked], { repriced: false, repromoted: false }).map(
            ({ agreed }) => agreed?.amountFen ?? 0,
          );
          expect(sum(costs)).toBeLessThanOrEqual(amountFen);
        },
      ),
    );
  });
});
