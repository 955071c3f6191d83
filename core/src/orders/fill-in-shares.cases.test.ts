import fc from 'fast-check';
import type { Fill, FillBalances } from './fill-back-orders';
import { fillInShares, type WaitingShare } from './fill-in-shares';

const unitFen = 100;

const aWaiting = (given: Partial<WaitingShare> & { readonly orderId: string }): WaitingShare => ({
  lineNo: 1,
  sellerId: 'seller',
  buyerId: given.orderId,
  skuId: 'tea',
  backOrdered: 100,
  priority: 0,
  backOrderedAt: 1_000,
  mayFill: true,
  worthFen: (units) => units * unitFen,
  shipped: 0,
  promised: 0,
  segment: 1,
  weight: 1,
  ...given,
});

interface Stock {
  /** Goods for everybody. */
  readonly fresh: number;
  /** Goods only for whom `takesOld` names. */
  readonly old?: number;
  readonly takesOld?: readonly string[];
  readonly creditFen?: Readonly<Record<string, number>>;
}

function balancesOf({ fresh, old = 0, takesOld = [], creditFen = {} }: Stock): FillBalances {
  const left = { old, fresh };
  const used = new Map<string, number>();
  return {
    allocate({ buyerId }, quantity) {
      const fromOld = takesOld.includes(buyerId) ? Math.min(left.old, quantity) : 0;
      const picks = [
        { lotId: 'old', quantity: fromOld },
        { lotId: 'fresh', quantity: Math.min(left.fresh, quantity - fromOld) },
      ];
      return picks.filter((pick) => pick.quantity > 0);
    },
    availableFen: ({ buyerId }) => (creditFen[buyerId] ?? 1_000_000) - (used.get(buyerId) ?? 0),
    take({ buyerId }, { picks, heldFen }) {
      for (const { lotId, quantity } of picks) left[lotId as 'old' | 'fresh'] -= quantity;
      used.set(buyerId, (used.get(buyerId) ?? 0) + heldFen);
    },
  };
}

const told = (fills: readonly Fill[]) => fills.map(({ orderId, quantity }) => `${orderId}:${quantity}`);

