import fc from 'fast-check';
import { addDays, dayMs } from '../platform/clock';
import { alertTerms, expiryLevel, expiryLevels, nearExpiryDays } from './expiry-level';
import type { AlertLevel, ExpiryLevel } from './expiry-model';

const madeOn = '2026-01-01';
const levelAt = (lifeDays: number, leftDays: number, stopSaleDays = 0) => {
  const expiresOn = addDays(madeOn, lifeDays);
  return expiryLevel({ producedOn: madeOn, expiresOn }, stopSaleDays, addDays(expiresOn, -leftDays));
};

describe('near expiry, by shelf life', () => {
  it.each([
    ['two years', 730, 45],
    ['one year', 365, 45],
    ['a day less than a year', 364, 20],
    ['half a year', 180, 20],
    ['a day less than half a year', 179, 15],
    ['ninety days', 90, 15],
    ['eighty-nine days', 89, 10],
    ['thirty days', 30, 10],
    ['twenty-nine days', 29, 5],
    ['sixteen days', 16, 5],
    ['fifteen days', 15, 4],
    ['a week', 7, 2],
    ['three days', 3, 1],
  ])('%s: the last %i → %i days', (_, lifeDays, days) => {
    expect(nearExpiryDays(lifeDays)).toBe(days);
  });
});

describe('效期等级', () => {
  it.each<[string, number, number, number, ExpiryLevel]>([
    ['fresh', 360, 360, 0, 'normal'],
    ['a day more than half', 360, 181, 0, 'normal'],
    ['关注: half its life left', 360, 180, 0, 'blue'],
    ['a day more than a third', 360, 121, 0, 'blue'],
    ['预警: a third left', 360, 120, 0, 'yellow'],
    ['a day before near expiry', 360, 21, 0, 'yellow'],
    ['临期: near expiry', 360, 20, 0, 'red'],
    ['临期 of a two-year product', 730, 45, 0, 'red'],
    ['禁售: on the stop-sale line', 360, 10, 10, 'stopSale'],
    ['a day before the line', 360, 11, 10, 'red'],
    ['a stop-sale line earlier than near expiry', 360, 60, 60, 'stopSale'],
    ['the last day it may be sold', 360, 1, 0, 'red'],
    ['过期: the day it expires', 360, 0, 0, 'expired'],
    ['long expired', 360, -30, 10, 'expired'],
    ['fresh milk on its second day', 21, 19, 0, 'normal'],
    ['fresh milk with a third left', 21, 7, 0, 'yellow'],
    ['fresh milk near expiry', 21, 5, 0, 'red'],
  ])('%s', (_, lifeDays, leftDays, stopSaleDays, level) => {
    expect(levelAt(lifeDays, leftDays, stopSaleDays)).toBe(level);
  });

  it('never gets better as days go by, and ends expired', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_500 }), fc.nat(90), (lifeDays, stopSaleDays) => {
        let worst = 0;
        for (let leftDays = lifeDays; leftDays >= 0; leftDays -= 1) {
          const rank = expiryLevels.indexOf(levelAt(lifeDays, leftDays, stopSaleDays));
          expect(rank).toBeGreaterThanOrEqual(worst);
          worst = rank;
        }
        expect(expiryLevels[worst]).toBe('expired');
      }),
      { numRuns: 30 },
    );
  });
});

describe('an alert must be acted on', () => {
  it.each<[AlertLevel, number]>([
    ['blue', 7],
    ['yellow', 3],
    ['red', 1],
    ['stopSale', 1],
    ['expired', 1],
  ])('%s within %i days', (level, days) => {
    expect(alertTerms(level, 1_000).dueAt).toBe(1_000 + days * dayMs);
  });
});
