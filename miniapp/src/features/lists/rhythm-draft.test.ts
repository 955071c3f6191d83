import { draftOf, newRhythm, rhythmOf } from './rhythm-draft';

describe('the rhythm of an order that comes by itself', () => {
  it.each([
    { every: 'week', weekday: 5 } as const,
    { every: 'days', days: 14 } as const,
    { every: 'month', monthDay: 28 } as const,
  ])('is the same after it stood in the form: %j', (rhythm) => {
    expect(rhythmOf(draftOf(rhythm))).toEqual(rhythm);
  });

  it.each(['', '0', '366', '一', '1.5'])('is none every "%s" days', (days) => {
    expect(rhythmOf({ ...newRhythm, every: 'days', days })).toBeNull();
  });

  it('is none on a day that no month has', () => {
    expect(rhythmOf({ ...newRhythm, every: 'month', monthDay: '32' })).toBeNull();
  });
});