describe('goods that came in short', () => {
  it.each<[string, WaitingShare[], Stock, number, string[]]>([
    ['fill everybody when there are enough', [aWaiting({ orderId: 'a' })], { fresh: 150 }, 12, ['a:100']],
    ['are nobody’s when there are none', [aWaiting({ orderId: 'a' })], { fresh: 0 }, 12, []],
    [
      'are halved between equals, in whole cases, and less than a case stays',
      [aWaiting({ orderId: 'a' }), aWaiting({ orderId: 'b' })],
      { fresh: 100 },
      12,
      ['a:48', 'b:48'],
    ],
    [
      'give the odd case to the longer wait',
      [aWaiting({ orderId: 'a' }), aWaiting({ orderId: 'b', backOrderedAt: 1 })],
      { fresh: 36 },
      12,
      ['b:24', 'a:12'],
    ],
    [
      'go by weight',
      [aWaiting({ orderId: 'a', weight: 2 }), aWaiting({ orderId: 'b' })],
      { fresh: 90 },
      1,
      ['a:60', 'b:30'],
    ],
    [
      'go to the first segment before the second',
      [aWaiting({ orderId: 'a', segment: 2 }), aWaiting({ orderId: 'b' })],
      { fresh: 130 },
      1,
      ['a:30', 'b:100'],
    ],
    [
      'count what has been shipped and promised as a part of the share, and take none of it back',
      [aWaiting({ orderId: 'a', shipped: 40, promised: 60, backOrdered: 20 }), aWaiting({ orderId: 'b' })],
      { fresh: 80 },
      1,
      ['b:80'],
    ],
    [
      'leave out whom region or overdue bills block',
      [aWaiting({ orderId: 'a', mayFill: false }), aWaiting({ orderId: 'b' })],
      { fresh: 80 },
      1,
      ['b:80'],
    ],
    [
      'go on to the others where credit ends',
      [aWaiting({ orderId: 'a' }), aWaiting({ orderId: 'b' })],
      { fresh: 100, creditFen: { a: 2_000 } },
      1,
      ['a:20', 'b:80'],
    ],
    [
      'reach one buyer’s two lines together no further than its credit',
      [aWaiting({ orderId: 'a', buyerId: 's' }), aWaiting({ orderId: 'b', buyerId: 's' })],
      { fresh: 100, creditFen: { s: 6_000 } },
      1,
      ['a:50', 'b:10'],
    ],
    [
      'that are too old for some are shared as far as they may have them',
      [aWaiting({ orderId: 'a' }), aWaiting({ orderId: 'b' })],
      { fresh: 20, old: 60, takesOld: ['b'] },
      1,
      ['a:20', 'b:60'],
    ],
  ])('%s', (_, waiting, stock, pack, expected) => {
    expect(told(fillInShares(waiting, pack, balancesOf(stock)))).toEqual(expected);
  });

  const anyWaiting = fc
    .array(
      fc.record({
        backOrdered: fc.integer({ min: 1, max: 120 }),
        shipped: fc.nat(60),
        promised: fc.nat(60),
        segment: fc.integer({ min: 1, max: 3 }),
        weight: fc.integer({ min: 1, max: 4 }),
        mayFill: fc.boolean(),
      }),
      { maxLength: 7 },
    )
    .map((lines) => lines.map((line, at) => aWaiting({ orderId: `o${at}`, ...line })));
  const quantities = (fills: readonly Fill[]) =>
    new Map(fills.map(({ orderId, quantity }) => [orderId, quantity]));

  it('give nobody less when more came in', () => {
    fc.assert(
      fc.property(
        anyWaiting,
        fc.nat(400),
        fc.nat(60),
        fc.constantFrom(1, 6, 12),
        (lines, fresh, more, pack) => {
          const before = quantities(fillInShares(lines, pack, balancesOf({ fresh })));
          const after = quantities(fillInShares(lines, pack, balancesOf({ fresh: fresh + more })));

          for (const { orderId } of lines) {
            expect(after.get(orderId) ?? 0).toBeGreaterThanOrEqual(before.get(orderId) ?? 0);
          }
        },
      ),
    );
  });

  it('reach nobody beyond what it waits for, what its credit bears, or what there is', () => {
    fc.assert(
      fc.property(anyWaiting, fc.nat(400), fc.nat(400), fc.nat(9_000), (lines, fresh, old, aFen) => {
        const stock = { fresh, old, takesOld: ['o1', 'o3'], creditFen: { o0: aFen, o3: aFen } };
        const fills = fillInShares(lines, 6, balancesOf(stock));

        const taken = fills.flatMap(({ picks }) => picks);
        const from = (lot: string) =>
          taken.reduce((sum, { lotId, quantity }) => (lotId === lot ? sum + quantity : sum), 0);
        expect(from('fresh')).toBeLessThanOrEqual(fresh);
        expect(from('old')).toBeLessThanOrEqual(old);
        for (const { orderId, quantity, heldFen, picks } of fills) {
          const line = lines.find((one) => one.orderId === orderId) as WaitingShare;
          expect(line.mayFill).toBe(true);
          expect(quantity).toBeLessThanOrEqual(line.backOrdered);
          expect(heldFen).toBe(line.worthFen(quantity));
          expect(new Set(picks.map(({ lotId }) => lotId)).size).toBe(picks.length);
          if (orderId === 'o0' || orderId === 'o3') expect(heldFen).toBeLessThanOrEqual(aFen);
        }
      }),
    );
  });

  it('run again give the same in the end: nothing is left that a share would still have taken', () => {
    fc.assert(
      fc.property(anyWaiting, fc.nat(400), fc.constantFrom(1, 6, 12), (lines, fresh, pack) => {
        const fills = quantities(fillInShares(lines, pack, balancesOf({ fresh })));
        const given = [...fills.values()].reduce((total, quantity) => total + quantity, 0);
        const later = lines.map((line) => {
          const got = fills.get(line.orderId) ?? 0;
          return { ...line, promised: line.promised + got, backOrdered: line.backOrdered - got };
        });

        expect(fillInShares(later, pack, balancesOf({ fresh: fresh - given }))).toEqual([]);
      }),
    );
  });
});
