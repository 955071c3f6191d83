import fc from 'fast-check';
import { sum } from '../platform';
import { allocate } from './allocate';
import { aLot, anyLot, aWant } from './testing';

describe('allocate', () => {
  it('takes the lot that expires first', () => {
    const late = aLot({ expiresOn: '2026-05-01', onHand: 5 });
    const soon = aLot({ expiresOn: '2026-03-01', onHand: 5 });

    const { picks } = allocate([late, soon], aWant({ quantity: 7 }));

    expect(picks).toEqual([
      { lotId: soon.id, quantity: 5 },
      { lotId: late.id, quantity: 2 },
    ]);
  });

  it('passes over lots that are too old for the buyer, and says how much they hold', () => {
    const old = aLot({ expiresOn: '2026-02-01', onHand: 9 });
    const fresh = aLot({ expiresOn: '2026-06-01', onHand: 4 });

    const answer = allocate([old, fresh], aWant({ quantity: 10, lastsUntil: '2026-03-01' }));

    expect(answer).toEqual({ picks: [{ lotId: fresh.id, quantity: 4 }], short: 6, ageing: 6 });
  });

  it('never promises goods that are not available', () => {
    const held = aLot({ quality: 'inspection', onHand: 50 });

    expect(allocate([held], aWant({ quantity: 1 }))).toEqual({ picks: [], short: 1, ageing: 0 });
  });

  it('neither invents nor loses a unit', () => {
    fc.assert(
      fc.property(fc.array(anyLot), fc.nat(500), (lots, quantity) => {
        const { picks, short } = allocate(lots, aWant({ quantity }));

        expect(sum(picks.map((pick) => pick.quantity)) + short).toBe(quantity);
      }),
    );
  });

  it('takes no more from a lot than is free in it', () => {
    fc.assert(
      fc.property(fc.array(anyLot), fc.nat(500), (lots, quantity) => {
        const free = new Map(lots.map((lot) => [lot.id, lot.onHand - lot.reserved]));

        for (const pick of allocate(lots, aWant({ quantity })).picks) {
          expect(pick.quantity).toBeGreaterThan(0);
          expect(pick.quantity).toBeLessThanOrEqual(free.get(pick.lotId) ?? 0);
        }
      }),
    );
  });

  it('gives the same answer whatever order the lots come in', () => {
    fc.assert(
      fc.property(fc.array(anyLot), fc.nat(500), (lots, quantity) => {
        const want = aWant({ quantity });

        expect(allocate([...lots].reverse(), want)).toEqual(allocate(lots, want));
      }),
    );
  });
});
