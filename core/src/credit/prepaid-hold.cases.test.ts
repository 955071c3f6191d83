import fc from 'fast-check';
import type { CreditAssessment } from './assess-credit';
import { assessCredit } from './assess-credit';
import { prepaidHoldFen, prepaidPaysFen, prepaidSurplusFen, roomFen } from './prepaid-hold';
import { someTerms, anAccount, creditFacts } from './testing';

const on = '2026-03-10';
const yuan = (amount: number) => amount * 100;

/** How an account stands, in yuan: kind of terms, limit, held and owed, prepaid balance and what orders hold of it. */
type Given = readonly [
  kind: 'cash' | 'prepaid' | 'net',
  limit: number,
  held: number,
  owed: number,
  balance: number,
  holds: number,
];

const standing = ([kind, limit, held, owed, balance, holds]: Given, amountFen: number): CreditAssessment =>
  assessCredit(
    creditFacts(anAccount({ limitFen: yuan(limit), heldFen: yuan(held), receivableFen: yuan(owed) }), {
      terms: [someTerms({ kind })],
      prepaidFen: yuan(balance),
      prepaidHeldFen: yuan(holds),
    }),
    { buyerId: 'buyer', sellerId: 'seller', amountFen, on },
  );

describe('an order of ¥300 holds of a prepaid balance', () => {
  const cases: readonly (readonly [what: string, given: Given, hold: number, room: number])[] = [
    ['nothing under a limit', ['net', 1_000, 0, 0, 500, 0], 0, 1_000],
    ['all of itself where the balance covers it', ['prepaid', 0, 0, 0, 500, 0], 300, 500],
    ['all of itself, to the fen', ['prepaid', 0, 0, 0, 300, 0], 300, 300],
    ['what another order has not', ['prepaid', 0, 200, 0, 500, 200], 300, 300],
    ['as far as it goes, where a person let it pass', ['prepaid', 0, 0, 0, 100, 0], 100, 100],
    ['nothing of what others hold', ['prepaid', 0, 500, 0, 500, 500], 0, 0],
    ['nothing without a balance', ['prepaid', 5_000, 0, 0, 0, 0], 0, 0],
    ['what is free, though a bill waits for it', ['prepaid', 0, 0, 400, 500, 0], 300, 100],
    ['nothing where it is paid with the order', ['cash', 0, 0, 0, 500, 0], 0, Infinity],
  ];

  it.each(cases)('%s', (_, given, hold, room) => {
    const found = standing(given, yuan(300));

    expect(prepaidHoldFen(found, yuan(300))).toBe(yuan(hold));
    expect(roomFen(found)).toBe(room === Infinity ? Number.MAX_SAFE_INTEGER : yuan(room));
  });

  it('never more than the order, and never more than is free', () => {
    const amount = fc.nat(1_000);
    fc.assert(
      fc.property(amount, amount, amount, amount, amount, (held, owed, balance, part, asked) => {
        const holds = Math.min(part, balance, held);
        const hold = prepaidHoldFen(
          standing(['prepaid', 0, held, owed, balance, holds], yuan(asked)),
          yuan(asked),
        );

        expect(hold).toBeLessThanOrEqual(yuan(asked));
        expect(hold).toBeLessThanOrEqual(yuan(balance - holds));
        expect(hold).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('a hold of ¥300', () => {
  it.each([
    ['stays while the order stands for as much', 300, 0],
    ['stays when it covers a part of the order only', 500, 0],
    ['lets go what was closed', 120, 180],
    ['lets go everything of an order that ended', 0, 300],
  ])('%s', (_, standsFor, surplus) => {
    expect(prepaidSurplusFen(yuan(300), yuan(standsFor))).toBe(yuan(surplus));
  });

  it.each([
    ['pays a bill of its size', 300, 300],
    ['pays its part of a greater bill', 450, 300],
    ['pays no more than the bill is open for', 80, 80],
    ['pays nothing where money was there already', 0, 0],
  ])('%s', (_, open, paid) => {
    expect(prepaidPaysFen(yuan(300), yuan(open))).toBe(yuan(paid));
  });
});
