import fc from 'fast-check';
import { lineAmountFen, sum } from '../platform/money';
import { allocateAgeing } from '../stock';
import { aLot, aWant } from '../stock/testing';
import { anOrderLine } from './testing';
import { asAsked, isAgeingLine, takeAgeing, unpromised } from './take-ageing';

const anyWanted = fc
  .record({
    quantity: fc.integer({ min: 1, max: 10_000 }),
    unitPriceE4: fc.nat(10_000_000),
    /** The line may have cost less than its unit price says: a case has a price of its own. */
    offBp: fc.nat(5_000),
    shares: fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 4_000 }), markdownBp: fc.nat(10_000) })),
    short: fc.nat(10_000),
    overQuota: fc.nat(10_000),
    unpromised: fc.nat(20_000),
  })
  .map(({ quantity, unitPriceE4, offBp, shares, ...rest }) => {
    const short = Math.min(quantity, rest.short);
    const lots = shares.map((share, at) => ({
      ...share,
      lotId: `lot-${at}`,
      expiresOn: '2026-03-01',
      remainingBp: 2_000,
    }));
    return {
      quantity,
      unitPriceE4,
      amountFen: Math.floor((lineAmountFen(unitPriceE4, quantity) * (10_000 - offBp)) / 10_000),
      short,
      unpromised: rest.unpromised,
      own: {
        short,
        overQuota: Math.min(short, rest.overQuota),
        ageingOffer: lots.length === 0 ? null : { quantity: sum(lots.map((lot) => lot.quantity)), lots },
      },
    };
  });

describe('ageing goods taken for a line', () => {
  it('are never more than is missing, allowed and offered, and picks add up', () => {
    fc.assert(
      fc.property(anyWanted, (wanted) => {
        const parts = takeAgeing(wanted);
        const units = sum(parts.map(({ quantity }) => quantity));

        for (const { quantity, picks } of parts)
          expect(sum(picks.map((pick) => pick.quantity))).toBe(quantity);
        const { short, own, unpromised: most } = wanted;
        expect(units).toBe(Math.min(short, own.short - own.overQuota, most, own.ageingOffer?.quantity ?? 0));
        expect(new Set(parts.map(({ markdownBp }) => markdownBp)).size).toBe(parts.length);
      }),
    );
  });

  it('never cost more than the same units of the line, nor than their own unit price', () => {
    fc.assert(
      fc.property(anyWanted, (wanted) => {
        const parts = takeAgeing(wanted);

        expect(sum(parts.map(({ amountFen }) => amountFen))).toBeLessThanOrEqual(wanted.amountFen);
        for (const { quantity, unitPriceE4, amountFen } of parts) {
          expect(unitPriceE4).toBeLessThanOrEqual(wanted.unitPriceE4);
          expect(amountFen).toBeLessThanOrEqual(lineAmountFen(unitPriceE4, quantity));
          expect(amountFen).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('are none when nothing may be promised any more', () => {
    const lots = [
      aLot({ onHand: 10 }),
      aLot({ onHand: 9, quality: 'blocked' }),
      aLot({ expiresOn: '2026-01-05' }),
    ];
    const want = aWant({ stopsSaleOn: '2026-01-05', keepBack: { quantity: 3, byWarehouse: new Map() } });

    expect(unpromised(lots, want, 4)).toBe(3);
    expect(unpromised(lots, want, 8)).toBe(0);
  });
});

describe('lines with ageing goods', () => {
  const line = anOrderLine({ cancelled: 7, acceptsAgeing: true });
  const goods = anOrderLine({ lineNo: 2, quantity: 5, substituteFor: 1, acceptsAgeing: true });
  const standIn = anOrderLine({ lineNo: 3, skuId: 'green', quantity: 2, substituteFor: 1 });

  it('are such goods only where they fill what another line lacks', () => {
    expect([line, goods, standIn].map(isAgeingLine)).toEqual([false, true, false]);
  });

  it('were asked for as one line, and what was let go stays so', () => {
    expect(asAsked([line, goods, standIn])).toEqual([{ ...line, cancelled: 2 }, standIn]);
    expect(asAsked([line, { ...goods, cancelled: 5 }])).toEqual([line]);
    expect(asAsked([line, standIn])).toEqual([line, standIn]);
  });
});

describe('promises of ageing goods that must move', () => {
  it('move to lots too old for the buyer and to no others', () => {
    const lots = [
      aLot({ id: 'old', expiresOn: '2026-02-01', onHand: 4 }),
      aLot({ id: 'stopped', expiresOn: '2026-01-02' }),
      aLot({ id: 'fresh' }),
    ];
    const want = aWant({ quantity: 6, lastsUntil: '2026-06-01', stopsSaleOn: '2026-01-02' });

    expect(allocateAgeing(lots, want)).toEqual({ picks: [{ lotId: 'old', quantity: 4 }], short: 2 });
  });
});
