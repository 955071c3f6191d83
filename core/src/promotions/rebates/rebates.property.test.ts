import fc from 'fast-check';
import { sum } from '../../platform/money';
import { afterPosting, freeFenOf, ofOrder, type Posting, type RebateBook } from './book';
import {
  decideCapture,
  decideDeduction,
  decideEarning,
  decideExpiry,
  decideHold,
  decideRelease,
  decideRestore,
  decideReversal,
  type Occasion,
} from './decide-posting';
import type { RebateEntry, RebateLot } from './model';
import { freeOfLots, takeInTurn } from './take-from-lots';
import { aRebateBook, aRebateLot, anOccasion } from './testing';

const dayMs = 86_400_000;

type Deed = (book: RebateBook, amountFen: number, occasion: Occasion) => Posting | null;
const deeds: Readonly<Record<string, Deed>> = {
  earn: (book, amountFen, occasion) =>
    decideEarning(book, { amountFen, expiresAt: occasion.at + (1 + (amountFen % 5)) * 20 * dayMs }, occasion),
  reverse: decideReversal,
  hold: decideHold,
  release: decideRelease,
  capture: decideCapture,
  restore: decideRestore,
  deduct: decideDeduction,
  expire: (book, _, occasion) => decideExpiry(book, { ...occasion, documentId: '' }),
};

const anyStep = fc.record({
  deed: fc.constantFrom(...Object.keys(deeds), 'earn', 'hold', 'capture'),
  amountFen: fc.integer({ min: 1, max: 400 }),
  orderId: fc.constantFrom('order-1', 'order-2', 'order-3'),
  days: fc.nat(12),
});
const anySteps = fc.array(anyStep, { maxLength: 60 });

interface Ended {
  readonly book: RebateBook;
  readonly entries: readonly RebateEntry[];
}

/** Plays steps one after the other; what is refused changes nothing. */
function play(
  steps: readonly (typeof anyStep extends fc.Arbitrary<infer Step> ? Step : never)[],
  look: (ended: Ended, at: number) => void,
) {
  let book = aRebateBook();
  let at = 0;
  const entries: RebateEntry[] = [];
  for (const { deed, amountFen, orderId, days } of steps) {
    at += days * dayMs;
    const posting = (deeds[deed] as Deed)(book, amountFen, anOccasion({ documentId: orderId, at }));
    if (posting) {
      book = afterPosting(book, posting);
      entries.push(...posting.entries);
    }
    look({ book, entries }, at);
  }
}

const total = (entries: readonly RebateEntry[], of: 'balanceFen' | 'heldFen' | 'owedFen') =>
  sum(entries.map((entry) => entry[of]));

