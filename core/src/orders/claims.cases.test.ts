import fc from 'fast-check';
import { claimsOf } from './claims';
import { signLines } from './sign-lines';
import { aShipmentLine } from './testing';

/** Ten units for ¥100.01, signed for with these differences. */
const signed = (short: number, damaged: number, refused: number, amountFen = 10_001) =>
  signLines([aShipmentLine({ quantity: 10, amountFen })], [{ shipmentLineNo: 1, short, damaged, refused }]) ??
  [];

describe('the claims of a signed line', () => {
  it.each([
    ['all arrived well', [0, 0, 0], 10_001, []],
    ['one fell short', [1, 0, 0], 9_001, [['short', 1, 1_000]]],
    ['two came broken', [0, 2, 0], 8_001, [['damaged', 2, 2_000]]],
    ['three were refused', [0, 0, 3], 7_001, [['refused', 3, 3_000]]],
    [
      'one of each',
      [1, 1, 1],
      7_001,
      [
        ['short', 1, 1_000],
        ['damaged', 1, 1_000],
        ['refused', 1, 1_000],
      ],
    ],
    ['nothing arrived', [10, 0, 0], 0, [['short', 10, 10_001]]],
    ['all was refused', [0, 0, 10], 0, [['refused', 10, 10_001]]],
    [
      'half short, half broken',
      [5, 5, 0],
      0,
      [
        ['short', 5, 5_001],
        ['damaged', 5, 5_000],
      ],
    ],
  ] as const)('%s', (_situation, [short, damaged, refused], acceptedFen, expected) => {
    const lines = signed(short, damaged, refused);

    expect(lines[0]?.acceptedFen).toBe(acceptedFen);
    expect(claimsOf(lines).map(({ kind, quantity, amountFen }) => [kind, quantity, amountFen])).toEqual(
      expected,
    );
  });

  it('come with what was accepted to every unit and every fen', () => {
    const anyDifferences = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(4));
    fc.assert(
      fc.property(anyDifferences, fc.nat(1_000_000), ([short, damaged, refused], amountFen) => {
        const lines = signed(short, damaged, refused, amountFen);
        const claims = claimsOf(lines);
        const sumOf = (part: 'quantity' | 'amountFen') =>
          claims.reduce((total, claim) => total + claim[part], 0);
        expect((lines[0]?.accepted ?? 0) + sumOf('quantity')).toBe(10);
        expect((lines[0]?.acceptedFen ?? 0) + sumOf('amountFen')).toBe(amountFen);
        expect(claims.every((claim) => claim.quantity > 0 && claim.amountFen >= 0)).toBe(true);
      }),
    );
  });
});
