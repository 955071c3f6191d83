import fc from 'fast-check';
import { closeLines } from './close-lines';
import { payableFenOf, promisedFen } from './line-worth';
import { anOrderLine } from './testing';

/** Ten units for ¥123.46. */
const line = (shipped: number, reserved: number, backOrdered: number, cancelled = 0, lineNo = 1) => {
  const counted = { lineNo, quantity: 10, amountFen: 12_346, shipped, reserved, backOrdered, cancelled };
  return anOrderLine({ ...counted, payableFen: payableFenOf(anOrderLine(counted)) });
};

describe('closing what is left of a line', () => {
  it.each([
    ['what waits, with some promised', line(0, 7, 3), 'backOrdered', [0, 7, 0, 3], 8_642],
    ['what waits, with some sent', line(4, 3, 3), 'backOrdered', [4, 3, 0, 3], 8_642],
    ['what waits, with the rest sent', line(7, 0, 3), 'backOrdered', [7, 0, 0, 3], 8_642],
    ['all that waits, nothing sent', line(0, 0, 10), 'backOrdered', [0, 0, 0, 10], 0],
    ['the rest, with some sent', line(4, 3, 3), 'rest', [4, 0, 0, 6], 4_938],
    ['the rest, nothing sent', line(0, 7, 3), 'rest', [0, 0, 0, 10], 0],
    ['the rest, after a part was cancelled', line(2, 3, 2, 3), 'rest', [2, 0, 0, 8], 2_469],
    ['the rest of what waits for nothing', line(6, 4, 0), 'rest', [6, 0, 0, 4], 7_408],
  ] as const)('%s', (_situation, before, scope, expected, payableFen) => {
    const closed = closeLines([before], scope, undefined);
    const [after] = closed?.lines ?? [];

    expect([after?.shipped, after?.reserved, after?.backOrdered, after?.cancelled]).toEqual(expected);
    expect(after?.payableFen).toBe(payableFen);
  });

  it.each([
    ['nothing waits', [line(5, 5, 0)], 'backOrdered', undefined],
    ['all has gone', [line(10, 0, 0)], 'rest', undefined],
    ['the line named has nothing left', [line(10, 0, 0), line(0, 5, 5, 0, 2)], 'rest', [1]],
    ['a line there is not', [line(0, 5, 5)], 'rest', [7]],
  ] as const)('is nothing where %s', (_situation, lines, scope, lineNos) => {
    expect(closeLines(lines, scope, lineNos)).toBeNull();
  });

  it('leaves lines alone that are not named', () => {
    const lines = [line(0, 5, 5), line(0, 5, 5, 0, 2)];

    expect(closeLines(lines, 'rest', [2])?.lines[0]).toEqual(lines[0]);
  });

  it('loses no unit and no fen, however a line is filled, sent and closed', () => {
    const anyCounts = fc.tuple(fc.nat(4), fc.nat(3), fc.nat(3), fc.nat(1_000_000));
    fc.assert(
      fc.property(anyCounts, fc.constantFrom('rest' as const, 'backOrdered' as const), (counts, scope) => {
        const [shipped, reserved, backOrdered, amountFen] = counts;
        const cancelled = 10 - shipped - reserved - backOrdered;
        const before = anOrderLine({ quantity: 10, amountFen, shipped, reserved, backOrdered, cancelled });
        const [after] = closeLines([before], scope, undefined)?.lines ?? [before];
        if (!after) throw new Error('a line was lost');
        expect(after.shipped + after.reserved + after.backOrdered + after.cancelled).toBe(10);
        const sentFen = payableFenOf({ ...before, cancelled: 10 - shipped });
        expect(payableFenOf(after)).toBe(sentFen + promisedFen([after]));
      }),
    );
  });
});
