import type { OrderState } from './model';
import { afterShipping, afterSigning, mayBecome } from './states';

const states: readonly OrderState[] = [
  'held',
  'approved',
  'rejected',
  'picking',
  'shipped',
  'signed',
  'completed',
  'cancelled',
  'shortClosed',
];
const ends: readonly OrderState[] = ['completed', 'rejected', 'cancelled', 'shortClosed'];
const both = [true, false];

describe('an order', () => {
  it.each(ends)('that is %s has ended for good', (end) => {
    expect(states.filter((state) => mayBecome(end, state))).toEqual([]);
  });

  it.each(states.filter((state) => !ends.includes(state)))('that is %s may still come to an end', (state) => {
    const reached = new Set([state]);
    for (const from of reached) for (const to of states) if (mayBecome(from, to)) reached.add(to);

    expect(ends.some((end) => reached.has(end))).toBe(true);
  });

  it.each(['held', 'approved'] as const)('may be cancelled while it is %s', (state) => {
    expect(mayBecome(state, 'cancelled')).toBe(true);
  });

  it.each(['picking', 'shipped', 'signed'] as const)('may not be cancelled once it is %s', (state) => {
    expect(mayBecome(state, 'cancelled')).toBe(false);
  });

  it('is approved only out of a hold, and never goes back', () => {
    expect(states.filter((state) => mayBecome(state, 'approved'))).toEqual(['held']);
    expect(states.filter((state) => mayBecome(state, 'held'))).toEqual([]);
  });

  it('is completed only after all of it was shipped', () => {
    expect(states.filter((state) => mayBecome(state, 'completed'))).toEqual(['shipped', 'signed']);
  });
});

describe('the state after a shipment', () => {
  it.each([
    [true, 'shipped'],
    [false, 'picking'],
  ])(
    'of everything (%p) is %s, and approved orders and orders in part may get there',
    (everything, state) => {
      expect(afterShipping(everything)).toBe(state);
      expect(mayBecome('approved', afterShipping(everything))).toBe(true);
      expect(mayBecome('picking', afterShipping(everything))).toBe(true);
    },
  );
});

describe('the state after a signing', () => {
  it.each([
    ['completes a shipped order', 'shipped', true, false, 'completed'],
    ['keeps it open for a claim when there are differences', 'shipped', true, true, 'signed'],
    ['waits for what is not signed yet', 'shipped', false, false, 'shipped'],
    ['waits for what is not shipped yet', 'picking', true, false, 'picking'],
    ['waits for it with differences too', 'picking', true, true, 'picking'],
  ] as const)('%s', (_rule, state, everythingSigned, hasDifferences, expected) => {
    expect(afterSigning(state, everythingSigned, hasDifferences)).toBe(expected);
  });

  it('stays, or goes a way there is', () => {
    for (const state of states) {
      for (const everythingSigned of both) {
        for (const hasDifferences of both) {
          const after = afterSigning(state, everythingSigned, hasDifferences);
          expect(after === state || mayBecome(state, after)).toBe(true);
        }
      }
    }
  });
});
