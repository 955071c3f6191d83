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
});
