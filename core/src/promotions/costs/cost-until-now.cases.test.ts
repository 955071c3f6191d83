import fc from 'fast-check';
import { sum } from '../../platform/money';
import { costUntilNow, dealToPayers } from './cost-until-now';
import type { CostLine } from './model';

const line = (lineNo: number, quantity: number, kept: number, giftOf: string | null = null): CostLine => ({
  lineNo,
  skuId: `sku${lineNo}`,
  giftOf,
  quantity,
  kept,
});

/** ¥10.00 off line 1 (of 3 cases) and ¥5.01 off line 2 (of 10). */
const off = {
  promotionId: 'p1',
  giftFen: 0,
  gifts: [],
  shares: [
    { promotionId: 'p1', lineNo: 1, quantity: 3, offFen: 1_000 },
    { promotionId: 'p1', lineNo: 2, quantity: 10, offFen: 501 },
  ],
};

/** One umbrella worth ¥20.00 and two cups worth ¥4.00. */
const gifts = {
  promotionId: 'p1',
  giftFen: 2_400,
  shares: [],
  gifts: [
    { skuId: 'sku3', quantity: 1, worthFen: 2_000 },
    { skuId: 'sku4', quantity: 2, worthFen: 400 },
  ],
};

describe('what a promotion has cost until now', () => {
  it.each([
    ['nothing has gone', [line(1, 3, 0), line(2, 10, 0)], 0],
    ['one of three cases: a third, rounded', [line(1, 3, 1), line(2, 10, 0)], 333],
    ['two of three', [line(1, 3, 2), line(2, 10, 0)], 667],
    ['the last part takes the rest', [line(1, 3, 3), line(2, 10, 0)], 1_000],
    ['both lines in part', [line(1, 3, 1), line(2, 10, 5)], 333 + 251],
    ['everything has gone', [line(1, 3, 3), line(2, 10, 10)], 1_501],
    ['a line that is no more costs nothing', [line(2, 10, 10)], 501],
  ])('%s', (_, lines, expected) => {
    expect(costUntilNow(off, lines)).toBe(expected);
  });

  it.each([
    ['the dear gift alone', [line(3, 1, 1, 'p1'), line(4, 2, 0, 'p1')], 2_000],
    ['one cup of two', [line(3, 1, 0, 'p1'), line(4, 2, 1, 'p1')], 200],
    ['both', [line(3, 1, 1, 'p1'), line(4, 2, 2, 'p1')], 2_400],
    ['what another promotion gave is not its cost', [line(3, 1, 1, 'p2')], 0],
  ])('of gifts: %s', (_, lines, expected) => {
    expect(costUntilNow(gifts, lines)).toBe(expected);
  });

  it('weighs gifts by units where an order does not tell their worth', () => {
    const old = {
      ...gifts,
      gifts: [
        { skuId: 'sku3', quantity: 1 },
        { skuId: 'sku4', quantity: 2 },
      ],
    };

    expect(costUntilNow(old, [line(3, 1, 1, 'p1'), line(4, 2, 0, 'p1')])).toBe(800);
  });

  it('comes to what was agreed in however many parts an order goes, and to nothing when all comes back', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.integer({ min: -20, max: 20 })),
        fc.integer({ min: 1, max: 9_999 }),
        (offFen, quantity, moves, shareBp) => {
          const applied = { ...off, shares: [{ promotionId: 'p1', lineNo: 1, quantity, offFen }] };
          const payers = [
            { partyId: 'hq', shareBp },
            { partyId: 'seller', shareBp: 10_000 - shareBp },
          ];
          const booked = new Map<string, number>();
          let kept = 0;
          const book = (next: number) => {
            kept = next;
            for (const { payerId, fen } of dealToPayers(
              costUntilNow(applied, [line(1, quantity, kept)]),
              payers,
            ))
              booked.set(payerId, (booked.get(payerId) ?? 0) + (fen - (booked.get(payerId) ?? 0)));
            expect(sum(booked.values())).toBe(costUntilNow(applied, [line(1, quantity, kept)]));
          };

          for (const move of moves) book(Math.min(quantity, Math.max(0, kept + move)));
          book(quantity);
          expect(sum(booked.values())).toBe(offFen);
          book(0);
          expect([...booked.values()]).toEqual([0, 0]);
        },
      ),
    );
  });
});
