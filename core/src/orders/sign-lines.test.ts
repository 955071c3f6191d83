import fc from 'fast-check';
import { type Difference, signLines } from './sign-lines';
import { aShipmentLine } from './testing';

const differs = (given: Partial<Difference>): Difference => ({
  shipmentLineNo: 1,
  short: 0,
  damaged: 0,
  refused: 0,
  ...given,
});

describe('a signed shipment', () => {
  const lines = [
    aShipmentLine({ shipmentLineNo: 1, quantity: 10, amountFen: 3_000 }),
    aShipmentLine({ shipmentLineNo: 2, quantity: 3, amountFen: 100 }),
  ];

  it('is accepted whole, and owed whole, where no difference is named', () => {
    expect(signLines(lines, [])).toEqual([
      { ...lines[0], accepted: 10, acceptedFen: 3_000 },
      { ...lines[1], accepted: 3, acceptedFen: 100 },
    ]);
  });

  it.each([
    ['what fell short', { short: 4 }, 6, 1_800],
    ['what was damaged', { damaged: 1 }, 9, 2_700],
    ['what was refused', { refused: 10 }, 0, 0],
    ['all of these together', { short: 1, damaged: 2, refused: 3 }, 4, 1_200],
  ])('is not accepted, and not owed, for %s', (_what, difference, accepted, acceptedFen) => {
    const [first, second] = signLines(lines, [differs(difference)])!;

    expect(first).toMatchObject({ ...differs(difference), accepted, acceptedFen });
    expect(second).toMatchObject({ accepted: 3, acceptedFen: 100 });
  });

  it.each([
    ['a line has fewer units', [differs({ short: 11 })]],
    ['the reasons together are more than a line', [differs({ short: 4, damaged: 4, refused: 3 })]],
    ['a line is not in the shipment', [differs({ shipmentLineNo: 3, short: 1 })]],
    ['a line is named twice', [differs({ short: 1 }), differs({ damaged: 1 })]],
  ])('is refused when %s', (_why, differences) => {
    expect(signLines(lines, differences)).toBeNull();
  });

  const anyShipment = fc.array(
    fc.record({
      quantity: fc.integer({ min: 1, max: 50 }),
      amountFen: fc.nat(1_000_000),
      short: fc.nat(20),
      damaged: fc.nat(20),
      refused: fc.nat(20),
      isNamed: fc.boolean(),
    }),
    { maxLength: 6 },
  );

  it('accounts for every unit, and owes between nothing and the amount', () => {
    fc.assert(
      fc.property(anyShipment, (given) => {
        const shipped = given.map(({ quantity, amountFen }, at) =>
          aShipmentLine({ shipmentLineNo: at + 1, quantity, amountFen }),
        );
        const differences = given.flatMap(({ isNamed, short, damaged, refused }, at) =>
          isNamed ? [{ shipmentLineNo: at + 1, short, damaged, refused }] : [],
        );
        const isTooMuch = given.some(
          ({ isNamed, quantity, short, damaged, refused }) => isNamed && short + damaged + refused > quantity,
        );
        const signed = signLines(shipped, differences);

        expect(signed === null).toBe(isTooMuch);
        for (const line of signed ?? []) {
          expect(line.accepted).toBeGreaterThanOrEqual(0);
          expect(line.accepted! + line.short + line.damaged + line.refused).toBe(line.quantity);
          expect(line.acceptedFen).toBeGreaterThanOrEqual(0);
          expect(line.acceptedFen).toBeLessThanOrEqual(line.amountFen);
          if (line.accepted === line.quantity) expect(line.acceptedFen).toBe(line.amountFen);
          if (line.accepted === 0) expect(line.acceptedFen).toBe(0);
        }
      }),
    );
  });
});
