import fc from 'fast-check';
import { addDays, daysBetween } from '../platform/clock';
import { allocate } from './allocate';
import { deliveryDays, lastsUntil } from './required-life';
import { aLot, aWant } from './testing';

const on = '2026-01-01';
const daysAsked = (shelfLifeDays: number, channel: string, minimumLifeBp: number | null = null) =>
  daysBetween(addDays(on, deliveryDays), lastsUntil(on, shelfLifeDays, { channel, minimumLifeBp }));

describe('the life a buyer asks for, from the day the goods arrive', () => {
  it.each([
    ['modern', 365, 244],
    ['ecommerce', 365, 244],
    ['convenience', 365, 183],
    ['traditional', 365, 183],
    ['traditional', 180, 90],
    ['special', 15, 8],
    ['catering', 365, 122],
    ['catering', 180, 60],
  ])('is the share of its channel, rounded up: %s of %i days is %i', (channel, shelfLifeDays, days) => {
    expect(daysAsked(shelfLifeDays, channel)).toBe(days);
  });

  it.each([15, 180, 240, 270, 360, 540])(
    'is two thirds exactly where %i days divide by three',
    (shelfLifeDays) => {
      expect(daysAsked(shelfLifeDays, 'modern')).toBe((shelfLifeDays / 3) * 2);
    },
  );

  it.each([
    ['more', 8_000, 144],
    ['less', 1_000, 18],
  ])('may be %s for one buyer than its channel asks', (_than, minimumLifeBp, days) => {
    expect(daysAsked(180, 'modern', minimumLifeBp)).toBe(days);
  });

  it.each([
    ['a buyer who asks nothing', 'modern', 0],
    ['a channel nobody knows', 'unknown', null],
  ])('is at least a day for %s', (_whom, channel, minimumLifeBp) => {
    expect(daysAsked(365, channel, minimumLifeBp)).toBe(1);
  });

  it('is met on its very day, and missed by a lot of the day before', () => {
    const last = lastsUntil(on, 180, { channel: 'traditional', minimumLifeBp: null });
    const want = aWant({ quantity: 1, lastsUntil: last });

    expect(allocate([aLot({ expiresOn: last })], want).short).toBe(0);
    expect(allocate([aLot({ expiresOn: addDays(last, -1) })], want)).toMatchObject({
      picks: [],
      short: 1,
      ageing: 1,
    });
  });

  it('is never longer than the goods live, and never shorter than the share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4_000 }), fc.nat(10_000), (shelfLifeDays, minimumLifeBp) => {
        const days = daysAsked(shelfLifeDays, 'modern', minimumLifeBp);

        expect(days).toBeLessThanOrEqual(shelfLifeDays);
        expect(days * 10_000).toBeGreaterThanOrEqual(shelfLifeDays * minimumLifeBp);
      }),
    );
  });
});
