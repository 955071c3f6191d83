import { freightBackFen, type FreightBackQuestion } from '../after-sales/freight-back';
import { anOrderLine } from '../testing';
import { closeFreight, freightToCarry, signFreight } from './carry-freight';

const order = { freightFen: 800, freightDueFen: 800, payableFen: 3_800 };

describe('freight', () => {
  it('travels with the first shipment, all of it', () => {
    expect(freightToCarry(order, [anOrderLine()])).toBe(800);
    expect(freightToCarry(order, [anOrderLine(), anOrderLine({ shipped: 1 })])).toBe(0);
  });

  it.each([
    ['its carrier', order, true, 3_000, 800, 800, 0, { freightDueFen: 0 }],
    [
      'its carrier, of which nothing is taken',
      order,
      true,
      0,
      800,
      0,
      0,
      { freightDueFen: 0, freightFen: 0, payableFen: 3_000 },
    ],
    ['another shipment', order, false, 3_000, 0, 0, 800, {}],
    ['what comes after it was billed', { ...order, freightDueFen: 0 }, true, 3_000, 0, 0, 0, {}],
  ])(
    'is signed for with %s',
    (_, charged, isCarrier, acceptedFen, carriedFen, billedFen, underWayFen, change) => {
      expect(signFreight(charged, isCarrier, acceptedFen)).toEqual({
        carriedFen,
        billedFen,
        underWayFen,
        change,
      });
    },
  );

  it.each([
    ['nothing was and will be sent', { reserved: 0 }, [0, 0, 0, 0]],
    ['something is still to come', { reserved: 0, backOrdered: 2 }, [800, 0, 800, 800]],
    ['something has gone', { reserved: 0, shipped: 4 }, [0, 800, 800, 800]],
  ])('is kept as far as %s when the rest is closed', (_, line, expected) => {
    const { heldFen, underWayFen, freightFen, freightDueFen } = closeFreight(order, [anOrderLine(line)]);
    expect([heldFen, underWayFen, freightFen, freightDueFen]).toEqual(expected);
  });

  const asked = (given: Partial<FreightBackQuestion> = {}): FreightBackQuestion => ({
    order: { freightFen: 800, freightDueFen: 0 },
    lines: [{ quantity: 10, shipped: 10, cancelled: 0 }],
    sent: [{ accepted: 10, acceptedFen: 3_000 }],
    returned: [{ quantity: 10, reason: 'quality' }],
    ...given,
  });
  it.each<[string, Partial<FreightBackQuestion>, number]>([
    ['all of it was bad', {}, 800],
    ['the buyer could not sell it', { returned: [{ quantity: 10, reason: 'unsold' }] }, 0],
    ['a part was bad', { returned: [{ quantity: 9, reason: 'quality' }] }, 0],
    [
      'all was bad, in two returns',
      {
        returned: [
          { quantity: 4, reason: 'damaged' },
          { quantity: 6, reason: 'wrongGoods' },
        ],
      },
      800,
    ],
    [
      'a part came back for the buyer’s reasons',
      {
        returned: [
          { quantity: 4, reason: 'unsold' },
          { quantity: 6, reason: 'quality' },
        ],
      },
      0,
    ],
    ['more is still to be shipped', { lines: [{ quantity: 12, shipped: 10, cancelled: 0 }] }, 0],
    ['it was not billed yet', { order: { freightFen: 800, freightDueFen: 800 } }, 0],
  ])('goes back with goods only where the seller is at fault: %s', (_, given, fen) => {
    expect(freightBackFen(asked(given))).toBe(fen);
  });
});
