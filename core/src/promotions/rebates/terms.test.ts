import fc from 'fast-check';
import { dayOf, startOfDay } from '../../platform/clock';
import { sum } from '../../platform/money';
import { rebateExpiresAt, rebateRoomFen, rebateShareFen, restoredUntil, usualRebateTerms } from './terms';

const usual = usualRebateTerms('seller');
const line = (amountFen: number, isSpecialPrice = false) => ({ amountFen, isSpecialPrice });

describe('what of an order rebate may pay', () => {
  it.each([
    ['30 % of its lines', [line(10_000), line(5_000)], usual, 4_500],
    ['never a fen more than the share', [line(9_999)], usual, 2_999],
    ['nothing of lines at special prices', [line(10_000), line(90_000, true)], usual, 3_000],
    [
      'those too where the seller says so',
      [line(10_000), line(90_000, true)],
      { ...usual, countsSpecialPrices: true },
      30_000,
    ],
    ['all where the share is all', [line(777)], { ...usual, maxShareBp: 10_000 }, 777],
    ['nothing where the share is none', [line(777)], { ...usual, maxShareBp: 0 }, 0],
    ['nothing of an order without lines', [], usual, 0],
    [
      'exactly, however large',
      [line(900_719_925_474_099)],
      { ...usual, maxShareBp: 9_999 },
      900_629_853_481_551,
    ],
  ])('%s', (_, lines, terms, roomFen) => {
    expect(rebateRoomFen(lines, terms)).toBe(roomFen);
  });
});

describe('what comes back with goods', () => {
  it.each([
    [300, 1_000, 0, 500, 150],
    [100, 300, 0, 100, 33],
    [100, 300, 100, 200, 34],
    [100, 300, 200, 300, 33],
    [100, 0, 0, 0, 0],
  ])('of %i spent on %i, for the fen %i to %i: %i', (spentFen, orderFen, from, until, shareFen) => {
    expect(rebateShareFen(spentFen, orderFen, from, until)).toBe(shareFen);
  });

  it('adds up to all that was spent when everything comes back, part by part', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 1 }),
        fc.nat(100_000),
        (parts, spentFen) => {
          const orderFen = sum(parts);
          let from = 0;
          const shares = parts.map((part) => {
            const shareFen = rebateShareFen(spentFen, orderFen, from, from + part);
            from += part;
            return shareFen;
          });

          expect(sum(shares)).toBe(spentFen);
          expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

describe('how long a rebate is good', () => {
  it.each([
    ['2026-03-01', 12, '2027-04-01'],
    ['2026-03-31', 12, '2027-04-01'],
    ['2026-12-15', 1, '2027-02-01'],
    ['2026-11-30', 0, '2026-12-01'],
    ['2026-12-31', 12, '2028-01-01'],
  ])('earned on %s for %i months: until %s', (earnedOn, validMonths, until) => {
    expect(dayOf(rebateExpiresAt(startOfDay(earnedOn) + 3_600_000, { validMonths }))).toBe(until);
  });

  it('gives what comes back thirty whole days', () => {
    expect(dayOf(restoredUntil(startOfDay('2026-03-10') + 1))).toBe('2026-04-10');
  });
});
