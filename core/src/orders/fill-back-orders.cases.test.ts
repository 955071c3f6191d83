import fc from 'fast-check';
import { type Fill, fillBackOrders, type FillBalances, type Waiting } from './fill-back-orders';

const unitFen = 100;

const aWaiting = (given: Partial<Waiting> & { readonly orderId: string }): Waiting => ({
  lineNo: 1,
  sellerId: 'seller',
  buyerId: given.orderId,
  skuId: 'tea',
  backOrdered: 10,
  priority: 0,
  backOrderedAt: 1_000,
  mayFill: true,
  worthFen: (units) => units * unitFen,
  ...given,
});

/** So many units of one lot, and so much credit for each buyer. */
function balancesOf(onHand: number, creditFen: Readonly<Record<string, number>> = {}): FillBalances {
  let left = onHand;
  const used = new Map<string, number>();
  return {
    allocate: (_line, quantity) => (left > 0 ? [{ lotId: 'lot', quantity: Math.min(left, quantity) }] : []),
    availableFen: ({ buyerId }) => (creditFen[buyerId] ?? 1_000_000) - (used.get(buyerId) ?? 0),
    take({ buyerId }, { quantity, heldFen }) {
      left -= quantity;
      used.set(buyerId, (used.get(buyerId) ?? 0) + heldFen);
    },
  };
}

const told = (fills: readonly Fill[]) =>
  fills.map(({ orderId, lineNo, quantity }) => `${orderId}/${lineNo}:${quantity}`);
const old = { backOrderedAt: 1 };
const soon = { priority: 5 };

describe('goods that came in', () => {
  it.each<[string, Waiting[], FillBalances, string[]]>([
    ['fill the one who waits', [aWaiting({ orderId: 'a' })], balancesOf(15), ['a/1:10']],
    ['fill it as far as they go', [aWaiting({ orderId: 'a' })], balancesOf(4), ['a/1:4']],
    ['are kept when there are none', [aWaiting({ orderId: 'a' })], balancesOf(0), []],
    [
      'go to the longer wait first',
      [aWaiting({ orderId: 'a' }), aWaiting({ orderId: 'b', ...old })],
      balancesOf(15),
      ['b/1:10', 'a/1:5'],
    ],
    [
      'go to the higher priority before the longer wait',
      [aWaiting({ orderId: 'a', ...old }), aWaiting({ orderId: 'b', ...soon })],
      balancesOf(12),
      ['b/1:10', 'a/1:2'],
    ],
    [
      'go by the order’s id between equals',
      [aWaiting({ orderId: 'b' }), aWaiting({ orderId: 'a' })],
      balancesOf(10),
      ['a/1:10'],
    ],
    [
      'go by the line within an order',
      [aWaiting({ orderId: 'a', lineNo: 2 }), aWaiting({ orderId: 'a', lineNo: 1 })],
      balancesOf(12),
      ['a/1:10', 'a/2:2'],
    ],
    [
      'pass over what may not be sent',
      [aWaiting({ orderId: 'a', mayFill: false }), aWaiting({ orderId: 'b' })],
      balancesOf(12),
      ['b/1:10'],
    ],
    ['fill as far as credit covers', [aWaiting({ orderId: 'a' })], balancesOf(15, { a: 399 }), ['a/1:3']],
    [
      'pass over who has no credit',
      [aWaiting({ orderId: 'a', ...old }), aWaiting({ orderId: 'b' })],
      balancesOf(10, { a: 0 }),
      ['b/1:10'],
    ],
    [
      'pass over who is over the limit',
      [aWaiting({ orderId: 'a', ...old }), aWaiting({ orderId: 'b' })],
      balancesOf(10, { a: -500 }),
      ['b/1:10'],
    ],
    [
      'leave to the next what credit does not cover',
      [aWaiting({ orderId: 'a', ...soon }), aWaiting({ orderId: 'b' })],
      balancesOf(12, { a: 500 }),
      ['a/1:5', 'b/1:7'],
    ],
    [
      'count two lines of one buyer against one credit',
      [aWaiting({ orderId: 'a', lineNo: 1 }), aWaiting({ orderId: 'a', lineNo: 2 })],
      balancesOf(20, { a: 1_200 }),
      ['a/1:10', 'a/2:2'],
    ],
  ])('%s', (_situation, waiting, balances, expected) => {
    expect(told(fillBackOrders(waiting, balances))).toEqual(expected);
  });

  it('are never given twice, nor beyond what waits, what is there and what credit covers', () => {
    const anyWaiting = fc.record({
      orderId: fc.constantFrom('a', 'b', 'c'),
      lineNo: fc.integer({ min: 1, max: 9 }),
      backOrdered: fc.integer({ min: 1, max: 50 }),
      priority: fc.nat(9),
      backOrderedAt: fc.nat(5),
      mayFill: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(anyWaiting, { selector: ({ orderId, lineNo }) => `${orderId}${lineNo}` }),
        fc.nat(200),
        fc.record({ a: fc.nat(5_000), b: fc.nat(5_000), c: fc.nat(5_000) }),
        (given, onHand, creditFen) => {
          const waiting = given.map(aWaiting);
          const fills = fillBackOrders(waiting, balancesOf(onHand, creditFen));
          expect(fills.reduce((total, { quantity }) => total + quantity, 0)).toBeLessThanOrEqual(onHand);
          for (const { orderId, lineNo, quantity, heldFen } of fills) {
            const line = waiting.find((one) => one.orderId === orderId && one.lineNo === lineNo);
            expect(line?.mayFill).toBe(true);
            expect(quantity).toBeLessThanOrEqual(line?.backOrdered ?? 0);
            expect(heldFen).toBe(quantity * unitFen);
          }
          for (const buyerId of ['a', 'b', 'c'] as const) {
            const held = fills.flatMap((fill) => (fill.orderId === buyerId ? [fill.heldFen] : []));
            expect(held.reduce((total, fen) => total + fen, 0)).toBeLessThanOrEqual(creditFen[buyerId]);
          }
          const again = fillBackOrders([...waiting].reverse(), balancesOf(onHand, creditFen));
          expect(told(again)).toEqual(told(fills));
        },
      ),
    );
  });
});
