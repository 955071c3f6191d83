import fc from 'fast-check';
import { sum } from '../platform';
import { allocate } from './allocate';
import type { Lot } from './model';
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

    expect(answer).toMatchObject({ picks: [{ lotId: fresh.id, quantity: 4 }], short: 6, ageing: 6 });
  });

  it('never promises goods that are not available', () => {
    const held = aLot({ quality: 'inspection', onHand: 50 });

    expect(allocate([held], aWant({ quantity: 1 }))).toMatchObject({ picks: [], short: 1, ageing: 0 });
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

  it('explains every unit that is short, and keeps every bound it is given', () => {
    fc.assert(
      fc.property(
        fc.array(anyLot, { maxLength: 8 }),
        fc.nat(500),
        fc.constantFrom(1, 6, 12),
        fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
        fc.nat(200),
        fc.option(fc.nat(300), { nil: null }),
        (lots, quantity, caseFactor, maximumLots, kept, channelLeft) => {
          const keepBack = {
            quantity: kept,
            byWarehouse: new Map([['warehouse', kept / 2 - (kept % 2) / 2]]),
          };
          const want = aWant({
            quantity,
            caseFactor,
            maximumLots,
            keepBack,
            channelLeft,
            receiptOn: '2026-01-02',
          });

          const answer = allocate(lots, want);
          const picked = sum(answer.picks.map((pick) => pick.quantity));
          const sellable = sum(
            lots.flatMap(({ quality, onHand, reserved }) =>
              quality === 'available' ? [onHand - reserved] : [],
            ),
          );

          expect(picked + answer.short).toBe(quantity);
          expect(picked + answer.ageing).toBeLessThanOrEqual(Math.max(0, sellable - kept));
          expect(picked).toBeLessThanOrEqual(channelLeft ?? quantity);
          expect(answer.picks.length).toBeLessThanOrEqual(maximumLots ?? lots.length);
          expect(answer.ageing + answer.overQuota).toBeLessThanOrEqual(answer.short);
          expect(answer.ageingOffer?.quantity ?? 0).toBe(answer.ageing);
          for (const part of [answer.keptBack, answer.inMoreLots]) {
            expect(part).toBeGreaterThanOrEqual(0);
            expect(part).toBeLessThanOrEqual(answer.short - answer.overQuota);
          }
        },
      ),
    );
  });

  it('takes no lot before one that expires earlier is used up in whole cases', () => {
    fc.assert(
      fc.property(fc.array(anyLot, { maxLength: 8 }), fc.nat(300), (lots, quantity) => {
        const answer = allocate(lots, aWant({ quantity, caseFactor: 12 }));
        const byId = new Map(lots.map((lot) => [lot.id, lot]));
        const picked = answer.picks.map((pick) => ({ ...pick, lot: byId.get(pick.lotId) as Lot }));

        picked.slice(0, -1).forEach(({ lot, quantity: taken }) => {
          const left = lot.onHand - lot.reserved - taken;
          expect(left).toBeLessThan(12);
        });
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