describe('a rebate account, whatever is done to it in whatever order', () => {
  it('is the sum of its entries, and so are its lots', () => {
    fc.assert(
      fc.property(anySteps, (steps) =>
        play(steps, ({ book: { account, lots }, entries }) => {
          expect([account.balanceFen, account.heldFen, account.owedFen]).toEqual([
            total(entries, 'balanceFen'),
            total(entries, 'heldFen'),
            total(entries, 'owedFen'),
          ]);
          expect(sum(lots.map(({ leftFen }) => leftFen))).toBe(account.balanceFen);
          expect(sum(lots.map(({ heldFen }) => heldFen))).toBe(account.heldFen);
        }),
      ),
    );
  });

  it('never has less than it holds, and no order gets back more than it spent', () => {
    fc.assert(
      fc.property(anySteps, (steps) =>
        play(steps, ({ book: { account, lots, holds } }) => {
          expect(account.balanceFen).toBeGreaterThanOrEqual(account.heldFen);
          for (const { leftFen, heldFen } of lots) {
            expect(heldFen).toBeGreaterThanOrEqual(0);
            expect(leftFen).toBeGreaterThanOrEqual(heldFen);
          }
          for (const { heldFen, capturedFen, restoredFen } of holds) {
            expect(Math.min(heldFen, restoredFen, capturedFen - restoredFen)).toBeGreaterThanOrEqual(0);
          }
          expect(sum(holds.map(({ heldFen }) => heldFen))).toBe(account.heldFen);
        }),
      ),
    );
  });

  it('owes nothing while anything is free', () => {
    fc.assert(
      fc.property(anySteps, (steps) =>
        play(steps, ({ book: { account } }) => {
          expect(account.owedFen).toBeGreaterThanOrEqual(0);
          if (account.owedFen > 0) expect(account.balanceFen).toBe(account.heldFen);
        }),
      ),
    );
  });

  it('has what was earned, less what was spent, taken back, deducted or expired', () => {
    fc.assert(
      fc.property(anySteps, (steps) =>
        play(steps, ({ book: { account }, entries }) => {
          const by = (...actions: string[]) =>
            sum(entries.flatMap((entry) => (actions.includes(entry.action) ? [entry.balanceFen] : [])));
          expect(by('earn', 'restore')).toBe(
            account.balanceFen - by('capture', 'reverse', 'adjust', 'expire'),
          );
          expect(by('hold', 'release')).toBe(0);
        }),
      ),
    );
  });

  it('lets an order hold exactly what is free', () => {
    fc.assert(
      fc.property(anySteps, fc.integer({ min: 1, max: 400 }), (steps, amountFen) =>
        play(steps, ({ book }, at) => {
          const occasion = anOccasion({ documentId: 'another', at });
          const freeFen = freeFenOf(book, at);
          const posting = decideHold(book, amountFen, occasion);

          expect(posting !== null).toBe(amountFen <= freeFen);
          if (posting === null) return;
          const after = afterPosting(book, posting);
          expect(freeFenOf(after, at)).toBe(freeFen - amountFen);
          expect(ofOrder(after, 'another').heldFen).toBe(amountFen);
          const released = afterPosting(after, decideRelease(after, amountFen, occasion) as Posting);
          expect(released.lots).toEqual(book.lots);
        }),
      ),
      { numRuns: 50 },
    );
  });

  it('gives out what expires first: no later lot is touched while an earlier has something free', () => {
    const anyLots = fc.array(fc.record({ expiresAt: fc.integer({ min: 1, max: 6 }), leftFen: fc.nat(90) }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(anyLots, fc.nat(400), (given, amountFen) => {
        const lots: readonly RebateLot[] = given.map((lot, at) => aRebateLot({ ...lot, id: `lot-${at}` }));
        const { picks, shortFen } = takeInTurn(freeOfLots(lots), amountFen);
        const taken = new Map(picks.map((pick) => [pick.lotId, pick.amountFen]));

        expect(sum(picks.map((pick) => pick.amountFen)) + shortFen).toBe(amountFen);
        for (const early of lots) {
          const isLeft = (taken.get(early.id) ?? 0) < early.leftFen;
          const laterTaken = lots.some(
            (late) => late.expiresAt > early.expiresAt && (taken.get(late.id) ?? 0) > 0,
          );
          expect(isLeft && laterTaken).toBe(false);
        }
      }),
    );
  });

  it('says the same of two orders whichever of them is spent or let go first', () => {
    const anyEnd = fc.record({
      orderId: fc.constantFrom('order-1', 'order-2'),
      deed: fc.constantFrom('release', 'capture'),
      amountFen: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        fc.array(anyEnd, { minLength: 4, maxLength: 4 }),
        (order, ends) => {
          const start = aRebateBook([
            { expiresAt: 50, leftFen: 100 },
            { expiresAt: 90, leftFen: 400 },
          ]);
          const held = ['order-1', 'order-2'].reduce(
            (book, documentId) =>
              afterPosting(book, decideHold(book, 250, anOccasion({ documentId })) as Posting),
            start,
          );
          const end = (turns: readonly number[]) =>
            turns.reduce((book, turn) => {
              const { orderId, deed, amountFen } = ends[turn] as (typeof ends)[number];
              const posting = (deeds[deed] as Deed)(book, amountFen, anOccasion({ documentId: orderId }));
              return afterPosting(book, posting as Posting);
            }, held);
          const inTurn = end([0, 1, 2, 3]);
          const shuffled = end(order);

          expect(shuffled.account).toEqual(inTurn.account);
          for (const orderId of ['order-1', 'order-2']) {
            expect(ofOrder(shuffled, orderId)).toEqual(ofOrder(inTurn, orderId));
          }
        },
      ),
    );
  });
});
